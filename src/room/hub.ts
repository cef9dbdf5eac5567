import { type Line, linePair } from '../protocol/line.js';
import { roomLimits } from '../protocol/roomMessages.js';
import type { RetroState } from '../retro/model.js';
import type { RetroSetup } from '../retro/setup.js';
import { startRetro } from '../retro/start.js';
import { Connection, type Door, type Visitor } from './connection.js';
import { type FanOut, MemoryFanOut } from './fanOut.js';
import type { Journal } from './journal.js';
import { readKept } from './kept.js';
import { closing } from './refusals.js';
import { Room, type RoomOwner } from './room.js';
import type { MakeSeals } from './seals.js';
import { every, newSecret, realWorld, type World } from './world.js';

export interface HubOptions {
  readonly world?: World;
  readonly fanOut?: FanOut;
  /** The sealed rounds of each room. */
  readonly makeSeals?: MakeSeals;
  /** Makes a room for whoever has the key. Absent: rooms are made by {@link Hub.create} alone. */
  readonly opener?: (key: string, setup: RetroSetup) => Promise<NewRoom>;
  /** Something failed that should not have. Never with a name or a text of anyone. */
  readonly warn?: (message: string) => void;
}

export interface NewRoom {
  readonly room: Room;
  /** The facilitator's, for their first `hello`. */
  readonly credential: string;
}

/** All rooms of this process. It knows no network: lines are handed to it. */
export class Hub {
  private readonly rooms = new Map<string, Room>();
  private readonly world: World;
  private readonly fanOut: FanOut;
  private readonly stopBeat: () => void;

  constructor(private readonly options: HubOptions = {}) {
    this.world = options.world ?? realWorld;
    this.fanOut = options.fanOut ?? new MemoryFanOut();
    this.stopBeat = every(this.world, roomLimits.beat, () => {
      for (const room of this.rooms.values()) {
        room.audience.beat();
      }
    });
  }

  get size(): number {
    return this.rooms.size;
  }

  room(id: string): Room | undefined {
    return this.rooms.get(id);
  }

  /** @param setup checked by `setupSchema`, of mode `room`; the others come by themselves */
  async create(setup: RetroSetup, journal: Journal, owner: RoomOwner = {}): Promise<NewRoom> {
    const room = await this.open(startRetro({ ...setup, mode: 'room' }), journal, owner);
    return { room, credential: await room.credentialFor(setup.facilitator) };
  }

  /** A room on a retro that has begun elsewhere. @param state of mode `room` */
  async open(state: RetroState, journal: Journal, owner: RoomOwner = {}): Promise<Room> {
    const room = this.make(journal, owner, {
      room: { id: state.id, invitation: newSecret(this.world) },
      state,
      version: 1,
      seats: {},
      acts: [],
    });
    return this.begin(room);
  }

  /**
   * The room that a journal holds. Everyone's credential opens it as before. What can be read and is no room any more (it was to leave
   * no trace, or is finished) is erased; what cannot be read stays where it is.
   */
  async resume(journal: Journal, owner: RoomOwner = {}): Promise<Room | undefined> {
    const entries = await journal.read();
    const reopened = readKept(entries);
    if (reopened === undefined || reopened.kept.retro.finishedAt !== undefined) {
      await (entries.length > 0 ? journal.erase() : undefined);
      return undefined;
    }
    const { kept, version, acts } = reopened;
    const room = this.make(journal, owner, { room: kept.room, seats: kept.seats, state: kept.retro, version, acts });
    return this.begin(room);
  }

  /** A line within this process. What comes in on the other end is heard as from any guest. */
  connect(): Line {
    const [ours, theirs] = linePair((run) => this.world.soon(run));
    this.accept({ line: ours });
    return theirs;
  }

  /** Hears a new line. */
  accept(visitor: Visitor): void {
    new Connection(visitor, this.door, this.world);
  }

  /** Sends everyone away for now; journals stay. */
  async stop(): Promise<void> {
    this.stopBeat();
    const rooms = [...this.rooms.values()];
    this.rooms.clear();
    await Promise.all(rooms.map((room) => room.stop()));
  }

  /** @throws when nothing can be written down */
  private async begin(room: Room): Promise<Room> {
    try {
      await room.begin();
      return room;
    } catch (error) {
      this.rooms.delete(room.id);
      await room.stop();
      throw error;
    }
  }

  private make(journal: Journal, owner: RoomOwner, beginning: ConstructorParameters<typeof Room>[1]): Room {
    const { makeSeals } = this.options;
    const parts = { world: this.world, journal, fanOut: this.fanOut, owner };
    const room = new Room(makeSeals === undefined ? parts : { ...parts, makeSeals }, beginning);
    this.rooms.set(room.id, room);
    room.onClosed(() => this.rooms.delete(room.id));
    return room;
  }

  private readonly door: Door = {
    room: (id) => this.rooms.get(id),
    open: async (key, setup) => {
      const { opener } = this.options;
      if (opener === undefined) {
        throw closing('notLetIn');
      }
      const { room, credential } = await opener(key, setup);
      return { room: room.id, invitation: room.invitation, credential };
    },
    warn: (message) => this.options.warn?.(message),
  };
}
