import { isListed, listsOf, type WordList } from './wordList.js';

/** One word's test. All that is listed is an alternative. */
export interface Test {
  readonly lists: readonly WordList[];
  /** Endings of words, such as `ing`. */
  readonly endings: readonly string[];
  readonly person: boolean;
  readonly any: boolean;
  readonly negated: boolean;
  readonly source: string;
}

const tests = new Map<string, Test>();

/** The test that a step stands for; equal steps share one. */
export function compileTest(source: string): Test {
  let test = tests.get(source);
  if (test === undefined) {
    test = readTest(source);
    tests.set(source, test);
  }
  return test;
}

function readTest(source: string): Test {
  const negated = source.startsWith('!');
  const text = negated ? source.slice(1) : source;
  const parts = text.split('/');
  const endings = parts.filter((part) => part.startsWith('*')).map((part) => part.slice(1));
  return {
    lists: listsOf(text),
    endings,
    person: parts.includes('@person'),
    any: parts.includes('_'),
    negated,
    source,
  };
}

/** Only certain words can satisfy it. */
export function isClosed(test: Test): boolean {
  return isBounded(test) && !test.person;
}

/** Only certain words and names of people can satisfy it, so that their absence rules the pattern out. */
export function isBounded(test: Test): boolean {
  return (
    !test.negated &&
    !test.any &&
    test.endings.length === 0 &&
    (test.person || test.lists.length > 0) &&
    !isListed(test.lists, "'s")
  );
}

const uninflected: ReadonlySet<string> = new Set(
  'thing nothing something anything everything king ring string spring bring during morning evening need seed speed feed exceed proceed indeed hundred bed red'.split(
    ' ',
  ),
);

/** Whether a word has one of the endings of a test as an inflection: "testing" has `ing`, "thing" has not. */
export function hasEnding({ endings }: Test, word: string): boolean {
  return endings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending)) && !uninflected.has(word);
}
