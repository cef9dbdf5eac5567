import * as vscode from 'vscode';
import type { back, StepPlace } from '../teamFile/flow.js';
import { askFreePick } from '../teamFile/freePick.js';
import type { CommitmentList } from './desk.js';

/** The minutes of a folder's retros as `from` names them, newest first. */
export async function minutesIn(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const pattern = new vscode.RelativePattern(folder, '.common-ground/retros/*.md');
  const files = await vscode.workspace.findFiles(pattern, null, 50);
  return files
    .map((uri) => vscode.workspace.asRelativePath(uri, false))
    .sort()
    .reverse();
}

/** What a promise may have come from: minutes first, then what other promises of the list name. */
export class Sources {
  private readonly minutes = new Map<CommitmentList, readonly string[]>();

  /** Nobody waits for the search: what is found while the first questions are answered is offered. */
  constructor(lists: readonly CommitmentList[]) {
    for (const list of lists) {
      void minutesIn(list.file.folder).then((found) => this.minutes.set(list, found));
    }
  }

  of(list: CommitmentList | undefined): readonly string[] {
    if (list === undefined) {
      return [];
    }
    const named = list.current?.latest?.commitments.flatMap(({ from }) => (from ? [from] : [])) ?? [];
    return [...new Set([...(this.minutes.get(list) ?? []), ...named.reverse()])];
  }
}

/** Asks what a promise came from: `''` for nothing in particular. */
export async function askFrom(place: StepPlace, sources: readonly string[]): Promise<string | typeof back | undefined> {
  const answer = await askFreePick<string>(place, {
    placeholder: vscode.l10n.t('Did it come out of something? Choose, or type a path or an address.'),
    items: [
      { label: vscode.l10n.t('Nothing in particular'), value: '' },
      ...sources.map((value) => ({ label: value, value })),
    ],
    typed: (text) =>
      sources.some((source) => source.toLowerCase().includes(text.toLowerCase()))
        ? undefined
        : { label: text, value: text },
  });
  return typeof answer === 'object' ? answer.value : answer;
}
