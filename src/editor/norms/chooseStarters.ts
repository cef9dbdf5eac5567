import * as v from 'valibot';
import * as vscode from 'vscode';
import { type StarterNorm, starterNorms } from '../../norms/starterNorms.js';
import { folderArgument, readArgument, words } from '../teamFile/argument.js';
import { UserError } from '../userError.js';
import type { NormsDesk } from './normsDesk.js';

const startersArgument = v.object({ ids: v.optional(v.array(words)), folder: v.optional(folderArgument) });

/**
 * `commonGround.norms.chooseStarters {ids?, folder?}`: a set to choose from. What is chosen is proposed, not adopted: that
 * takes everyone.
 */
export async function chooseStarters(desk: NormsDesk, argument: unknown): Promise<void> {
  const { ids, folder } = readArgument(startersArgument, argument ?? {});
  const list = await desk.listFor(folder, ids === undefined);
  if (list === undefined) {
    return;
  }
  const there = new Set(((await list.ready()).latest?.norms ?? []).map(({ id }) => id));
  const choices = starterNorms.filter(({ id }) => !there.has(id));
  const chosen = ids === undefined ? await askWhich(choices) : ids.map((id) => byId(choices, id));
  if (chosen.length === 0) {
    return;
  }
  await desk.write(
    list,
    chosen.map(({ id, text, why }) => ({
      kind: 'add',
      norm: { id, text: vscode.l10n.t(text), why: vscode.l10n.t(why) },
    })),
    vscode.l10n.t('Proposed. They hold once everyone was asked.'),
  );
}

function byId(choices: readonly StarterNorm[], id: string): StarterNorm {
  const found = choices.find((norm) => norm.id === id);
  if (found === undefined) {
    throw new UserError(
      'norms/not-found',
      vscode.l10n.t('There is no norm to start with called {0}, or you have it.', id),
    );
  }
  return found;
}

async function askWhich(choices: readonly StarterNorm[]): Promise<readonly StarterNorm[]> {
  const items = choices.map((norm) => ({ label: vscode.l10n.t(norm.text), detail: vscode.l10n.t(norm.why), norm }));
  const answer = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Norms to start with'),
    placeHolder: vscode.l10n.t('Choose the few that fit. They are proposals until everyone was asked.'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return (answer ?? []).map(({ norm }) => norm);
}
