const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const subjects = set(
  'i you we they he she it that this what which does do did not to would could might may should will can',
);
const objects = set('me us him her them people others users everyone someone my our his their');
const questions = set('question questions mistake mistakes typo typos me idea');
const modes = set('feel feels felt for set sets get is are be as of');
const things = set('of');

/** Whether a word means something else between two others. */
export type OtherSense = (before: string, after: string) => boolean;

/** Words that charge someone in one sense only, and where they have another: "what do you mean", "some kind of", "a mock of the client". */
const others: Readonly<Record<string, OtherSense>> = {
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

/** When a word means something else than what signs count it for; `undefined` where it never does. */
export function otherSenseOf(word: string): OtherSense | undefined {
  return Object.hasOwn(others, word) ? others[word] : undefined;
}
