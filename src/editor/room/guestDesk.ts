import * as vscode from 'vscode';
import { closeReason, closeReasons } from '../../protocol/closeCodes.js';
import { socketUrl } from '../../protocol/invitation.js';
import type { Line } from '../../protocol/line.js';
import type { PanelSettings } from '../../protocol/panelMessages.js';
import { servePipes } from '../../protocol/pipe.js';
import type { RetroEvent } from '../../retro/event.js';
import { noTone, PanelTone } from '../retro/panelTone.js';
import { guestPanelType } from '../retro/panelType.js';
import type { PanelHandlers, RetroPanel } from '../retro/retroPanel.js';
import { RetroVault } from '../retro/retroVault.js';
import { noDrafts } from '../retro/session.js';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { confirmRoom } from './confirmRoom.js';
import { entranceOf, type GuestSeat, seatFrom, seatText } from './guestSeat.js';
import type { RoomAddress } from './roomAddress.js';

/** Ends after which the seat can't be taken again: nothing of the room is kept. */
const forGood: readonly number[] = [closeReasons.finished, closeReasons.discarded, closeReasons.left].map(
  (reason) => reason.code,
);

/** The room of another machine that this window is a guest of: a panel, a seat, and the pipe between panel and hub. */
export class GuestDesk implements vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.didChange.event;
  private readonly vault: RetroVault;
  private seat: GuestSeat | undefined;
  private panel: RetroPanel | undefined;
  /** There was a panel. */
  hasShown = false;
  private tone: PanelTone | undefined;

  constructor(private readonly services: Services) {
    this.vault = new RetroVault(services, 'guest.sealed');
  }

  /** This window has a seat in a room. */
  get joined(): boolean {
    return this.seat !== undefined;
  }

  /** Takes a seat, once the person has said that the machine is the right one. A panel that shows the end of a former room makes way. */
  async join({ address, ...seat }: GuestSeat & { readonly address: RoomAddress }): Promise<boolean> {
    this.assertNone();
    if (!(await confirmRoom(address))) {
      return false;
    }
    // Another link may have been followed meanwhile.
    this.assertNone();
    const former = this.panel;
    this.panel = undefined;
    former?.dispose();
    this.take(seat);
    await this.show();
    return true;
  }

  /** @throws UserError when there is a seat already */
  assertNone(): void {
    if (this.joined) {
      throw new UserError(
        'room/joined',
        vscode.l10n.t('You are in a room. Leave it first; then there is room for another.'),
      );
    }
  }

  /** Looks whether a window that is gone had a seat; brings the panel to the front. Says whether there is one. */
  async resume(): Promise<boolean> {
    if (this.seat === undefined && !(await this.reopen())) {
      return false;
    }
    await this.show();
    return true;
  }

  /** The panel that the editor put back after a reload. */
  async restore(webview: vscode.WebviewPanel): Promise<void> {
    if (this.seat === undefined && !(await this.reopen())) {
      webview.dispose();
      return;
    }
    await this.attach(webview);
  }

  /** Asks the panel to do what a command of the palette asks for: it is the panel that has the line. */
  async move(event: RetroEvent): Promise<void> {
    await this.show();
    this.panel?.move(event);
  }

  /** Gives the seat back, for good. What was typed and not handed in goes with it. */
  async leave(): Promise<void> {
    const { seat } = this;
    if (seat === undefined) {
      throw new UserError('room/not-joined', vscode.l10n.t('You are in no room of another machine.'));
    }
    await this.untilIn(seat);
    this.panel?.dispose();
    const { sayGoodbye } = await import('./sayGoodbye.js');
    await sayGoodbye(seat);
    await this.forget();
  }

  dispose(): void {
    this.tone?.dispose();
    this.didChange.dispose();
  }

  /** Whoever leaves while they go in is let in first: before that there is nobody to say goodbye to. */
  private async untilIn(seat: GuestSeat): Promise<void> {
    for (let waited = 0; this.panel !== undefined && seat.credential === undefined && waited < 2000; waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async reopen(): Promise<boolean> {
    const text = await this.vault.open();
    const seat = text === undefined ? undefined : seatFrom(text);
    if (seat === undefined || this.seat !== undefined) {
      return this.seat !== undefined;
    }
    this.take(seat);
    return true;
  }

  private take(seat: GuestSeat): void {
    this.seat = seat;
    this.didChange.fire();
  }

  private async keep(): Promise<void> {
    if (this.seat !== undefined) {
      await this.vault.keep(seatText(this.seat));
    }
  }

  private async forget(): Promise<void> {
    this.seat = undefined;
    await this.vault.erase();
    this.didChange.fire();
  }

  private async show(): Promise<void> {
    if (this.panel !== undefined) {
      this.panel.reveal();
      return;
    }
    const { openWebview } = await import('../retro/retroPanel.js');
    await this.attach(openWebview(guestPanelType, vscode.l10n.t('Retro'), true));
  }

  private async attach(webview: vscode.WebviewPanel): Promise<void> {
    const { seat } = this;
    if (seat === undefined) {
      return;
    }
    this.hasShown = true;
    const { RetroPanel } = await import('../retro/retroPanel.js');
    const panel = new RetroPanel(webview, this.services, this.handlers(seat), (port) =>
      servePipes(port, () => this.connect(seat)),
    );
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel === panel) {
        this.panel = undefined;
      }
    });
  }

  /** A line to the hub. When it ends for good nothing of the room is kept; the panel says why it ended. */
  private async connect(seat: GuestSeat): Promise<Line> {
    const { connectSocket } = await import('../../room/client.js');
    const line = await connectSocket(socketUrl(seat.invitation.hub, entranceOf(seat).kind));
    line.onClosed((code) => {
      const gone =
        forGood.includes(code) || (code === closeReasons.notLetIn.code && closeReason(code).again === 'never');
      if (gone && this.seat === seat) {
        void this.forget();
      }
    });
    return line;
  }

  private handlers(seat: GuestSeat): PanelHandlers {
    const elsewhere = (): never => {
      throw new UserError('room/elsewhere', vscode.l10n.t('This room is on another machine.'));
    };
    return {
      ready: async () => ({
        settings: await this.settings(),
        drafts: seat.drafts ?? noDrafts,
        offers: ['leave'],
        in: { kind: 'room', room: seat.invitation.room },
      }),
      'room/entrance': () => {
        if (this.seat === undefined) {
          // Whoever left and thought better of it takes the same seat.
          this.take(seat);
        }
        return entranceOf(seat);
      },
      'room/keep': async ({ credential }) => {
        seat.credential = credential;
        await this.keep();
        return null;
      },
      'drafts/save': async (drafts) => {
        seat.drafts = drafts;
        await this.keep();
        return null;
      },
      act: elsewhere,
      preview: elsewhere,
      command: async ({ command }) => {
        if (command === 'leave') {
          await vscode.commands.executeCommand('commonGround.room.leave');
        }
        return null;
      },
      report: ({ message }) => {
        this.services.log.error(`The panel met an error: ${message}`);
        return null;
      },
    };
  }

  private async settings(): Promise<PanelSettings> {
    this.tone ??= new PanelTone(vscode.workspace.workspaceFolders?.[0]);
    return {
      language: vscode.env.language,
      l10n: vscode.l10n.bundle ?? {},
      tone: await this.tone.read().catch((error: Error) => {
        this.services.log.error('The tone check is off in the retro.', error);
        return noTone;
      }),
    };
  }
}
