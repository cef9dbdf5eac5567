import type { Suggestion } from '../../src/tone/finding.js';
import type { Rule } from '../../src/tone/rules/rule.js';
import { ruleSet } from '../../src/tone/rules/ruleSet.js';
import { examplesOf } from './ruleExamples.js';
import { offersOf } from './ruleMatches.js';

const LEVEL_WORDS: Readonly<Record<Rule['level'], string>> = {
  default: 'On by default.',
  gentle: 'On by default, as a quiet hint.',
  'opt-in': 'Off until you or your team switch it on.',
};

/** The pages of `media/rules` by name, from the rules and their examples alone. The parser has to be loaded. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([...ruleSet.map((rule) => [`${rule.id}.md`, page(rule)] as const), ['README.md', overview()]]);
}

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
    ...(passes.length === 0 ? [] : ['## Leaves alone', passes.map((pass) => `- ${escaped(pass)}`).join('\n')]),
    '## Not for you?',
    `- Leave one place alone: \`<!-- tone-ignore ${id} -->\` before a block, or in it.`,
    `- For the team, in \`.common-ground/tone.yaml\`:`,
    `  \`\`\`yaml\n  rules:\n    ${id}: off\n  \`\`\``,
    `- For yourself, in the settings:`,
    `  \`\`\`json\n  "commonGround.tone.rules": { "${id}": "off" }\n  \`\`\``,
  ].join('\n\n')}\n`;
}

/** What the check offers instead of an example. */
function offersFor(flag: string, rule: Rule): readonly string[] {
  const offers = offersOf(rule, flag)?.map((suggestion) => applied(flag, suggestion).trim());
  const shown = offers ?? rule.rewrite.map(({ text }) => text).filter((text) => !text.includes('{'));
  return [...new Set(shown)].filter((text) => text !== '').slice(0, 3);
}

function applied(text: string, { range, newText }: Suggestion): string {
  return text.slice(0, range.start) + newText + text.slice(range.end);
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
        'What only you know is a blank, and the editor asks for it. They come after ways to change your own sentence.',
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
