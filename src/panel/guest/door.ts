import { signal } from '@preact/signals';
import { closeReasons } from '../../protocol/closeCodes.js';
import type { Entrance } from '../../protocol/entrance.js';
import { readInvitationHash, socketUrl } from '../../protocol/invitation.js';
import type { RoomClient } from '../../protocol/roomClient.js';
import { keepDrafts, takeDrafts } from '../drafts.js';
import { provideSurroundings } from '../hostCommands.js';
import { room } from '../room.js';
import { t } from '../text.js';
import { provideWayBack } from '../together/ended.js';
import { enterRoom } from '../together/enterRoom.js';
import { forget, keepDraftsOf, keepSeat, readDrafts, readSeat } from './memory.js';
import { openSocketLine } from './socketLine.js';

/** Where this person stands: before the door, or through it. What is behind it says by itself when it is over. */
export type Door =
  | { readonly kind: 'noLink' }
  /** `said` is what the room answered to the last attempt. */
  | { readonly kind: 'ask'; readonly name: string; readonly said: string }
  | { readonly kind: 'in' };

export const door = signal<Door>({ kind: 'noLink' });

type Key = NonNullable<ReturnType<typeof readInvitationHash>>;

let key: Key | undefined;
let client: RoomClient | undefined;

provideWayBack(() => {
  client?.dispose();
  arrive();
});

/** Reads the link that brought someone here. Whoever has a seat already goes to it without being asked. */
export function arrive(): void {
  key = readInvitationHash(location.hash);
  if (key === undefined) {
    door.value = { kind: 'noLink' };
    return;
  }
  const seat = readSeat(key.room);
  if (key.key.kind === 'credential' || seat !== undefined) {
    goIn(key, seat?.name ?? '');
  } else {
    door.value = { kind: 'ask', name: '', said: '' };
  }
}

/** Joins with a name. */
export function join(name: string): void {
  if (key !== undefined) {
    goIn(key, name);
  }
}

/** The same invitation for an editor on this machine. */
export function editorLink(): string {
  return `vscode://common-ground.common-ground/join#${encodeURIComponent(location.href)}`;
}

/** Gives the seat back: nobody waits for this person any more. */
export async function leave(): Promise<void> {
  await client?.call('leave', {}).catch(() => undefined);
}

function goIn({ room: id, key: link }: Key, name: string): void {
  door.value = { kind: 'in' };
  let credential = readSeat(id)?.credential ?? (link.kind === 'credential' ? link.secret : undefined);
  const entrance = (): Entrance => {
    credential = readSeat(id)?.credential ?? credential;
    return credential === undefined ? { kind: 'invited', secret: link.secret, name } : { kind: 'back', credential };
  };
  client = enterRoom({
    room: id,
    connect: () =>
      openSocketLine(socketUrl(location.href.replace(/[?#].*$/, '').replace(/[^/]*$/, ''), entrance().kind)),
    entrance,
    keep: (next) => {
      credential = next;
      keepSeat(id, { credential: next, name });
    },
    onEnd: ({ code, text }) => ended(id, link.kind, name, code, text),
  });
  provideSurroundings({
    offers: ['leave'],
    command: (command) => void (command === 'leave' && leave()),
    preview: async () => (await client?.call('preview', {}))?.files ?? [],
  });
  takeDrafts(readDrafts(id));
  keepDrafts((drafts) => {
    if (room.peek()?.finishedAt === undefined) {
      keepDraftsOf(id, drafts);
    }
  });
}

function ended(id: string, kind: Key['key']['kind'], name: string, code: string | number, text: string): void {
  const knew = readSeat(id) !== undefined;
  if (code === closeReasons.finished.code || code === closeReasons.discarded.code) {
    forget(id);
    takeDrafts({ cards: {}, votes: {}, boxes: {} });
  } else if (code === 'person/nameTaken' || String(code).startsWith('name/')) {
    door.value = { kind: 'ask', name, said: t(text) };
    return;
  } else if (knew && kind === 'invitation' && (code === closeReasons.notLetIn.code || code === 'notLetIn')) {
    // The seat is not known any more, the invitation may be: it is worth one question.
    forget(id);
    door.value = { kind: 'ask', name, said: '' };
    return;
  }
}
