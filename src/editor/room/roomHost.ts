import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { invitationLink } from '../../protocol/invitation.js';
import { type ActResult, type Drafts, holderCommands, type ShownInvitation } from '../../protocol/panelMessages.js';
import { servePipes } from '../../protocol/pipe.js';
import type { Port } from '../../protocol/rpc.js';
import type { RetroEvent } from '../../retro/event.js';
import type { ParticipantId, RetroState } from '../../retro/model.js';
import { view } from '../../retro/view.js';
import type { RetroView } from '../../retro/viewModel.js';
import { Hub } from '../../room/hub.js';
import { nodeCrypto } from '../../room/nodeCrypto.js';
import type { Room, RoomEnd } from '../../room/room.js';
import { sealDesks } from '../../room/sealDesk.js';
import { finish, preview } from '../retro/finish.js';
import type { InRoom, Session } from '../retro/session.js';
import type { Services } from '../services.js';
import { type AskAddress, type Doors, openDoors, portIsFree } from './doors.js';
import { Ownership } from './ownership.js';
import { eraseJournal, knownJournal, newJournal } from './roomJournal.js';
import type { SavedRoom } from './savedRoom.js';

/** What a room is opened with, or again. */
export interface HostOptions {
  readonly services: Services;
  readonly drafts: Drafts;
  readonly folder: vscode.WorkspaceFolder | undefined;
  readonly saved: SavedRoom;
  /** The minutes that were written, once they are. */
  readonly wrote: (minutes: vscode.Uri | undefined) => void;
  /** Asks for the address that the editor forwards to a port, where it does not say so itself. */
  readonly askAddress?: AskAddress;
}

/** Refused acts come in English, which is the key for translation. */
const translated = (result: ActResult): ActResult =>
  result.ok ? result : { ...result, message: vscode.l10n.t(result.message) };

/** A room that this window holds: the hub, the doors for guests, and the facilitator as one participant among others. */
export class RoomHost implements Session {
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.didChange.event;
  readonly offers = holderCommands;
  drafts: Drafts;
  readonly folder: vscode.WorkspaceFolder | undefined;
  readonly inRoom: InRoom;
  private readonly me: ParticipantId;

  private constructor(
    private readonly options: HostOptions,
    private readonly hub: Hub,
    private readonly room: Room,
    private doors: Doors,
    private readonly ownership: Ownership,
  ) {
    this.drafts = options.drafts;
    this.folder = options.folder;
    this.me = options.saved.me;
    const invitation = () => this.invitation;
    this.inRoom = {
      get invitation() {
        return invitation();
      },
      servePipes: (port: Port) => servePipes(port, () => Promise.resolve(hub.connect())),
      entrance: async () => ({ kind: 'back', credential: await room.credentialFor(this.me) }),
      end: (why) => this.end(why),
    };
    room.onDidChange(() => this.didChange.fire());
  }

  /** Opens a room on a retro. */
  static async open(options: HostOptions, state: RetroState): Promise<RoomHost> {
    const hub = newHub(options);
    // Before anything is made: a way in that is not there must not cost the retro at the screen.
    const doors = await openDoors(hub, { ...options.saved, ...placeOf(options) });
    const journal = await newJournal(options.services);
    const room = await hub.open(state, journal, ownerOf(options));
    return RoomHost.holding(options, hub, room, doors);
  }

  /** Opens the room that a window held which is gone. `gone`: its journal has none. Nothing: it can't be read just now. */
  static async reopen(options: HostOptions): Promise<RoomHost | 'gone' | undefined> {
    const { services, saved } = options;
    const journal = await knownJournal(services);
    if (journal === undefined) {
      return undefined;
    }
    const former = await Ownership.take(services, () => undefined);
    former.dispose();
    await portIsFree(saved.port, Ownership.grace);
    const hub = newHub(options);
    const room = await hub.resume(journal, ownerOf(options));
    if (room === undefined) {
      await hub.stop();
      await eraseJournal(services);
      return 'gone';
    }
    const place = placeOf(options);
    const doors = await openDoors(hub, { ...saved, ...place }).catch(() =>
      // Better in one place than nowhere: others can be invited anew.
      openDoors(hub, { reach: 'machine', port: saved.port, ...place }),
    );
    return RoomHost.holding(options, hub, room, doors);
  }

  private static async holding(options: HostOptions, hub: Hub, room: Room, doors: Doors): Promise<RoomHost> {
    const lost = new vscode.EventEmitter<void>();
    const ownership = await Ownership.take(options.services, () => lost.fire());
    const host = new RoomHost(options, hub, room, doors, ownership);
    lost.event(() => host.dispose());
    return host;
  }

  get state(): RetroState {
    return this.room.state;
  }

  /** What others open. */
  get invitation(): ShownInvitation {
    const { address, reach } = this.doors;
    const key = { kind: 'invitation', secret: this.room.invitation } as const;
    return { link: invitationLink({ hub: address, room: this.room.id, key }), reach };
  }

  /** Lets others in by another way; links of the former way end. */
  async moveDoors(wish: Pick<SavedRoom, 'reach' | 'forwarded'>, askAddress: AskAddress): Promise<void> {
    const former = this.doors;
    const { port } = former.server;
    const place = { port, ...placeOf(this.options), askAddress };
    await former.server.close();
    try {
      this.doors = await openDoors(this.hub, { ...place, ...wish });
    } catch (error) {
      // Whoever is in the room already finds it where it was.
      this.doors = await openDoors(this.hub, { ...place, ...this.wish(former) });
      throw error;
    }
    this.didChange.fire();
  }

  view(): RetroView {
    return view(this.state, { kind: 'participant', id: this.me });
  }

  numbered(): undefined {
    return undefined;
  }

  entry() {
    return { kind: 'room', room: this.room.id, invitation: this.invitation } as const;
  }

  async act(event: RetroEvent): Promise<ActResult> {
    return translated(await this.room.act(this.me, randomUUID(), event));
  }

  text(): string | undefined {
    if (this.state.confidentiality === 'ashes') {
      return undefined;
    }
    const { drafts, folder, me } = this;
    const room: SavedRoom = { me, port: this.doors.server.port, ...this.wish(this.doors) };
    return JSON.stringify({ room, drafts, folder: folder?.uri.toString() });
  }

  private async end(why: RoomEnd): Promise<void> {
    await this.room.close(why);
    this.ownership.dispose();
    await eraseJournal(this.options.services);
    await this.doors.server.close();
    await this.hub.stop();
  }

  /** The window goes; the room waits in its journal. */
  dispose(): void {
    this.didChange.dispose();
    this.ownership.dispose();
    void this.hub.stop().then(() => this.doors.server.close());
  }

  private wish({ reach, address }: Doors): Pick<SavedRoom, 'reach' | 'forwarded'> {
    return reach === 'forwarded' ? { reach, forwarded: address } : { reach };
  }
}

function newHub({ services }: HostOptions): Hub {
  return new Hub({ makeSeals: sealDesks(nodeCrypto()), warn: (message) => services.log.warn(message) });
}

function ownerOf({ folder, wrote, services }: HostOptions) {
  return {
    preview: (state: RetroState) => preview({ state, folder }),
    beforeFinish: async (state: RetroState) => wrote(await finish({ state, folder })),
    warn: (message: string) => services.log.warn(message),
    notKept: () => {
      services.log.warn('The room is not kept on disk any more.');
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The retro goes on, and can’t be kept on disk any more: there may be no room left on it. If this window closed now, the room would be gone.',
        ),
      );
    },
  };
}

function placeOf({ services, askAddress }: HostOptions) {
  const site = vscode.Uri.joinPath(services.context.extensionUri, 'dist', 'panel').fsPath;
  return { site, ...(askAddress && { askAddress }) };
}
