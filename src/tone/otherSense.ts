import type { Reading } from './reading.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const subjects = set(
  'i you we they he she it that this what which does do did not to would could might may should will can',
);
const objects = set('me us him her them people others users everyone someone my our his their');
const questions = set('question questions mistake mistakes typo typos me idea');
const modes = set('feel feels felt for set sets get is are be as of');
const things = set('of');

/** Words that charge someone in one sense only, and where they have another: "what do you mean", "some kind of", "a mock of the client". */
const others: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  mean: (before) => subjects.has(before),
  kind: (before, after) => things.has(after) || before === 'what',
  mock: (_, after) => !objects.has(after),
  mocks: (_, after) => !objects.has(after),
  mocked: (_, after) => !objects.has(after),
  mocking: (_, after) => !objects.has(after),
  lying: (_, after) => after === 'around' || after === 'in' || after === 'on',
  excuse: (_, after) => after === 'me' || after === 'my',
  stupid: (_, after) => questions.has(after),
  dumb: (_, after) => questions.has(after),
  silly: (_, after) => questions.has(after),
  foolish: (_, after) => questions.has(after),
  free: (before) => modes.has(before),
  trust: (before) => before === 'zero' || before === 'the',
  mental: (_, after) => after === 'model' || after === 'note' || after === 'overhead' || after === 'load',
  hell: (before) => before === 'dependency' || before === 'callback' || before === 'dll',
};

/** Whether a word means something else here than what signs count it for. */
export function isOtherSense(reading: Reading, at: number): boolean {
  const word = reading.word(at);
  return Object.hasOwn(others, word) && others[word]?.(reading.word(at - 1), reading.word(at + 1)) === true;
}
