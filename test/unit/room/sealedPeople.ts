import { randomBytes } from 'node:crypto';
import type { Line } from '../../../src/protocol/line.js';
import { listen, notifier } from '../../../src/protocol/rpc.js';
import { sealNotices } from '../../../src/protocol/sealMessages.js';
import type { BoxName } from '../../../src/retro/model.js';
import { RoomMemory, type ShownView } from '../../../src/retro/sealing/client/roomMemory.js';
import { SealClient } from '../../../src/retro/sealing/client/sealClient.js';
import type { SealNews } from '../../../src/retro/sealing/client/sealNews.js';
import type { Content } from '../../../src/retro/sealing/content.js';
import { boxOf } from '../../../src/retro/sealing/content.js';
import type { KeyPair, SealingCrypto } from '../../../src/retro/sealing/crypto.js';
import type { Purpose, SealReply } from '../../../src/retro/sealing/messages.js';
import { cardId } from '../../../src/retro/sealing/outcomeEvents.js';
import { placeOf, type Question } from '../../../src/retro/sealing/question.js';
import { amendMessage, type RoundPlan } from '../../../src/retro/sealing/transcript.js';
import type { TopicId } from '../../../src/retro/topics.js';
import type { Hub } from '../../../src/room/hub.js';
import type { DeskTimes } from '../../../src/room/sealDesk.js';
import { fastCrypto } from '../retro/sealing/fastCrypto.js';
import { guest, Person } from './people.js';

/** A room in a hurry. */
export const quick: DeskTimes = { amend: 1_000_000, patience: 1500, grace: 20, settle: 5 };

/** Everything that crossed a line, in both directions, as it was sent. */
export interface Crossed {
  readonly whose: string;
  readonly up: boolean;
  readonly message: string;
}

/** Someone at a panel of their own who seals: what the panel does, without the panel. */
export class SealedPerson {
  cards: { readonly prompt: string; readonly text: string }[] = [];
  votes: Readonly<Record<TopicId, number>> | undefined;
  answers: Partial<Record<BoxName, readonly number[]>> = {};
  amendment:
    | { readonly card: string; readonly change: 'edit' | 'withdraw' | 'answer'; readonly text: string }
    | undefined;
  /** The amendment that the round at hand carries. */
  private handedIn: SealedPerson['amendment'];
  readonly keys = new Map<string, KeyPair>();
  readonly news: SealNews[] = [];
  readonly person: Person;
  readonly client: SealClient;
  private send: (reply: SealReply) => void = () => undefined;
  private sealed: { id: string; pair: KeyPair; card: SealedPerson['cards'][number] }[] = [];

  private constructor(
    readonly name: string,
    readonly crypto: SealingCrypto,
    memory: RoomMemory,
    enter: (onLine: (line: Line | undefined) => void) => Person,
  ) {
    this.client = new SealClient({
      crypto,
      memory,
      shown: {
        view: () => this.person.view,
        until: (holds, milliseconds) => this.shows(holds, milliseconds),
      },
      answers: (purpose) => this.answersTo(purpose),
      pause: () => Promise.resolve(),
      now: () => 0,
      insists: () => false,
      send: (reply) => this.send(reply),
      contents: (plan) => this.contents(plan),
      news: (news) => this.hear(news),
    });
    this.person = enter((line) => this.on(line));
  }

  static async enter(
    name: string,
    crypto: SealingCrypto,
    room: string,
    enter: (onLine: (line: Line | undefined) => void) => Person,
  ): Promise<SealedPerson> {
    return new SealedPerson(name, crypto, await RoomMemory.of(crypto, room, undefined), enter);
  }

  ready(purpose: Purpose): void {
    this.send({ type: 'ready', purpose, ready: true });
  }

  /** Signed cards are handed in. */
  sayDone(ask: string): void {
    this.send({ type: 'signed', ask });
  }

  heard(type: SealNews['type']): Promise<void> {
    const before = this.news.filter((news) => news.type === type).length;
    return this.person.until(type, () => this.news.filter((news) => news.type === type).length > before);
  }

  /** The ids of this person's own cards, by their text. */
  own(text: string): string | undefined {
    return [...this.keys.keys()].find((id) =>
      this.person.view?.cards.some((card) => card.id === id && card.text === text),
    );
  }

  private on(line: Line | undefined): void {
    if (line === undefined) {
      this.send = () => undefined;
      return;
    }
    const tell = notifier<typeof sealNotices.toHub>(line);
    this.send = (reply) => tell('seal', reply);
    listen(line, sealNotices.toPanel, { seal: (order) => void this.client.receive(order) });
    this.client.introduce();
  }

  private hear(news: SealNews): void {
    this.news.push(news);
    if (news.type === 'gathered') {
      this.client.agreeToFew();
    }
    queueMicrotask(() => this.person.look());
    if (news.type === 'done' && news.purpose === 'cards') {
      for (const { id, pair } of this.sealed) {
        this.keys.set(id, pair);
      }
      this.cards = this.cards.filter((card) => !this.sealed.some((one) => one.card === card));
      this.sealed = [];
    }
    // One that was made since the round began is for the next.
    if (news.type === 'done' && news.purpose === 'amend' && this.amendment === this.handedIn) {
      this.amendment = undefined;
    }
  }

  private async shows(holds: (view: ShownView) => boolean, milliseconds: number): Promise<boolean> {
    const isThere = () => this.person.view !== undefined && holds(this.person.view);
    await this.person.until('a view', isThere, milliseconds).catch(() => undefined);
    return isThere();
  }

  private answersTo(purpose: Purpose): boolean {
    const box = boxOf(purpose);
    if (purpose === 'cards') {
      return this.cards.length > 0;
    }
    return box === undefined ? this.votes !== undefined : this.answers[box] !== undefined;
  }

  private async contents({ question, slots, id: round }: RoundPlan): Promise<readonly Content[]> {
    const { purpose } = question;
    const box = boxOf(purpose);
    if (purpose === 'cards') {
      return this.cardContents(question, slots);
    }
    if (purpose === 'vote') {
      const votes = Object.entries(this.votes ?? {}).map(([id, count]) => [placeOf(question, id) ?? 0, count] as const);
      return this.votes === undefined ? [] : [{ kind: 'votes', votes }];
    }
    if (purpose === 'amend') {
      this.handedIn = this.amendment;
      const pair = this.amendment && this.keys.get(this.amendment.card);
      if (this.amendment === undefined || pair === undefined) {
        return [];
      }
      const { change, text } = this.amendment;
      const signature = await this.crypto.sign(pair, amendMessage(round, change, text));
      return [{ kind: 'amend', change, text, key: pair.publicKey, signature }];
    }
    const answers = box && this.answers[box];
    return answers === undefined ? [] : [{ kind: 'answers', answers }];
  }

  private async cardContents(question: Question, slots: number): Promise<readonly Content[]> {
    const more = this.cards.length > slots;
    this.sealed = [];
    for (const card of this.cards.slice(0, more ? slots - 1 : slots)) {
      const pair = await this.crypto.newSigningKeys();
      this.sealed.push({ id: cardId(this.crypto, pair.publicKey), pair, card });
    }
    const contents: Content[] = this.sealed.map(({ pair, card }) => {
      const prompt = placeOf(question, card.prompt) ?? 0;
      return { kind: 'card', ...card, prompt, key: pair.publicKey };
    });
    return more ? [...contents, { kind: 'more' }] : contents;
  }
}

/** The facilitator and some guests, all of them here and gathered; what crosses their lines is written down. */
export async function sealedRoom(
  hub: Hub,
  made: Awaited<ReturnType<Hub['create']>>,
  names: readonly string[],
  crossed: Crossed[] = [],
): Promise<readonly SealedPerson[]> {
  const people: SealedPerson[] = [];
  for (const [index, name] of ['Noor', ...names].entries()) {
    const connect = () => Promise.resolve(overheard(hub.connect(), name, crossed));
    const someone = await SealedPerson.enter(
      name,
      fastCrypto(randomBytes(4).readInt32LE() | 1),
      made.room.id,
      (onLine) =>
        index === 0
          ? new Person(made.room.id, { kind: 'back', credential: made.credential }, connect, { onLine })
          : guest(made.room, name, connect, { onLine }),
    );
    people.push(someone);
  }
  await Promise.all(people.map((one) => one.person.here()));
  await Promise.all(people.map((one) => gatheredWith(one, people.length)));
  return people;
}

/** Waits until the room's words are those of so many. */
export function gatheredWith(someone: SealedPerson, count: number): Promise<void> {
  return someone.person.until('words', () => {
    const last = someone.news.findLast((news) => news.type === 'gathered');
    return last?.type === 'gathered' && last.gathering.members.length === count;
  });
}

function overheard(line: Line, whose: string, crossed: Crossed[]): Line {
  line.onMessage((message) => crossed.push({ whose, up: false, message: JSON.stringify(message) }));
  return {
    send(message) {
      crossed.push({ whose, up: true, message: JSON.stringify(message) });
      line.send(message);
    },
    onMessage: (run) => line.onMessage(run),
    onClosed: (run) => line.onClosed(run),
    close: (code) => line.close(code),
  };
}
