/** The rooms of a hub of its own: how they are made, kept, and forgotten. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { outcome } from '../retro/minutes.js';
import type { RetroState } from '../retro/model.js';
import type { RetroSetup } from '../retro/setup.js';
import { DiskJournal, partEnding } from './diskJournal.js';
import { Hub, type NewRoom } from './hub.js';
import { type Journal, MemoryJournal } from './journal.js';
import { closing } from './refusals.js';
import type { Room, RoomFile, RoomOwner } from './room.js';
import type { MakeSeals } from './seals.js';
import { equalSecrets } from './seats.js';
import { every, newId, realWorld } from './world.js';

const ending = '.room';
const minute = 60_000;
/** Minutes that the result of a retro can still be looked at. */
const afterTheEnd = 15 * minute;
const mostRooms = 1000;

export interface HubRoomsOptions {
  /** Where journals are kept, and the key to them. */
  readonly disk?: { readonly folder: string; readonly key: Uint8Array };
  /** What makes rooms from afar. */
  readonly key?: string;
  readonly keepHours: number;
  readonly makeSeals?: MakeSeals;
  readonly warn: (message: string) => void;
}

export class HubRooms {
  readonly hub: Hub;
  private readonly stopLooking: () => void;

  constructor(private readonly options: HubRoomsOptions) {
    const { makeSeals, warn } = options;
    this.hub = new Hub({
      warn,
      opener: (key, setup) => this.openFor(key, setup),
      ...(makeSeals === undefined ? {} : { makeSeals }),
    });
    this.stopLooking = every(realWorld, minute, () => this.forgetEmpty());
  }

  /** @returns how many rooms a former process left */
  async resumeAll(): Promise<number> {
    const { disk } = this.options;
    if (disk === undefined) {
      return 0;
    }
    await mkdir(disk.folder, { recursive: true, mode: 0o700 });
    const all = await readdir(disk.folder);
    for (const unfinished of all.filter((name) => name.endsWith(`${ending}${partEnding}`))) {
      await rm(join(disk.folder, unfinished), { force: true });
    }
    for (const name of all.filter((one) => one.endsWith(ending))) {
      const room = await this.hub.resume(new DiskJournal(join(disk.folder, name), disk.key), this.owner);
      if (room === undefined && existsSync(join(disk.folder, name))) {
        this.options.warn(`${name} cannot be read with this key; it stays where it is.`);
      }
      this.watch(room);
    }
    return this.hub.size;
  }

  async open(setup: RetroSetup): Promise<NewRoom> {
    if (this.hub.size >= mostRooms) {
      throw closing('tooMany');
    }
    const made = await this.hub.create({ ...setup, id: newId(realWorld), at: Date.now() }, this.journal(), this.owner);
    this.watch(made.room);
    return made;
  }

  async stop(): Promise<void> {
    this.stopLooking();
    await this.hub.stop();
  }

  private openFor(key: string, setup: RetroSetup): Promise<NewRoom> {
    if (this.options.key === undefined || !equalSecrets(key, this.options.key)) {
      throw closing('notLetIn');
    }
    return this.open(setup);
  }

  private readonly owner: RoomOwner = {
    preview: (state) => Promise.resolve(minutesOf(state)),
    warn: (message) => this.options.warn(message),
    notKept: () => this.options.warn('A room is not kept on disk any more; it goes on in memory.'),
  };

  private journal(): Journal {
    const { disk } = this.options;
    const name = `${Buffer.from(randomBytes(9)).toString('base64url')}${ending}`;
    return disk === undefined ? new MemoryJournal() : new DiskJournal(join(disk.folder, name), disk.key);
  }

  private readonly emptySince = new Map<Room, number>();

  private watch(room: Room | undefined): void {
    if (room !== undefined) {
      this.emptySince.set(room, Date.now());
      room.onClosed(() => this.emptySince.delete(room));
    }
  }

  private forgetEmpty(): void {
    const now = Date.now();
    for (const [room, since] of this.emptySince) {
      const { finishedAt } = room.state;
      if (finishedAt !== undefined && now - finishedAt > afterTheEnd) {
        void room.close('finished');
      } else if (room.audience.size > 0) {
        this.emptySince.set(room, now);
      } else if (now - since > this.options.keepHours * 60 * minute) {
        void room.close('discarded');
      }
    }
  }
}

/** The minutes as they would be written; a hub of its own has no folder of a team, so that is all there is. */
function minutesOf(state: RetroState): readonly RoomFile[] {
  const { repo, team } = outcome(state);
  return [
    ...(repo === undefined ? [] : [{ path: 'minutes.md', text: repo, kind: 'repo' as const }]),
    ...(team === undefined ? [] : [{ path: 'minutes.team.md', text: team, kind: 'local' as const }]),
  ];
}

/** The key in a file, made when there is none, with a folder that is its owner's alone. @throws when the file holds something else */
export async function keyIn(path: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') {
      throw error;
    }
    return undefined;
  });
  if (text === undefined) {
    const key = randomBytes(32);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) {
    throw new Error(`${path} holds no key of 32 bytes in base64.`);
  }
  return key;
}
