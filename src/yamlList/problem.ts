import type { TextRange } from './textEdit.js';

/**
 * Something in a file, or in a wish to change it, that a person should know. `code` and `args` are for the one who words it in
 * another language; `message` is the English default.
 */
export interface Problem {
  /** Stable, kebab-case: `duplicate-id`. */
  readonly code: string;
  readonly message: string;
  /** Where in the text; an empty range for what has no place. */
  readonly range: TextRange;
  /** `error`: something cannot be read as it was meant. `warning`: it can be read, and is likely a slip. */
  readonly severity: 'error' | 'warning' | 'information';
  /** What the message mentions: ids, keys, values as they stand in the file. */
  readonly args: Readonly<Record<string, string>>;
  /** The item it is about, by its place in the list, from 0. Absent when it is about the whole file. */
  readonly item?: number;
  /** As long as it stands, nothing is written into the file. */
  readonly blocking?: boolean;
}
