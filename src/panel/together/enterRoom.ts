import { type CloseName, closeReason, closeReasons, isCloseName } from '../../protocol/closeCodes.js';
import type { Entrance } from '../../protocol/entrance.js';
import type { Line } from '../../protocol/line.js';
import { type ClientState, RoomClient } from '../../protocol/roomClient.js';
import { newId } from '../ids.js';
import { connectRoom, showRoom } from '../room.js';
import { t } from '../text.js';
import { line } from './line.js';

/** How this panel gets into its room: over a pipe of the editor, or over a socket of the page. */
export interface Way {
  readonly room: string;
  readonly connect: () => Promise<Line>;
  /** Asked before each `hello`. */
  readonly entrance: () => Entrance | Promise<Entrance>;
  /** What opens the room next time. */
  readonly keep: (credential: string, you: string) => void | Promise<void>;
  /** The line ended for good. */
  readonly onEnd?: (end: {
    readonly code: string | number;
    readonly why: CloseName | undefined;
    readonly text: string;
  }) => void;
}

/** Goes into a room, and stays there through lost lines. */
export function enterRoom(way: Way): RoomClient {
  let wasHere = false;
  // What seals is not small, and not needed for the first look at the room.
  const sealing = import('../sealing/sealer.js').then(({ PanelSealing }) => PanelSealing.start(way.room));
  let present: Line | undefined;
  const client = new RoomClient({
    ...way,
    onView: showRoom,
    onLine: (line) => {
      present = line;
      // Loaded too late for a line is loaded in time for the next one.
      void sealing.then((sealer) => line === present && sealer.on(line));
    },
    onState: (state) => {
      wasHere ||= state.kind === 'here';
      showState(state, wasHere);
      if (state.kind === 'ended') {
        stop();
        void sealing.then((sealer) => sealer.dispose());
        way.onEnd?.({ code: state.code, why: nameOfEnd(state.code), text: state.text });
      }
    },
    after,
    now: Date.now,
    chance: Math.random,
    newId: () => newId() + newId(),
  });
  const stop = nudgeOnReturn(client);
  connectRoom(async (event) => {
    const result = await client.act(event);
    return result.ok ? {} : { refused: t(result.message) };
  });
  return client;
}

function showState(state: ClientState, wasHere: boolean): void {
  switch (state.kind) {
    case 'here':
      line.value = { kind: 'steady' };
      break;
    case 'ended':
      line.value = { kind: 'ended', why: nameOfEnd(state.code), text: t(state.text) };
      break;
    case 'waiting':
      line.value = { kind: wasHere ? 'lost' : 'unreached' };
      break;
    default:
      // Another attempt is no news.
      line.value = line.peek() === undefined || line.peek()?.kind === 'ended' ? { kind: 'opening' } : line.peek();
  }
}

/** The name of an end that the table of close codes has. */
function nameOfEnd(code: string | number): CloseName | undefined {
  if (typeof code === 'string') {
    return isCloseName(code) ? code : undefined;
  }
  const known = closeReason(code);
  return Object.entries(closeReasons).find(([, reason]) => reason.code === known.code)?.[0] as CloseName | undefined;
}

/** Whoever comes back to the page, or into the network, does not wait for the next attempt. */
function nudgeOnReturn(client: RoomClient): () => void {
  const nudge = () => client.nudge();
  const shown = () => document.visibilityState === 'visible' && nudge();
  addEventListener('online', nudge);
  document.addEventListener('visibilitychange', shown);
  return () => {
    removeEventListener('online', nudge);
    document.removeEventListener('visibilitychange', shown);
  };
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
