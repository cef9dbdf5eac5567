/** What can stand at a place in a template, for editors without a YAML extension. Reads lines, so it also works in broken files. */
import { anonymities, levels, stepKinds } from '../model.js';

export interface TemplateCompletion {
  readonly label: string;
  /** One line on what it does. */
  readonly detail: string;
  readonly insertText: string;
  /** Where the word that is being typed begins, in UTF-16 units from the start of the text. */
  readonly from: number;
}

type Words = Readonly<Record<string, string>>;

const topKeys: Words = {
  name: 'What people choose it by',
  about: 'What it is good for',
  prompts: 'The questions people write to',
  steps: 'The steps in their order',
  votes: 'How many votes each person has',
  confidentiality: 'Where things may go at most',
  anonymity: 'How cards are signed',
  heard: '“What I heard is …” in the circle',
  incident: 'It is about something that went wrong',
};
const promptKeys: Words = {
  id: 'Made from the title when it is not given',
  title: 'The question',
  hint: 'Helps to begin',
};
const stepKeys: Words = {
  step: 'The kind of step',
  title: 'Shown in place of its own name',
  guide: 'Read out at the beginning',
  minutes: 'A calm line of so many minutes',
  prompts: 'Ids of the prompts of a write step',
};
const voteKeys: Words = { budget: 'Votes that each person has', cap: 'Votes from one person for one topic' };
const steps: Words = Object.fromEntries(stepKinds.map((kind) => [kind, 'A step']));
const values: Readonly<Record<string, Words>> = {
  confidentiality: Object.fromEntries(levels.map((level) => [level, 'A level'])),
  anonymity: Object.fromEntries(anonymities.map((way) => [way, 'A way of signing'])),
  heard: { true: 'Yes', false: 'No' },
  incident: { true: 'Yes', false: 'No' },
  step: steps,
};

export function completeTemplate(text: string, offset: number): readonly TemplateCompletion[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const typed = /[\w-]*$/u.exec(line)?.[0].replace(/^-+/u, '') ?? '';
  const found = wordsAt(line.slice(0, line.length - typed.length), text.slice(0, lineStart));
  return Object.entries(found.words)
    .filter(([word]) => word.startsWith(typed))
    .map(([label, detail]) => ({
      label,
      detail,
      insertText: found.key ? `${label}: ` : label,
      from: offset - typed.length,
    }));
}

interface Found {
  readonly words: Words;
  /** The words are keys, so a colon follows. */
  readonly key: boolean;
}

function wordsAt(before: string, above: string): Found {
  const key = /^\s*(?:-\s+)?([a-z]+):\s+$/u.exec(before)?.[1];
  if (key !== undefined) {
    return { words: Object.hasOwn(values, key) ? (values[key] ?? {}) : {}, key: false };
  }
  if (before === '') {
    return { words: topKeys, key: true };
  }
  if (!/^\s*(?:-\s+)?$/u.test(before)) {
    return { words: {}, key: false };
  }
  return wordsUnder(lastTopKey(above), before.includes('-'));
}

function wordsUnder(section: string | undefined, item: boolean): Found {
  switch (section) {
    case 'steps':
      return item
        ? { words: { ...steps, 'step:': 'A step with more to say' }, key: false }
        : { words: stepKeys, key: true };
    case 'prompts':
      return { words: promptKeys, key: true };
    case 'votes':
      return { words: voteKeys, key: true };
    default:
      return { words: {}, key: false };
  }
}

function lastTopKey(above: string): string | undefined {
  return [...above.matchAll(/^([a-z]+):/gmu)].at(-1)?.[1];
}
