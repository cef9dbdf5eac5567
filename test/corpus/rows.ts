import { globSync, readFileSync } from 'node:fs';

/** A sentence that was written for the tone check. */
export interface CorpusRow {
  readonly label: 'blame' | 'ok' | 'optin';
  readonly surface: string;
  /** A family or rule id for blame; `like/family` or `plain` for the rest. */
  readonly kind: string;
  readonly text: string;
}

/** The rows of one file of `test/corpus`, or of all of them. Run from the root of the project. */
export function corpusRows(name = '*'): readonly CorpusRow[] {
  return globSync(`test/corpus/${name}.tsv`)
    .sort()
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const [label = '', surface = '', kind = '', text = ''] = line.split('\t');
      return { label: label as CorpusRow['label'], surface, kind, text };
    });
}
