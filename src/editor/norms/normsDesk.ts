import * as vscode from 'vscode';
import { nextId } from '../../commitments/commitmentId.js';
import { dayOf } from '../../commitments/days.js';
import type { Norm } from '../../norms/norm.js';
import type { NormsEdit } from '../../norms/normsEdit.js';
import type { NormsFile } from '../../norms/normsFile.js';
import type { Services } from '../services.js';
import { askTeam } from '../teamFile/askTeam.js';
import type { TeamList } from '../teamFile/teamList.js';
import { TeamLists } from '../teamFile/teamLists.js';
import { tellOutcome } from '../teamFile/tellOutcome.js';
import type { UndoStack } from '../teamFile/undoStack.js';

export type NormList = TeamList<NormsFile, NormsEdit>;

/** Loads what reads and writes the file; brings the YAML library along, so only on first use. */
export const loadNormRoom = (): Promise<typeof import('../../norms/normsFile.js')> =>
  import('../../norms/normsFile.js');

/** Where the parts of the norms meet: the lists of all folders, and writing with a word to the person. */
export class NormsDesk implements vscode.Disposable {
  readonly lists = new TeamLists<NormsFile, NormsEdit>('norms.yaml', loadNormRoom);

  constructor(
    readonly services: Services,
    private readonly undoStack: UndoStack,
  ) {}

  today(): string {
    return dayOf(new Date());
  }

  /**
   * The list that is meant: the one of the folder, the only one, or the one the person chooses if they may be asked.
   * Nothing if they leave.
   * @throws UserError when there is no such folder
   */
  async listFor(folder: string | vscode.Uri | undefined, mayAsk: boolean): Promise<NormList | undefined> {
    if (folder !== undefined) {
      return this.lists.named(folder);
    }
    const all = this.lists.all();
    return mayAsk && all.length > 1 ? askTeam(vscode.l10n.t('Our norms'), all) : this.lists.only();
  }

  /** An id that no norm of the list has. */
  newId(list: NormList): string {
    return nextId(Math.random, new Set((list.current?.latest?.norms ?? []).map(({ id }) => id)));
  }

  /** @throws UserError when the file refuses; nothing is changed then */
  async write(list: NormList, edits: readonly NormsEdit[], done: string, base?: NormsFile): Promise<void> {
    const outcome = await list.apply(edits, base);
    this.undoStack.push(list.file, outcome, done);
    tellOutcome(outcome, done);
  }

  /** Every norm that can be shown now, with its list. */
  async everything(): Promise<readonly { readonly list: NormList; readonly norm: Norm; readonly file: NormsFile }[]> {
    const all = await this.lists.ready();
    return all.flatMap(({ list, snapshot: { shown } }) =>
      shown === undefined ? [] : shown.norms.map((norm) => ({ list, norm, file: shown })),
    );
  }

  /** Ids of the norms that were read so far, and the ways a promise may name them. */
  knownIds(): ReadonlySet<string> {
    const norms = this.lists.all().flatMap(({ current }) => current?.shown?.norms ?? []);
    return new Set(norms.map(({ id }) => id).filter((id) => id !== ''));
  }

  dispose(): void {
    this.lists.dispose();
  }
}

/** Beside a norm: since when it holds, or that it does not yet. */
export function standingWord({ adopted }: Norm): string {
  return adopted === undefined || adopted === '' ? vscode.l10n.t('proposed') : vscode.l10n.t('since {0}', adopted);
}
