import type { Problem } from '../yamlList/problem.js';
import type { TextEdit } from '../yamlList/textEdit.js';
import type { Day } from './norm.js';
import type { NormsFile } from './normsFile.js';

export interface NewNorm {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  readonly adopted?: Day;
}

/** A wish to change the norms file. */
export type NormsEdit =
  | { readonly kind: 'add'; readonly norm: NewNorm }
  /** `null` takes the key out. */
  | {
      readonly kind: 'edit';
      readonly id: string;
      readonly set: { readonly text?: string; readonly why?: string | null; readonly adopted?: Day | null };
    }
  /** Everyone consented: it holds from this day on. */
  | { readonly kind: 'adopt'; readonly id: string; readonly on: Day }
  | { readonly kind: 'move'; readonly id: string; readonly before: string | null }
  | { readonly kind: 'remove'; readonly id: string }
  /** For quick fixes: by place, from 0. */
  | { readonly kind: 'repair'; readonly item: number; readonly key: string; readonly value: string | null };

/** What came of an edit. A refusal changes nothing. */
export type NormsEditResult = NormsEditDone | { readonly ok: false; readonly problem: Problem };

export interface NormsEditDone {
  readonly ok: true;
  /** Against the text the edit was made on; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** The file with the edits applied. */
  readonly file: NormsFile;
  readonly text: string;
  readonly label: { readonly code: NormsEdit['kind']; readonly args: Readonly<Record<string, string>> };
}
