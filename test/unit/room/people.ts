import { randomBytes, randomUUID } from 'node:crypto';
import type { Entrance } from '../../../src/protocol/entrance.js';
import type { Line } from '../../../src/protocol/line.js';
import type { ActResult } from '../../../src/protocol/panelMessages.js';
import { type ClientState, RoomClient, type RoomClientOptions } from '../../../src/protocol/roomClient.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { RetroSetup } from '../../../src/retro/setup.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { realWorld } from '../../../src/room/world.js';

const [template] = builtInTemplates;

/** A retro of many places, with the facilitator alone in it. */
export function roomSetup(changes: Partial<RetroSetup> = {}): RetroSetup {
  if (template === undefined) {
    throw new Error('There is no template.');
  }
  return {
    id: `r${randomBytes(6).toString('hex')}`,
    title: 'Sprint 42',
    date: '2026-11-20',
    at: Date.now(),
    mode: 'room',
    template,
    people: [{ id: 'noor', name: 'Noor' }],
    facilitator: 'noor',
    ...changes,
  };
}

/** Someone in a room: a client with what it was told. */
export class Person {
  view: RetroView | undefined;
  state: ClientState = { kind: 'connecting' };
  credential: string | undefined;
  readonly client: RoomClient;
  private readonly watchers = new Set<() => void>();

  constructor(
    room: string,
    entrance: Entrance,
    connect: () => Promise<Line>,
    options: Partial<RoomClientOptions> = {},
  ) {
    this.client = new RoomClient({
      room,
      connect,
      entrance: () => (this.credential === undefined ? entrance : { kind: 'back', credential: this.credential }),
      keep: (credential) => {
        this.credential = credential;
      },
      onView: (view) => {
        this.view = view;
        this.changed();
      },
      onState: (state) => {
        this.state = state;
        this.changed();
      },
      after: realWorld.after,
      now: Date.now,
      chance: Math.random,
      newId: randomUUID,
      ...options,
    });
  }

  get id(): string {
    return this.state.kind === 'here' ? this.state.you : '';
  }

  act(event: RetroEvent): Promise<ActResult> {
    return this.client.act(event);
  }

  /** Resolves once that is so. */
  until(what: string, holds: (person: this) => boolean, milliseconds = 5000): Promise<void> {
    return new Promise((done, failed) => {
      const check = () => {
        if (holds(this)) {
          clearTimeout(timer);
          this.watchers.delete(check);
          done();
        }
      };
      const timer = setTimeout(() => {
        this.watchers.delete(check);
        failed(new Error(`Waited in vain for: ${what}. State: ${JSON.stringify(this.state)}`));
      }, milliseconds);
      this.watchers.add(check);
      check();
    });
  }

  here(): Promise<void> {
    return this.until('here', ({ state, view }) => state.kind === 'here' && view !== undefined);
  }

  /** Something else changed that someone may wait for. */
  look(): void {
    this.changed();
  }

  private changed(): void {
    for (const check of [...this.watchers]) {
      check();
    }
  }
}

/** Comes in by the invitation. */
export function guest(
  room: { readonly id: string; readonly invitation: string },
  name: string,
  connect: () => Promise<Line>,
  options: Partial<RoomClientOptions> = {},
): Person {
  return new Person(room.id, { kind: 'invited', secret: room.invitation, name }, connect, options);
}
