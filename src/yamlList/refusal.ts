import { afterEdits } from './listEdit.js';
import { type ListFile, refusalOf } from './listFile.js';
import { UnsupportedLayout } from './mapEdit.js';
import type { Problem } from './problem.js';
import { applyTextEdits, type TextEdit, type TextRange } from './textEdit.js';

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

export type ListEditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/** What an edit does to the list: how many items there are afterwards, and which of them are still the ones that were there. */
export interface Outcome {
  readonly edits: readonly TextEdit[];
  /** The ids in the order in which they must stand afterwards. */
  readonly ids: readonly string[];
}

/**
 * Makes an edit, and looks at what came of it: a text that reads otherwise than was meant is never handed out.
 * Changes nothing when it refuses.
 */
export function attempt<T>(file: ListFile<T>, make: () => Outcome): ListEditResult {
  const refusal = refusalOf(file);
  if (refusal) {
    return { ok: false, problem: { ...refusal, args: { ...refusal.args, writing: 'refused' } } };
  }
  try {
    const { edits, ids } = make();
    const after = afterEdits(file, edits);
    if (
      refusalOf(after) ||
      after.items.length !== ids.length ||
      after.items.some(({ id }, index) => id !== ids[index])
    ) {
      throw new UnsupportedLayout('the list would not read as it was meant');
    }
    return { ok: true, edits, text: edits.length === 0 ? file.text : applyTextEdits(file.text, edits) };
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
