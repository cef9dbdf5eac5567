import type * as vscode from 'vscode';
import type { Commitment, Day } from '../../commitments/commitment.js';
import type { CommitmentEdit } from '../../commitments/commitmentEdit.js';
import type { CommitmentFile } from '../../commitments/commitmentFile.js';
import { nextId } from '../../commitments/commitmentId.js';
import { dayOf } from '../../commitments/days.js';
import type { Services } from '../services.js';
import type { TeamList } from '../teamFile/teamList.js';
import { TeamLists } from '../teamFile/teamLists.js';
import { tellOutcome } from '../teamFile/tellOutcome.js';
import { UndoStack } from '../teamFile/undoStack.js';

export type CommitmentList = TeamList<CommitmentFile, CommitmentEdit>;

/** Loads what reads and writes the file; brings the YAML library along, so only on first use. */
export const loadCommitmentRoom = (): Promise<typeof import('../../commitments/commitmentFile.js')> =>
  import('../../commitments/commitmentFile.js');

/** Where the parts of the feature meet: the lists of all folders, the day it is, and writing with a word to the person. */
export class CommitmentDesk implements vscode.Disposable {
  readonly lists = new TeamLists<CommitmentFile, CommitmentEdit>('commitments.yaml', loadCommitmentRoom);
  readonly undoStack = new UndoStack('commonGround:commitments.canUndo');

  constructor(readonly services: Services) {}

  today(): Day {
    return dayOf(new Date());
  }

  /** An id that no promise of the list has. */
  newId(list: CommitmentList): string {
    const taken = new Set((list.current?.latest?.commitments ?? []).map(({ id }) => id));
    return nextId(Math.random, taken);
  }

  /**
   * Writes edits in one step, and says what happened.
   * @param base what the person saw when they decided
   * @throws UserError when the file refuses; nothing is changed then
   */
  async write(
    list: CommitmentList,
    edits: readonly CommitmentEdit[],
    done: string,
    base?: CommitmentFile,
  ): Promise<void> {
    const outcome = await list.apply(edits, base);
    this.undoStack.push(list.file, outcome, done);
    tellOutcome(outcome, done);
  }

  /** Every promise that can be shown now, with its list. */
  async everything(): Promise<readonly Target[]> {
    const all = await this.lists.ready();
    return all.flatMap(({ list, snapshot }) => targetsOf(list, snapshot.shown));
  }

  dispose(): void {
    this.lists.dispose();
  }
}

/** A promise that a command is about, as the person saw it. */
export interface Target {
  readonly list: CommitmentList;
  readonly file: CommitmentFile;
  /** Its place in the file. */
  readonly item: number;
  readonly commitment: Commitment;
}

export function targetsOf(list: CommitmentList, file: CommitmentFile | undefined): readonly Target[] {
  return file?.commitments.map((commitment, item) => ({ list, file, item, commitment })) ?? [];
}
