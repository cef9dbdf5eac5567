import * as v from 'valibot';
import * as vscode from 'vscode';
import type { CommandId } from '../contributions.js';
import { folderArgument, readArgument } from '../teamFile/argument.js';
import { openAt } from './normsCommands.js';
import { type NormList, type NormsDesk, standingWord } from './normsDesk.js';

interface NormItem extends vscode.QuickPickItem {
  readonly list?: NormList;
  readonly id?: string;
}

/** `commonGround.norms.show {folder?}`: the norms in a list over the editor, one key away. Enter goes to one in its file. */
export async function showNorms(desk: NormsDesk, argument: unknown): Promise<void> {
  const { folder } = readArgument(v.object({ folder: v.optional(folderArgument) }), argument ?? {});
  const only = folder === undefined ? undefined : await desk.listFor(folder, false);
  const all = (await desk.everything()).filter(({ list }) => only === undefined || list === only);
  const several = new Set(all.map(({ list }) => list)).size > 1;
  const items = all.map(
    ({ list, norm }): NormItem => ({
      label: norm.text,
      description: [standingWord(norm), several ? list.file.folder.name : ''].filter((part) => part !== '').join(' · '),
      detail: norm.why ?? '',
      iconPath: new vscode.ThemeIcon(norm.adopted ? 'law' : 'question'),
      list,
      id: norm.id,
    }),
  );
  if (items.length === 0) {
    await vscode.commands.executeCommand('commonGround.norms.chooseStarters' satisfies CommandId);
    return;
  }
  const answer = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Our norms'),
    placeHolder: vscode.l10n.t('What we agreed on for how we talk with each other'),
    matchOnDetail: true,
  });
  if (answer?.list !== undefined) {
    await openAt(answer.list, answer.id);
  }
}
