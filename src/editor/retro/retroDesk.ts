import * as vscode from 'vscode';
import type { ActResult, Drafts, PanelSettings, ShownInvitation } from '../../protocol/panelMessages.js';
import type { RetroEvent } from '../../retro/event.js';
import type { ParticipantId, RetroState } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';
import { showError } from '../commands.js';
import type { SavedRoom } from '../room/savedRoom.js';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { KeptRetro } from './keptRetro.js';
import { noTone, PanelTone } from './panelTone.js';
import { panelType } from './panelType.js';
import type { PanelHandlers, RetroPanel } from './retroPanel.js';
import { unreadable } from './retroVault.js';
import { type InRoom, noDrafts, type Session } from './session.js';

/** A retro elsewhere that this window takes part in. */
export interface GuestPlace {
  readonly joined: boolean;
  assertNone(): void;
  resume(): Promise<boolean>;
  move(event: RetroEvent): Promise<void>;
}

/** How long a room that is over can still be looked into by whoever's line blinked, in milliseconds. */
const lastWordsMs = 5000;

/** The one retro of this window: its session, its panel, and what is kept of both. */
export class RetroDesk implements vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<void>();
  /** Something happened in the retro, or it began or ended. */
  readonly onDidChange = this.didChange.event;
  private readonly kept: KeptRetro;
  private session: Session | undefined;
  private panel: RetroPanel | undefined;
  /** There was a panel. */
  hasShown = false;
  /** The panel that comes up next begins with how others come in. */
  private inviting = false;
  private tone: PanelTone | undefined;
  private opening: Promise<Session | undefined> | undefined;
  /** The seat of this window in a room of another machine. */
  guest: GuestPlace | undefined;
  /** The minutes of the retro that ended last. */
  lastMinutes: vscode.Uri | undefined;

  constructor(
    readonly services: Services,
    private readonly command: PanelHandlers['command'],
  ) {
    this.kept = new KeptRetro(services);
  }

  /** The retro in progress, or the one that was just closed and is still on the screen. */
  get current(): Session | undefined {
    return this.session;
  }

  get inProgress(): boolean {
    return this.session !== undefined && this.session.state.finishedAt === undefined;
  }

  /** The title of a retro that waits to be resumed. */
  get savedTitle(): string | undefined {
    return this.kept.title;
  }

  /** Looks whether a retro waits that the editor has forgotten the title of. */
  async look(): Promise<void> {
    if (this.session === undefined && (await this.kept.look())) {
      this.didChange.fire();
    }
  }

  /** @throws UserError when there is one already */
  assertNone(): void {
    this.guest?.assertNone();
    const title = this.inProgress ? this.session?.state.title : this.savedTitle;
    if (title !== undefined) {
      throw new UserError(
        'retro/in-progress',
        vscode.l10n.t(
          '“{0}” is still going on. Finish it first, or discard it; then there is room for another.',
          title,
        ),
      );
    }
  }

  /** @throws UserError when none is in progress */
  require(): Session {
    if (this.session === undefined || !this.inProgress) {
      throw new UserError('retro/none', vscode.l10n.t('No retro is in progress. You can start one.'));
    }
    return this.session;
  }

  async begin(state: RetroState, folder: vscode.WorkspaceFolder | undefined): Promise<void> {
    const { RetroSession } = await import('./retroSession.js');
    this.assertNone();
    await this.moveTo(new RetroSession(state, noDrafts, folder));
  }

  /** From now on the retro of this window is that one: the next, or the same in a room. */
  async moveTo(session: Session): Promise<void> {
    // The panel that is there shows the former one; this one has a panel of its own.
    const shown = this.panel;
    this.panel = undefined;
    shown?.dispose();
    this.take(session);
    this.keep();
    this.inviting = session.inRoom !== undefined;
    await this.show();
  }

  /** How others come in, or by another way than before: told to the panel, where it is looked at. */
  showInvitation(invitation: ShownInvitation): void {
    this.panel?.invitation(invitation);
  }

  /** Brings the retro to the front; one that a reload interrupted is taken up where it was. */
  async resume(): Promise<boolean> {
    if (this.session === undefined && (await this.reopen()) === undefined) {
      return (await this.guest?.resume()) ?? false;
    }
    await this.show();
    return true;
  }

  /** The panel that the editor put back after a reload. */
  async restore(webview: vscode.WebviewPanel): Promise<void> {
    try {
      if ((this.session ?? (await this.reopen())) === undefined) {
        webview.dispose();
        return;
      }
    } catch (error) {
      webview.dispose();
      void showError(this.services, 'commonGround.retro', error);
      return;
    }
    await this.attach(webview);
  }

  /** @throws UserError when the core refuses */
  async act(event: RetroEvent, person?: ParticipantId): Promise<RetroView> {
    const session = this.require();
    const result = await this.tryAct(event, person);
    if (!result.ok) {
      throw new UserError(`retro/${result.code}`, result.message);
    }
    return session.view();
  }

  /** Ends without a trace, but for what was written before. */
  async discard(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    this.panel?.closed('discarded');
    this.panel?.dispose();
    await session?.inRoom?.end('discarded');
    if (session === undefined) {
      // A room that waited to be taken up has a journal of its own.
      await (await import('../room/roomJournal.js')).eraseJournal(this.services);
    }
    session?.dispose();
    await this.kept.forget();
    this.didChange.fire();
  }

  dispose(): void {
    this.session?.dispose();
    this.tone?.dispose();
    this.didChange.dispose();
  }

  private async tryAct(event: RetroEvent, person?: ParticipantId): Promise<ActResult> {
    const session = this.require();
    // A room writes by itself, whoever of its people says that it is over.
    if (event.type !== 'retro/finish' || session.inRoom !== undefined) {
      return session.act(event, person);
    }
    if (!session.view().may.includes('retro/finish')) {
      return session.act(event, person);
    }
    const { finish } = await import('./finish.js');
    this.lastMinutes = await finish(session);
    const result = await session.act(event, person);
    await this.kept.forget();
    this.panel?.closed('finished');
    return result;
  }

  private async reopen(): Promise<Session | undefined> {
    this.opening ??= this.readVault().finally(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  private async readVault(): Promise<Session | undefined> {
    const text = await this.kept.read();
    const { sessionFrom } = await import('./sessionText.js');
    const session = text === undefined ? 'gone' : await sessionFrom(text, (...saved) => this.reopenRoom(...saved));
    if (session === 'gone') {
      await this.kept.forget();
      this.didChange.fire();
      return undefined;
    }
    if (session === undefined) {
      throw unreadable();
    }
    this.take(session);
    return session;
  }

  private async reopenRoom(
    saved: SavedRoom,
    drafts: Drafts,
    folder: vscode.WorkspaceFolder | undefined,
  ): Promise<Session | 'gone' | undefined> {
    const { RoomHost } = await import('../room/roomHost.js');
    const { services } = this;
    return RoomHost.reopen({ services, saved, drafts, folder, wrote: (minutes) => this.wrote(minutes) });
  }

  /** Minutes were written by a room of this window. */
  wrote(minutes: vscode.Uri | undefined): void {
    this.lastMinutes = minutes;
  }

  private take(session: Session): void {
    this.session?.dispose();
    this.session = session;
    this.tone?.dispose();
    this.tone = undefined;
    let link = session.inRoom?.invitation.link;
    session.onDidChange(() => {
      const invitation = session.inRoom?.invitation;
      if (invitation !== undefined && invitation.link !== link) {
        link = invitation.link;
        this.showInvitation(invitation);
      }
      const view = session.numbered();
      if (view !== undefined) {
        this.panel?.show(view);
      }
      this.keep();
      this.didChange.fire();
      if (session.inRoom !== undefined && session.state.finishedAt !== undefined) {
        void this.finishRoom(session.inRoom);
      }
    });
    this.didChange.fire();
  }

  /** The room is over and written. Whoever's line is down just now still hears of it, then nothing of the room is left. */
  private async finishRoom(room: InRoom): Promise<void> {
    await this.kept.forget();
    this.panel?.closed('finished');
    setTimeout(() => void room.end('finished'), lastWordsMs);
  }

  /** Not awaited by whoever acts: the room does not wait for the disk. */
  private keep(): void {
    const { session } = this;
    if (session !== undefined && this.inProgress) {
      void this.kept.write(session.text(), session.state.title);
    }
  }

  private async show(): Promise<void> {
    if (this.panel !== undefined) {
      this.panel.reveal();
      return;
    }
    const { openWebview } = await import('./retroPanel.js');
    const { session } = this;
    await this.attach(
      openWebview(panelType, session?.state.title ?? vscode.l10n.t('Retro'), session?.inRoom !== undefined),
    );
  }

  private async attach(webview: vscode.WebviewPanel): Promise<void> {
    this.hasShown = true;
    const { RetroPanel } = await import('./retroPanel.js');
    const { inRoom } = this.session ?? {};
    const panel = new RetroPanel(webview, this.services, this.handlers(), inRoom?.servePipes);
    const former = this.panel;
    this.panel = panel;
    former?.dispose();
    panel.onDidDispose(() => {
      if (this.panel === panel) {
        this.panel = undefined;
        this.dropFinished();
      }
    });
  }

  /** A retro that is over goes with its panel. */
  private dropFinished(): void {
    if (this.session?.state.finishedAt !== undefined) {
      this.session.dispose();
      this.session = undefined;
      this.didChange.fire();
    }
  }

  private handlers(): PanelHandlers {
    const shown = () => {
      if (this.session === undefined) {
        throw new UserError('retro/none', vscode.l10n.t('No retro is in progress. You can start one.'));
      }
      return this.session;
    };
    return {
      ready: async () => {
        const settings = await this.panelSettings();
        const { drafts, offers } = shown();
        if (this.inviting) {
          this.inviting = false;
          this.panel?.showPeople();
        }
        return { settings, drafts, offers: [...offers], in: shown().entry() };
      },
      'room/entrance': () => {
        const { inRoom } = shown();
        if (inRoom === undefined) {
          throw new UserError('room/none', vscode.l10n.t('This retro is on one screen.'));
        }
        return inRoom.entrance();
      },
      // Whoever holds the room needs nothing to come back: the next entrance is made when it is asked for.
      'room/keep': () => null,
      act: ({ event, for: person }) => this.actFromPanel(event, person),
      'drafts/save': (drafts) => this.saveDrafts(drafts),
      preview: async () => ({ files: await (await import('./finish.js')).preview(shown()) }),
      command: this.command,
      report: ({ message }) => {
        this.services.log.error(`The panel met an error: ${message}`);
        return null;
      },
    };
  }

  private async actFromPanel(event: RetroEvent, person: ParticipantId | undefined): Promise<ActResult> {
    try {
      return await this.tryAct(event, person);
    } catch (error) {
      if (error instanceof UserError) {
        return { ok: false, code: error.code, message: error.message };
      }
      void showError(this.services, event.type, error);
      throw error;
    }
  }

  private async panelSettings(): Promise<PanelSettings> {
    return {
      language: vscode.env.language,
      l10n: vscode.l10n.bundle ?? {},
      tone: await (this.tone ?? this.listenToTone()).read().catch((error: Error) => {
        this.services.log.error('The tone check is off in the retro.', error);
        return noTone;
      }),
    };
  }

  /** The panel hears of other wishes while it is open. */
  private listenToTone(): PanelTone {
    const tone = new PanelTone(this.session?.folder);
    tone.onDidChange(async () => this.panel?.settings(await this.panelSettings()));
    this.tone = tone;
    return tone;
  }

  private saveDrafts(drafts: Drafts): null {
    if (this.session !== undefined && this.inProgress) {
      this.session.drafts = drafts;
      this.keep();
    }
    return null;
  }
}
