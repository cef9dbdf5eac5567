import { RoomMemory, type ShownView } from '../../../../src/retro/sealing/client/roomMemory.js';
import { SealClient } from '../../../../src/retro/sealing/client/sealClient.js';
import type { SealNews } from '../../../../src/retro/sealing/client/sealNews.js';
import type { Content } from '../../../../src/retro/sealing/content.js';
import type { SealingCrypto } from '../../../../src/retro/sealing/crypto.js';
import { HubSealing, type RoundOutcome } from '../../../../src/retro/sealing/hub/hubSealing.js';
import type { Purpose, SealOrder, SealReply } from '../../../../src/retro/sealing/messages.js';
import { questionOf } from '../../../../src/retro/sealing/question.js';
import { fastCrypto } from './fastCrypto.js';

/** Someone at a panel of their own. */
export interface Person {
  readonly id: string;
  readonly name: string;
  client: SealClient;
  readonly news: SealNews[];
  contents: readonly Content[];
  insists: boolean;
  /** Whether this person agrees at once to seal with fewer than four. */
  agreesToFew: boolean;
  /** What this person's panel shows. */
  shown: ShownView;
  memory: RoomMemory;
  /** Called when this person's panel is asked for what it hands in. */
  onContents: () => void;
  crypto: SealingCrypto;
}

/** What a dishonest hub does with what it carries: gives other orders (or none) in place of one. */
export type Tamper = (to: string, order: SealOrder) => readonly SealOrder[];
/** What it does with answers. */
export type TamperReply = (from: string, reply: SealReply) => readonly SealReply[];

/** A room of people around a hub, without lines: orders arrive as if they had crossed JSON. */
export class Ring {
  readonly hub: HubSealing;
  readonly people = new Map<string, Person>();
  /** Every message, as it was sent. */
  readonly wire: { readonly to?: string; readonly from?: string; readonly message: string }[] = [];
  tamper: Tamper = (_, order) => [order];
  tamperReply: TamperReply = (_, reply) => [reply];
  readonly gone = new Set<string>();
  /** Who the hub left out, and whom it asked the facilitator about. */
  readonly leftOut: string[] = [];
  readonly askedAbout: string[] = [];

  private constructor(
    readonly crypto: (who: string) => SealingCrypto,
    patience: number,
    attempts: number,
  ) {
    this.hub = new HubSealing({
      crypto: crypto('hub'),
      room: 'ring',
      show: () => {
        this.showPeople();
        return Promise.resolve();
      },
      question: (purpose) => questionOf(shownTo('hub'), purpose),
      leaveOut: (people) => {
        this.leftOut.push(...people);
        this.hub.setAside(new Set(this.leftOut));
        return Promise.resolve();
      },
      askWithout: (people) => {
        this.askedAbout.push(...people);
      },
      send: (to, order) => this.deliver(to, order),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      patience,
      grace: 1,
      attempts,
    });
  }

  static async of(
    count: number,
    {
      seed = 1,
      crypto,
      patience = 400,
      attempts = 6,
    }: { seed?: number; crypto?: (who: string) => SealingCrypto; patience?: number; attempts?: number } = {},
  ): Promise<Ring> {
    let next = seed * 1000;
    const make = crypto ?? (() => fastCrypto(++next));
    const ring = new Ring(make, patience, attempts);
    for (let i = 0; i < count; i += 1) {
      await ring.enter(`pid-${i}`, `Person ${i}`);
    }
    return ring;
  }

  async enter(id: string, name: string): Promise<Person> {
    const crypto = this.crypto(id);
    const memory = await RoomMemory.of(crypto, 'ring', undefined);
    const person: Omit<Person, 'client'> = {
      id,
      name,
      memory,
      shown: shownTo(id),
      news: [],
      contents: [],
      insists: false,
      agreesToFew: true,
      onContents: () => undefined,
      crypto,
    };
    const client = new SealClient({
      crypto,
      memory,
      shown: { view: () => whole.shown, until: (holds) => soon(() => holds(whole.shown)) },
      answers: () => whole.contents.length > 0,
      pause: () => Promise.resolve(),
      now: () => 0,
      insists: () => whole.insists,
      send: (reply) => this.answer(id, name, reply),
      contents: async () => {
        whole.onContents();
        return whole.contents;
      },
      news: (news) => {
        whole.news.push(news);
        if (news.type === 'gathered' && whole.agreesToFew) {
          client.agreeToFew();
        }
      },
    });
    const whole: Person = { ...person, client };
    this.people.set(id, whole);
    this.gone.delete(id);
    client.introduce();
    return whole;
  }

  /** Every screen shows those who take part. */
  showPeople(): void {
    const participants = this.hub.people.map(({ id, name }) => participant(id, name));
    for (const person of this.people.values()) {
      person.shown = { ...person.shown, participants };
      person.memory.look(person.shown);
    }
  }

  leave(id: string): void {
    this.gone.add(id);
    this.hub.leave(id);
  }

  person(id: string): Person {
    const found = this.people.get(id);
    if (found === undefined) {
      throw new Error(`Nobody is called ${id}.`);
    }
    return found;
  }

  /** A round, until everyone has heard its end. */
  async run(purpose: Purpose): Promise<RoundOutcome> {
    const outcome = await this.hub.run(purpose);
    await new Promise((resolve) => setImmediate(resolve));
    return outcome;
  }

  stops(id: string): Extract<SealNews, { type: 'stopped' }>[] {
    return this.person(id).news.filter((one) => one.type === 'stopped');
  }

  private deliver(to: string, order: SealOrder): void {
    for (const one of this.tamper(to, order)) {
      const message = JSON.stringify(one);
      this.wire.push({ to, message });
      queueMicrotask(() => {
        if (!this.gone.has(to)) {
          void this.people.get(to)?.client.receive(JSON.parse(message));
        }
      });
    }
  }

  private answer(from: string, name: string, reply: SealReply): void {
    if (this.gone.has(from)) {
      return;
    }
    for (const one of this.tamperReply(from, reply)) {
      const message = JSON.stringify(one);
      this.wire.push({ from, message });
      if (one.type === 'keys') {
        this.hub.join({ id: from, name, sign: one.sign, mix: one.mix });
      } else {
        this.hub.receive(from, JSON.parse(message));
      }
    }
  }
}

export function participant(id: string, name: string): ShownView['participants'][number] {
  return { id, name, influence: false, presence: 'here', since: 0 };
}

/** A room in which everything can be asked. */
export function shownTo(me: string): ShownView {
  const topics = ['Builds', 'Reviews', 'Tests'].map((title, index) => ({
    id: `t${index}`,
    title,
    cards: [],
    status: 'waiting' as const,
    notes: [],
  }));
  return {
    me,
    kind: 'reveal',
    title: 'Sprint 42',
    template: { id: 'two', name: 'Two questions', about: '', incident: false },
    prompts: [
      { id: 'start', title: 'Start' },
      { id: 'stop', title: 'Stop' },
    ],
    steps: [],
    participants: [],
    boxes: { safety: { status: 'open', answers: 0, of: 0 } },
    anonymity: 'anonymous',
    cards: [],
    commitments: [],
    vote: { status: 'open', budget: 5, cap: 3, ballots: 0, of: 0 },
    talk: { topics },
  };
}

/** Tries again for a moment: a view comes a little later than the order that belongs to it. */
async function soon(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 10 && !holds(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return holds();
}

export function card(text: string, key: Uint8Array, prompt = 0): Content {
  return { kind: 'card', prompt, text, key };
}

export function textsOf(contents: readonly Content[]): readonly string[] {
  return contents.flatMap((content) => (content.kind === 'card' ? content.text : []));
}

/** Everyone has one card: `text 0`, `text 1`, … */
export async function ringWithCards(count: number, options: Parameters<typeof Ring.of>[1] = {}): Promise<Ring> {
  const ring = await Ring.of(count, options);
  const { random } = fastCrypto(77);
  [...ring.people.values()].forEach((person, index) => {
    person.contents = [card(`text ${index}`, random(32))];
  });
  return ring;
}

/** What these tests are about when it does not matter: small, so that they are quick. */
export const question = 'ballot/safety' as const;

/** Everyone has an answer of their own: 0, 1, 2, … */
export async function ringWithAnswers(count: number, options: Parameters<typeof Ring.of>[1] = {}): Promise<Ring> {
  const ring = await Ring.of(count, options);
  [...ring.people.values()].forEach((person, index) => {
    person.contents = [{ kind: 'answers', answers: [index] }];
  });
  return ring;
}

/** What was answered, sorted. */
export function answersOf(contents: readonly Content[]): readonly number[] {
  return contents.flatMap((content) => (content.kind === 'answers' ? content.answers : [])).sort((a, b) => a - b);
}
