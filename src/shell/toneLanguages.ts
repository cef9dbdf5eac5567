import { basename, extname } from 'node:path';

/** VS Code's language ids by file extension; what is not here is read as plain text. */
const LANGUAGES: Readonly<Record<string, string>> = {
  markdown: 'md markdown mdx mkd qmd rmd',
  typescript: 'ts mts cts',
  typescriptreact: 'tsx',
  javascript: 'js mjs cjs',
  javascriptreact: 'jsx',
  python: 'py pyi',
  c: 'c h',
  cpp: 'cc cpp cxx hpp hh',
  csharp: 'cs',
  java: 'java',
  go: 'go',
  rust: 'rs',
  ruby: 'rb',
  php: 'php',
  swift: 'swift',
  kotlin: 'kt kts',
  scala: 'scala',
  shellscript: 'sh bash zsh',
  yaml: 'yaml yml',
  toml: 'toml',
  sql: 'sql',
  lua: 'lua',
  html: 'html htm',
  css: 'css',
  scss: 'scss',
  perl: 'pl pm',
  r: 'r',
  haskell: 'hs',
  elixir: 'ex exs',
  dart: 'dart',
};

const byExtension = new Map(
  Object.entries(LANGUAGES).flatMap(([id, extensions]) => extensions.split(' ').map((extension) => [extension, id])),
);

/** How a file is read, by its name. */
export function languageOf(file: string): string {
  const name = basename(file);
  if (/^(?:COMMIT_EDITMSG|MERGE_MSG|TAG_EDITMSG|SQUASH_MSG)$/.test(name)) {
    return 'git-commit';
  }
  return byExtension.get(extname(name).slice(1).toLowerCase()) ?? 'plaintext';
}
