import * as vscode from 'vscode';
import { registerCommand } from '../commands.js';
import type { ContextKey } from '../contributions.js';
import { openLinks } from '../linkHandler.js';
import { guestPanelType } from '../retro/panelType.js';
import type { RetroDesk } from '../retro/retroDesk.js';
import type { TeamLists } from '../retro/startRetroCommand.js';
import { takeUpUnheard } from '../retro/unheardPages.js';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { GuestDesk } from './guestDesk.js';

/** Registers what makes a retro one of several people: to invite, to join, to leave, and links that open the editor. Reads nothing yet. */
export function startRoom(services: Services, desk: RetroDesk, lists: TeamLists): void {
  const guest = new GuestDesk(services);
  const { subscriptions } = services.context;
  subscriptions.push(guest, new GuestStatus(guest));
  desk.guest = guest;
  registerCommand(services, 'commonGround.room.invite', async (argument) => {
    guest.assertNone();
    return (await import('./inviteCommand.js')).invite(desk, lists, argument);
  });
  registerCommand(services, 'commonGround.room.join', async (argument) =>
    (await import('./joinCommand.js')).join(desk, guest, argument),
  );
  registerCommand(services, 'commonGround.room.leave', async () => {
    assertNotHolding(desk);
    await guest.leave();
  });
  openLinks(services, 'join', async (_rest, uri) => {
    await vscode.commands.executeCommand('commonGround.room.join', { link: uri.fragment });
  });
  subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(guestPanelType, {
      deserializeWebviewPanel: (webview) => guest.restore(webview),
    }),
    takeUpUnheard(services, guestPanelType, guest),
  );
}

/** Whoever holds the room cannot walk out of it: it would go with them. */
function assertNotHolding(desk: RetroDesk): void {
  if (desk.inProgress && desk.current?.inRoom !== undefined) {
    throw new UserError(
      'room/holds',
      vscode.l10n.t(
        'The room is on this machine. Someone else can facilitate: hand over in the panel. To end it, finish the retro or discard it.',
      ),
    );
  }
}

/** The seat in the status bar, and the context key by which only what applies is offered. */
class GuestStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('commonGround.room', vscode.StatusBarAlignment.Left, 10);
  private readonly listener: vscode.Disposable;

  constructor(private readonly guest: GuestDesk) {
    this.item.name = vscode.l10n.t('Retro with others');
    this.item.text = `$(comment-discussion) ${vscode.l10n.t('Retro')}`;
    this.item.tooltip = vscode.l10n.t('Return to the retro');
    this.item.command = 'commonGround.room.join';
    this.listener = guest.onDidChange(() => this.update());
    this.update();
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  private update(): void {
    const { joined } = this.guest;
    setContext('commonGround:room.joined', joined);
    if (joined) {
      this.item.show();
    } else {
      this.item.hide();
    }
  }
}

function setContext(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
