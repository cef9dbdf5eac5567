import { corpusRows } from './rows.js';

/** Sentences that a rule points at, and sentences that look like it and are left alone. */
export interface RuleExamples {
  readonly flags: readonly string[];
  readonly passes: readonly string[];
}

let byRule: ReadonlyMap<string, RuleExamples> | undefined;

/** The examples of a rule: the rows of `test/corpus/rules.tsv` with its id. */
export function examplesOf(id: string): RuleExamples {
  byRule ??= readExamples();
  return byRule.get(id) ?? { flags: [], passes: [] };
}

function readExamples(): ReadonlyMap<string, RuleExamples> {
  const groups = Map.groupBy(corpusRows('rules'), ({ kind }) => kind);
  return new Map(
    [...groups].map(([id, rows]) => {
      const texts = (isOk: boolean): readonly string[] =>
        rows.filter(({ label }) => (label === 'ok') === isOk).map(({ text }) => text);
      return [id, { flags: texts(false), passes: texts(true) }];
    }),
  );
}
