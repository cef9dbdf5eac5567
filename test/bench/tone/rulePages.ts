// npm run docs:rules [-- --check]: one page per rule from the rule's own data, so that page, test and behaviour cannot differ.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import type { Rule } from '../../../src/tone/rules/rule.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { LEVELS } from '../../../src/tone/team/settingsFor.js';
import { plainSettings } from '../../../src/tone/toneSettings.js';
import { examplesOf } from '../../training/ruleExamples.js';

const folder = join(__dirname, '..', '..', '..', '..', 'media', 'rules');

async function main(): Promise<void> {
  await languageEngine.load();
  const pages = new Map(ruleSet.map((rule) => [`${rule.id}.md`, page(rule)]));
  pages.set('README.md', overview());
  if (process.argv.includes('--check')) {
    check(pages);
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`${pages.size} pages in media/rules.`);
}

function check(pages: ReadonlyMap<string, string>): void {
  const stale = [...pages].filter(
    ([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  const left = globSync('**/*.md', { cwd: folder }).filter((name) => !pages.has(name.replaceAll('\\', '/')));
  for (const name of [...stale.map(([one]) => one), ...left]) {
    console.error(`media/rules/${name} is not what the rule says. Run: npm run docs:rules`);
    process.exitCode = 1;
  }
}

const LEVEL_WORDS: Readonly<Record<Rule['level'], string>> = {
  default: 'On by default.',
  gentle: 'On by default, as a quiet hint.',
  'opt-in': 'Off until you or your team switch it on.',
};

const everything = new ToneChecker(languageEngine, {
  ...plainSettings,
  context: { ...plainSettings.context, levels: LEVELS.all, incident: true },
});

function page(rule: Rule): string {
  const { id, level, message, why, source } = rule;
  const { passes } = examplesOf(id);
  const incident = rule.needs?.includes('incident') === true ? ' Speaks in postmortems and retros only.' : '';
  return `${[
    `# ${id}`,
    `${message} ${LEVEL_WORDS[level]}${incident}`,
    '## Why',
    why,
    `Source: ${source}`,
    '## Points at',
    ...examples(rule),
    '## Leaves alone',
    passes.map((pass) => `- ${escaped(pass)}`).join('\n'),
    '## Not for you?',
    `- Leave one place alone: \`<!-- tone-ignore ${id} -->\` before a block, or in it.`,
    `- For the team, in \`.common-ground/tone.yaml\`:`,
    `  \`\`\`yaml\n  rules:\n    ${id}: off\n  \`\`\``,
    `- For yourself, in the settings:`,
    `  \`\`\`json\n  "commonGround.tone.rules": { "${id}": "off" }\n  \`\`\``,
  ].join('\n\n')}\n`;
}

/** What the check offers instead of an example. */
function offersFor(flag: string, { id, rewrite }: Rule): readonly string[] {
  const finding = everything.check(flag, 'plaintext').find(({ rule }) => rule === id);
  const offers = (finding?.suggestions ?? []).map(({ range, newText }) =>
    (flag.slice(0, range.start) + newText + flag.slice(range.end)).trim(),
  );
  const shown = finding === undefined ? rewrite.map(({ text }) => text).filter((text) => !text.includes('{')) : offers;
  return [...new Set(shown)].filter((text) => text !== '').slice(0, 3);
}

/** The examples, each with what is offered for it alone, and once what is offered for several. */
function examples(rule: Rule): readonly string[] {
  const offers = examplesOf(rule.id).flags.map((flag) => ({ flag, texts: offersFor(flag, rule) }));
  const all = offers.flatMap(({ texts }) => texts);
  const shared = new Set(all.filter((text, at) => all.indexOf(text) !== at));
  const list = offers.map(({ flag, texts }) => {
    const own = texts.filter((text) => !shared.has(text)).map((text) => `  - ${escaped(text)}`);
    return [`- **${escaped(flag)}**`, ...own].join('\n');
  });
  const instead = [...shared].slice(0, 4).map((text) => `- ${escaped(text)}`);
  return shared.size === 0
    ? [list.join('\n')]
    : [
        list.join('\n'),
        '## Offers instead',
        instead.join('\n'),
        'What only you know stands in angle brackets: a Tab leads from one to the next.',
      ];
}

function overview(): string {
  const rows = ruleSet.map(
    ({ id, level, message }) => `| [${id}](${id}.md) | ${level} | ${escaped(message).replaceAll('|', '\\|')} |`,
  );
  return `# What the tone check points at\n\n| Rule | Level | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** Examples are shown as they are written: no markup, no tags. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#~]/g, '\\$&').replace(/\s+/g, ' ');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
