import * as vscode from 'vscode';
import type { RoomAddress } from './roomAddress.js';

/** Names the machine that a room is on, and waits for a yes. A link comes from anywhere, and what is written goes there. */
export async function confirmRoom({ host, isOdd, isPrivate }: RoomAddress): Promise<boolean> {
  const detail = [
    vscode.l10n.t(
      'What you write, and who you are, goes to that machine. Go in only if the people you work with use it.',
    ),
    ...(isOdd
      ? [
          vscode.l10n.t(
            'The name has letters of another alphabet. They are shown as code (xn--…), since they can look like those of a name that you know.',
          ),
        ]
      : []),
    ...(isPrivate ? [] : [vscode.l10n.t('The connection is not encrypted: others in your network can read along.')]),
  ].join('\n\n');
  const yes = vscode.l10n.t('Go In');
  const question = vscode.l10n.t('You will write into a room of {0}.', host);
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
