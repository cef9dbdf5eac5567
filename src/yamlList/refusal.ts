import { afterEdits } from './listEdit.js';
import { type ListFile, refusalOf } from './listFile.js';
import { UnsupportedLayout } from './mapEdit.js';
import type { Problem } from './problem.js';
import type { TextEdit, TextRange } from './textEdit.js';

/** A wish that cannot be met, and why. Thrown within the edits of a room, and told as a {@link Problem} at its door. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly args: Readonly<Record<string, string>> = {},
    readonly range: TextRange = { start: 0, end: 0 },
  ) {
    super(message);
  }

  toProblem(): Problem {
    return { code: this.code, message: this.message, range: this.range, severity: 'error', args: this.args };
  }
}

export type ListEditResult<T> =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly file: ListFile<T> }
  | { readonly ok: false; readonly problem: Problem };

/** What an edit does to the list, and which ids must stand there afterwards. */
export interface Outcome {
  readonly edits: readonly TextEdit[];
  readonly count: number;
  readonly idAt: (item: number) => string | undefined;
}

/** The outcomes that an edit can have. */
export const outcomes = {
  changed: <T>({ items }: ListFile<T>, edits: readonly TextEdit[]): Outcome => {
    return { edits, count: items.length, idAt: (item) => items[item]?.id };
  },
  renamed: <T>({ items }: ListFile<T>, edits: readonly TextEdit[], at: number, id: string): Outcome => {
    return { edits, count: items.length, idAt: (item) => (item === at ? id : items[item]?.id) };
  },
  added: <T>({ items }: ListFile<T>, edits: readonly TextEdit[], at: number, id: string): Outcome => {
    return {
      edits,
      count: items.length + 1,
      idAt: (item) => (item === at ? id : items[item > at ? item - 1 : item]?.id),
    };
  },
  removed: <T>({ items }: ListFile<T>, edits: readonly TextEdit[], at: number): Outcome => {
    return { edits, count: items.length - 1, idAt: (item) => items[item >= at ? item + 1 : item]?.id };
  },
  /** `before` is a place in the list as it was, before anything was moved. */
  moved: <T>({ items }: ListFile<T>, edits: readonly TextEdit[], from: number, before: number): Outcome => {
    const ids = items.map(({ id }) => id);
    const [id = ''] = ids.splice(from, 1);
    ids.splice(before > from ? before - 1 : before, 0, id);
    return { edits, count: ids.length, idAt: (item) => ids[item] };
  },
};

/**
 * Makes an edit, and looks at what came of it: a text that reads otherwise than was meant is never handed out.
 * Changes nothing when it refuses.
 */
export function attempt<T>(file: ListFile<T>, make: () => Outcome): ListEditResult<T> {
  const refusal = refusalOf(file);
  if (refusal) {
    return { ok: false, problem: { ...refusal, args: { ...refusal.args, writing: 'refused' } } };
  }
  try {
    const { edits, count, idAt } = make();
    const after = afterEdits(file, edits);
    if (refusalOf(after) || after.items.length !== count || after.items.some(({ id }, index) => id !== idAt(index))) {
      throw new UnsupportedLayout('the list would not read as it was meant');
    }
    return { ok: true, edits, file: after };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    return error.toProblem();
  }
  if (error instanceof UnsupportedLayout) {
    const message =
      'This part of the file is written in a way that cannot be changed safely from here: please change it by hand.';
    return new Refusal('unsupported-layout', message, { detail: error.message }).toProblem();
  }
  throw error;
}
