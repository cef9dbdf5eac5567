// `npm run l10n` gathers every string that people read and that is not in package.nls.json into media/l10n/bundle.l10n.json,
// the file that translators start from. A unit test fails while it is behind the code.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const bundleFile = 'media/l10n/bundle.l10n.json';

/** Strings that are written where they are shown. */
const shown = { files: ['src/editor/**/*.ts', 'src/panel/**/*.{ts,tsx}'], before: /\bt\(\s*$/ };

/** Strings that pure rooms hold as data, with the properties that hold them; the editor translates them when it shows them. */
const data = [
  {
    files: ['src/tone/rules/families/*.ts', 'src/tone/detect/suggestions.ts', 'src/tone/document/ownPhrases.ts'],
    before: /\b(?:message|why|label)(?::|\s*=)\s*$/,
  },
  { files: ['src/norms/starterNorms.ts'], before: /\b(?:text|why):\s*$/ },
  { files: ['src/retro/refusal.ts'], before: /'[\w]+\/[\w]+':\s*$/ },
  { files: ['src/retro/sealing/sealTexts.ts'], before: /\b\w+:\s*$/ },
  { files: ['src/protocol/closeCodes.ts'], before: /\breason\(\d+, '\w+',\s*$/ },
  { files: ['src/retro/minutesWording.ts'], before: /\b\w+:\s*$/ },
  { files: ['src/retro/templates/builtIn.ts'], before: /\b(?:name|about|title|hint):\s*$/ },
  { files: ['src/commitments/*.ts', 'src/norms/*.ts', 'src/yamlList/*.ts'], before: /\bmessage:\s*$/ },
];

const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;

/** Every English string, sorted. */
export function gatherStrings(): readonly string[] {
  const found = new Set<string>();
  for (const { files, before } of [shown, ...data]) {
    for (const file of globSync(files)) {
      const text = readFileSync(file, 'utf8');
      for (const match of text.matchAll(literal)) {
        if (before.test(text.slice(Math.max(0, match.index - 60), match.index))) {
          found.add(unescaped(match[1] ?? match[2] ?? ''));
        }
      }
    }
  }
  found.delete('');
  return [...found].sort();
}

/** The file as it should be. In the English bundle each string stands for itself. */
export function bundleText(): string {
  return `${JSON.stringify(Object.fromEntries(gatherStrings().map((text) => [text, text])), undefined, 2)}\n`;
}

function unescaped(source: string): string {
  return source.replaceAll(
    /\\(?:u\{?([0-9a-fA-F]+)\}?|(.))/g,
    (_, code: string | undefined, char: string | undefined) =>
      code === undefined ? (char === 'n' ? '\n' : (char ?? '')) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

if (process.argv[1]?.endsWith('translations.mts')) {
  mkdirSync(dirname(bundleFile), { recursive: true });
  writeFileSync(bundleFile, bundleText());
}
