import * as v from 'valibot';
import * as vscode from 'vscode';
import { inline, item } from '../../retro/markdown.js';
import type { SettingId } from '../contributions.js';
import { gitRemote } from '../teamFile/gitUser.js';
import { UserError } from '../userError.js';
import { chosenTargets, readCall } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import { promiseWord } from './commitmentWords.js';
import type { CommitmentDesk, Target } from './desk.js';
import { issueLink } from './issueLink.js';
import { asMarkdown } from './markdownList.js';

/** `commonGround.commitments.copyLink {id}`: a link that opens the promise in the editor of whoever has the repo open. */
export async function copyLink(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<void> {
  const called = await readCall(desk, v.object({}), argument, more);
  const targets = await chosenTargets(desk, tree, vscode.l10n.t('Copy a link'), called);
  const withIds = targets.filter(({ commitment }) => commitment.id !== '');
  if (withIds.length > 0) {
    await copy(withIds.map(linkTo).join('\n'), vscode.l10n.t('The link is in the clipboard.'));
  } else if (targets.length > 0) {
    throw new UserError('commitments/no-id', vscode.l10n.t('A promise needs an id before it can have a link.'));
  }
}

/** `commonGround.commitments.copyMarkdown {id?}`: one promise, those selected, or all that the tree shows. */
export async function copyMarkdown(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<void> {
  const called = await readCall(desk, v.object({}), argument, more);
  const text =
    called.targets.length > 0
      ? asMarkdown(called.targets.map(({ commitment }) => commitment))
      : await tree.asMarkdown();
  await copy(text, vscode.l10n.t('The promises are in the clipboard, as Markdown.'));
}

const issueArgument = v.object({});

/** `commonGround.commitments.createIssueLink {id}`: a link to a new issue, filled in. Nothing is sent. Answers the link. */
export async function createIssueLink(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<string | undefined> {
  const called = await readCall(desk, issueArgument, argument, more);
  const [target] = await chosenTargets(desk, tree, vscode.l10n.t('Create an issue link'), called);
  if (target === undefined) {
    return undefined;
  }
  const { uri } = target.list.file.folder;
  const setting: SettingId = 'commonGround.commitments.issueUrl';
  const template = vscode.workspace.getConfiguration(undefined, uri).get<string>(setting, '');
  const link = issueLink(template, await gitRemote(uri), {
    title: promiseWord(target.commitment),
    body: issueBody(target),
  });
  if (link === undefined) {
    throw new UserError(
      'commitments/no-tracker',
      vscode.l10n.t('The git remote does not tell where issues are made. Set {0} to say it.', setting),
    );
  }
  await vscode.env.clipboard.writeText(link);
  void offerToOpen(link);
  return link;
}

async function offerToOpen(link: string): Promise<void> {
  const open = vscode.l10n.t('Open in Browser');
  const message = vscode.l10n.t('The link to a new issue is in the clipboard. Nothing was sent.');
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    // As text: a Uri would encode once more what is encoded already.
    await vscode.commands.executeCommand('vscode.open', link);
  }
}

function issueBody(target: Target): string {
  const { commitment } = target;
  const notes = commitment.notes.map(({ on, text }) => item(`${on === undefined ? '' : `${on}: `}${text}`));
  const from = commitment.from === undefined ? [] : [inline(vscode.l10n.t('From {0}', commitment.from))];
  const link = commitment.id === '' ? [] : [linkTo(target)];
  return [asMarkdown([commitment]), ...notes, ...from, ...link].join('\n\n');
}

function linkTo({ commitment }: Target): string {
  return `${vscode.env.uriScheme}://common-ground.common-ground/promise/${encodeURIComponent(commitment.id)}`;
}

async function copy(text: string, done: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(clippy) ${done}`, 5000);
}
