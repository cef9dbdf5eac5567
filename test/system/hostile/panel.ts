/**
 * A real panel without its page. It is bundled by itself and evaluated once for each person, so that many panels with their own state
 * live in one process (`panels.ts`).
 */
import { box, openCard, panelMemory, takeDrafts, votes, writtenCards } from '../../../src/panel/drafts.js';
import { act, connectRoom, refusal, room, showRoom } from '../../../src/panel/room.js';
import { PanelSealing } from '../../../src/panel/sealing/sealer.js';
import { ballotDraft } from '../../../src/panel/together/ballotDrafts.js';
import * as secrets from '../../../src/panel/together/secrets.js';
import type { Entrance } from '../../../src/protocol/entrance.js';
import type { Line } from '../../../src/protocol/line.js';
import type { Drafts } from '../../../src/protocol/panelMessages.js';
import { RoomClient } from '../../../src/protocol/roomClient.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { BoxName } from '../../../src/retro/model.js';
import type { RetroView } from '../../../src/retro/viewModel.js';

export interface PanelOptions {
  readonly room: string;
  readonly entrance: Entrance;
  readonly connect: () => Promise<Line>;
  readonly drafts?: Drafts;
}

/** One person at their panel, as a test needs it. */
export interface Panel {
  readonly view: RetroView | undefined;
  /** Everything that this panel says about secrets, in words. */
  readonly said: readonly string[];
  /** Begins anew to listen to what it says. */
  forget(): void;
  readonly unsent: readonly string[];
  /** What it remembers of the room, as it is kept over a reload. */
  readonly memory: string;
  write(text: string, prompt?: string): void;
  vote(topic: string): void;
  answer(name: BoxName, value: string): void;
  ready(about: secrets.Secret): void;
  amend(change: secrets.Amendment): void;
  act(event: RetroEvent): Promise<boolean>;
  /** Presses every button by which this person agrees to something. */
  agree(): void;
  /** Opens the room again as after a reload. */
  readonly credential: string | undefined;
  readonly signals: typeof secrets;
  leave(): void;
}

export async function enter({ room: id, entrance, connect, drafts }: PanelOptions): Promise<Panel> {
  takeDrafts(drafts ?? { cards: {}, votes: {}, boxes: {} });
  const sealing = await PanelSealing.start(id);
  let credential: string | undefined;
  const client = new RoomClient({
    room: id,
    connect,
    entrance: () => (credential === undefined ? entrance : { kind: 'back', credential }),
    keep: (next) => {
      credential = next;
    },
    onView: showRoom,
    onState: () => undefined,
    onLine: (line) => sealing.on(line),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    now: Date.now,
    chance: Math.random,
    newId: () => crypto.randomUUID(),
  });
  connectRoom(async (event) => {
    const result = await client.act(event);
    return result.ok ? {} : { refused: result.message };
  });
  const said = new Set<string>();
  for (const words of [secrets.mixingProblem, secrets.objected, refusal]) {
    words.subscribe((text) => {
      if (text) {
        said.add(text);
      }
    });
  }
  return {
    get view() {
      return room.peek();
    },
    get said() {
      return [...said];
    },
    forget: () => said.clear(),
    get unsent() {
      return writtenCards().map((card) => card.text);
    },
    get memory() {
      return panelMemory.peek() ?? '';
    },
    write(text, prompt = 'start') {
      openCard(prompt).text.value = text;
    },
    vote(topic) {
      votes.value = { [topic]: 1 };
    },
    answer(name, value) {
      ballotDraft(name).value = value;
    },
    ready: (about) => secrets.setReady(about, true),
    amend: (change) => secrets.amendCard(change),
    act,
    agree() {
      secrets.fewPeople.peek()?.agree();
      secrets.otherKeys.peek()?.acknowledge();
      secrets.sealAgain.peek()?.agree();
    },
    get credential() {
      return credential;
    },
    signals: secrets,
    leave() {
      client.dispose();
      sealing.dispose();
      box('alias').value = '';
    },
  };
}
