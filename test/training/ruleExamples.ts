import { readFileSync } from 'node:fs';
import { groupBy } from './groupBy.js';

/** Sentences that a rule points at, and sentences that look like it and are left alone. */
export interface RuleExamples {
  readonly flags: readonly string[];
  readonly passes: readonly string[];
}

let byRule: ReadonlyMap<string, RuleExamples> | undefined;

/** The examples of a rule: the rows of `test/corpus/rules.tsv` with its id. Run from the root of the project. */
export function examplesOf(id: string): RuleExamples {
  byRule ??= readExamples('test/corpus/rules.tsv');
  return byRule.get(id) ?? { flags: [], passes: [] };
}

function readExamples(path: string): ReadonlyMap<string, RuleExamples> {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return new Map(
    [...groupBy(rows, ([, , id = '']) => id)].map(([id, own]) => {
      const texts = (isOk: boolean) => own.filter(([label]) => (label === 'ok') === isOk).map(([, , , text = '']) => text);
      return [id, { flags: texts(false), passes: texts(true) }];
    }),
  );
}
