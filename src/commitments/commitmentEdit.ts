import type { Problem } from '../yamlList/problem.js';
import type { TextEdit } from '../yamlList/textEdit.js';
import type { Day, NewCommitment } from './commitment.js';
import type { CommitmentFile } from './commitmentFile.js';

/** The fields that a person can set one by one. `null` takes the key out of the file. */
export interface CommitmentFields {
  readonly promise?: string;
  readonly owner?: string | null;
  readonly made?: Day | null;
  readonly revisit?: Day | null;
  readonly from?: string | null;
}

/** A wish to change the file. It names commitments by id, so that it can be made again on a text that moved meanwhile. */
export type CommitmentEdit =
  | { readonly kind: 'add'; readonly commitment: NewCommitment }
  | { readonly kind: 'keep'; readonly id: string; readonly on: Day; readonly because?: string }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly on: Day;
      readonly agreedWith: string;
      readonly because?: string;
      readonly successor: NewCommitment;
    }
  | { readonly kind: 'letGo'; readonly id: string; readonly on: Day; readonly because: string }
  /** Takes an ending back: the promise is open again. */
  | { readonly kind: 'reopen'; readonly id: string }
  | { readonly kind: 'note'; readonly id: string; readonly on: Day; readonly text: string }
  /** Sets the day to come back to it. */
  | { readonly kind: 'snooze'; readonly id: string; readonly until: Day }
  | { readonly kind: 'edit'; readonly id: string; readonly set: CommitmentFields }
  /** Puts it before another; `before: null` puts it last. */
  | { readonly kind: 'move'; readonly id: string; readonly before: string | null }
  | { readonly kind: 'remove'; readonly id: string }
  /** For quick fixes: by place, from 0, because the id is missing or not its own. `value: null` takes the key out. */
  | { readonly kind: 'repair'; readonly item: number; readonly key: string; readonly value: string | null };

/** What an edit did, for the label of an undo step or a message: a code and what it mentions. */
export interface EditLabel {
  readonly code: CommitmentEdit['kind'];
  readonly args: Readonly<Record<string, string>>;
}

/** What came of an edit. A refusal changes nothing. */
export type EditResult = EditDone | { readonly ok: false; readonly problem: Problem };

export interface EditDone {
  readonly ok: true;
  /** Against the text the edit was made on; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** The file with the edits applied. */
  readonly file: CommitmentFile;
  /** Its text, put together when it is asked for. */
  readonly text: string;
  readonly label: EditLabel;
}
