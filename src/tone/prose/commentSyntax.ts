/** How a language writes comments and strings. */
export interface CommentSyntax {
  /** What starts a comment that ends with its line. */
  readonly line: readonly string[];
  /** What opens and closes a comment that may go over lines. */
  readonly block: readonly (readonly [string, string])[];
  /** What opens and closes a string that ends with its line at the latest. */
  readonly strings: readonly string[];
  /** Strings that go over lines. */
  readonly longStrings: readonly (readonly [string, string])[];
  /** Long strings that, at the start of a line, are documentation. */
  readonly docStrings: readonly (readonly [string, string])[];
}

const C_BLOCK = ['/*', '*/'] as const;
const HTML_BLOCK = ['<!--', '-->'] as const;
const none: CommentSyntax = { line: [], block: [], strings: ['"', "'"], longStrings: [], docStrings: [] };

const cLike: CommentSyntax = { ...none, line: ['//'], block: [C_BLOCK] };
const script: CommentSyntax = { ...cLike, longStrings: [['`', '`']] };
const hash: CommentSyntax = { ...none, line: ['#'] };
const markup: CommentSyntax = { ...none, block: [HTML_BLOCK], strings: [] };
const tripleQuotes = [
  ['"""', '"""'],
  ["'''", "'''"],
] as const;
const dashes: CommentSyntax = { ...none, line: ['--'], block: [C_BLOCK] };
const lisp: CommentSyntax = { ...none, line: [';'], strings: ['"'] };

const FAMILIES: readonly (readonly [string, CommentSyntax])[] = [
  [
    'javascript javascriptreact typescript typescriptreact go vue svelte astro',
    { ...script, block: [C_BLOCK, HTML_BLOCK] },
  ],
  [
    'c cpp cuda-cpp csharp java objective-c objective-cpp jsonc json5 less scss glsl hlsl shaderlab zig proto3 proto verilog systemverilog solidity',
    cLike,
  ],
  ['rust', { ...cLike, strings: ['"'] }],
  ['kotlin scala swift dart groovy', { ...cLike, longStrings: [['"""', '"""']] }],
  ['css', { ...none, block: [C_BLOCK] }],
  ['php', { ...cLike, line: ['//', '#'] }],
  ['terraform hcl', { ...cLike, line: ['#', '//'] }],
  ['python starlark', { ...hash, docStrings: tripleQuotes }],
  ['elixir', { ...hash, docStrings: [['"""', '"""']] }],
  ['julia', { ...hash, block: [['#=', '=#']], docStrings: [['"""', '"""']] }],
  ['ruby crystal', { ...hash, block: [['=begin', '=end']] }],
  ['coffeescript', { ...hash, block: [['###', '###']] }],
  ['powershell', { ...hash, block: [['<#', '#>']] }],
  [
    'shellscript yaml dockercompose dockerfile makefile perl perl6 raku r toml properties ini cmake nix fish dotenv ignore graphql gdscript nim tcl',
    hash,
  ],
  ['html xml xsl handlebars razor svg', markup],
  ['sql', dashes],
  ['lua', { ...none, line: ['--'], block: [['--[[', ']]']], longStrings: [['[[', ']]']] }],
  ['haskell elm purescript', { ...none, line: ['--'], block: [['{-', '-}']], strings: ['"'] }],
  ['ada vhdl', { ...none, line: ['--'] }],
  ['clojure lisp scheme racket commonlisp asm', lisp],
  ['erlang latex tex matlab prolog', { ...none, line: ['%'], strings: [] }],
  ['fsharp ocaml', { ...none, line: ['//'], block: [['(*', '*)']], strings: ['"'] }],
  ['vb', { ...none, line: ["'"], strings: ['"'] }],
  ['bat', { ...none, line: ['REM ', 'rem ', '::'], strings: [] }],
  [
    'pascal',
    {
      ...none,
      line: ['//'],
      block: [
        ['{', '}'],
        ['(*', '*)'],
      ],
      strings: ["'"],
    },
  ],
];

const byLanguage = new Map(FAMILIES.flatMap(([ids, syntax]) => ids.split(' ').map((id) => [id, syntax] as const)));

/** The syntax of a language, or the one that fits most for a language that is not known. */
export function commentSyntax(languageId: string): CommentSyntax {
  return byLanguage.get(languageId) ?? script;
}
