import * as vscode from 'vscode';
import { type Reach, reaches } from '../../protocol/panelMessages.js';
import { alone, askPick, askText } from '../teamFile/flow.js';
import type { AskAddress } from './doors.js';

/** Who can come in, said once for the choice and once more beside the link. */
export function reachName(reach: Reach): string {
  switch (reach) {
    case 'machine':
      return vscode.l10n.t('This machine alone');
    case 'network':
      return vscode.l10n.t('Our network');
    case 'forwarded':
      return vscode.l10n.t('Where the editor forwards to');
  }
}

function reachMeaning(reach: Reach): string {
  switch (reach) {
    case 'machine':
      return vscode.l10n.t('Only browsers and editors on this machine reach it: to try it out.');
    case 'network':
      return vscode.l10n.t('Everyone in the networks of this machine; not encrypted on the way.');
    case 'forwarded':
      return vscode.l10n.t('Through the editor’s port forwarding; a service in between carries what is said.');
  }
}

/** Which way in? @returns nothing when the person leaves */
export async function askReach(last: Reach | undefined): Promise<Reach | undefined> {
  const answer = await askPick<Reach>(alone(vscode.l10n.t('Invite to the retro')), {
    placeholder: vscode.l10n.t('Who is to be able to reach it? The link lets them in.'),
    items: reaches.map((reach) => ({ label: reachName(reach), detail: reachMeaning(reach), value: reach })),
    active: last ?? 'machine',
  });
  return typeof answer === 'string' ? answer : undefined;
}

export const askAddress: AskAddress = async (port) => {
  const answer = await askText(alone(vscode.l10n.t('Invite to the retro')), {
    prompt: vscode.l10n.t('Forward port {0} in the Ports view, and paste the address that it shows.', port),
    placeholder: 'https://…',
    validate: (text) =>
      /^https?:\/\/[^\s/]+(\/\S*)?$/i.test(text) ? undefined : vscode.l10n.t('An address begins with https://'),
  });
  return typeof answer === 'string' ? answer : undefined;
};
