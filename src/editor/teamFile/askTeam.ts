import * as vscode from 'vscode';
import { alone, askPick } from './flow.js';
import type { ListFile, TeamList } from './teamList.js';

/** Asks which team is meant, if there is more than one. Nothing if the person leaves. */
export async function askTeam<F extends ListFile, E>(
  title: string,
  lists: readonly TeamList<F, E>[],
): Promise<TeamList<F, E> | undefined> {
  if (lists.length < 2) {
    return lists[0];
  }
  const answer = await askPick<TeamList<F, E>>(alone(title), {
    placeholder: vscode.l10n.t('In which team?'),
    items: lists.map((list) => ({
      label: list.file.folder.name,
      description: list.current?.missing === true ? vscode.l10n.t('no list yet') : '',
      value: list,
    })),
  });
  return typeof answer === 'object' ? answer : undefined;
}
