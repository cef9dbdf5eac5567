/** A panel's half of sealing: takes the hub's orders one after the other, and believes none of them. See `clientRound.ts`. */
import type { ParticipantId } from '../../model.js';
import { fromBase64, toBase64 } from '../bytes.js';
import { type Content, slotsFor, unpacked } from '../content.js';
import type { SealingCrypto } from '../crypto.js';
import { type Gathering, mixersOf } from '../gathering.js';
import type { Base64, Objection, OrderOf, Purpose, SealMember, SealOrder, SealReply, StopReason } from '../messages.js';
import { Objected, object } from '../objected.js';
import { Stash } from '../stash.js';
import type { RoundPlan } from '../transcript.js';
import { ClientGathering, type KnownPeople } from './clientGathering.js';
import { ClientRound, type RoundDeps } from './clientRound.js';
import type { Exposure } from './exposure.js';

/** What a panel tells the person. */
export type SealNews =
  /** New words; `fresh`: names whose keys were not seen before. Those alone need a new look at the words. */
  | { readonly type: 'gathered'; readonly gathering: Gathering; readonly fresh: readonly string[] }
  | { readonly type: 'phase'; readonly purpose: Purpose; readonly phase: 'sealing' | 'mixing' | 'checking' | 'opening' }
  /** Over: what was handed in is out of this panel's hands. `count` opens all of it once more, to be compared with what is shown. */
  | {
      readonly type: 'done';
      readonly purpose: Purpose;
      readonly round: Base64;
      readonly count: () => Promise<readonly Content[]>;
    }
  | StoppedNews
  | { readonly type: 'progress'; readonly mixed: number; readonly of: number }
  | { readonly type: 'readiness'; readonly purpose: Purpose; readonly ready: number; readonly of: number }
  | { readonly type: 'handInSigned'; readonly ask: Base64 };

/** Nothing was shown. */
export interface StoppedNews {
  readonly type: 'stopped';
  readonly purpose?: Purpose;
  readonly why: StopReason;
  readonly objection?: Objection;
  /** This panel itself objected. */
  readonly mine: boolean;
  /** With `askFirst`, see {@link SealClient.agree}: what the person has to agree to. */
  readonly asks?: {
    /** The names of those without whom the same would be sealed once more. */
    readonly without: readonly string[];
    /** How many it would be sealed with, when these are too few to be anonymous among. */
    readonly few?: number;
  };
}

export interface SealClientDeps {
  readonly crypto: SealingCrypto;
  readonly keys: RoundDeps['keys'];
  /** Known after `hello`. */
  readonly me: () => ParticipantId | undefined;
  /**
   * With fewer people than this nothing is sealed before the person agrees. A hub could say that all others have gone, and be left
   * with one; and a room where others really have gone is no crowd to hide in either.
   */
  readonly fewest: () => number;
  /** This panel wants to be a mixer in every room. */
  readonly insists: () => boolean;
  readonly send: (reply: SealReply) => void;
  readonly contents: RoundDeps['contents'];
  readonly news: (news: SealNews) => void;
}

export class SealClient {
  private queue: Promise<void> = Promise.resolve();
  private readonly gathering: ClientGathering;
  private readonly stash: Stash;
  private expected: Purpose | undefined;
  private people: KnownPeople | undefined;
  private round: ClientRound | undefined;
  /** Names of rounds and gatherings that were used; none is good twice. */
  private readonly used = new Set<Base64>();
  private readonly exposed = new Map<Purpose, readonly Exposure[]>();
  private readonly agreed = new Set<Purpose>();

  constructor(private readonly deps: SealClientDeps) {
    this.gathering = new ClientGathering(deps.crypto);
    this.stash = new Stash(deps.crypto);
  }

  /** First, after each `hello`. */
  introduce(): void {
    this.deps.send({ type: 'keys', ...this.publicKeys() });
  }

  /** Something is going to be sealed some time later: makes what can be made before, also anew when people come or go. */
  async expect(purpose: Purpose): Promise<void> {
    this.expected = purpose;
    const { people } = this;
    if (people === undefined) {
      return;
    }
    const { members, order } = people.known;
    const mixers = mixersOf(order, new Set()).flatMap((id) => members.filter((member) => member.id === id));
    const keys = mixers.flatMap((member) => fromBase64(member.mix) ?? []);
    // A key that is none is found, and objected to, when it is sealed for.
    await this.stash.fill(keys, slotsFor(purpose, members.length)).catch(() => undefined);
  }

  /** The person agreed to seal this once, with so few or without someone who went in the last moment. */
  agree(purpose: Purpose): void {
    this.agreed.add(purpose);
  }

  /** Orders are taken in turn, except for a `stop`, which ends whatever is under way at once. */
  receive(order: SealOrder): Promise<void> {
    if (order.type === 'stop') {
      return this.stopped(order);
    }
    this.queue = this.queue.then(() => this.obey(order));
    return this.queue;
  }

  private async obey(order: SealOrder): Promise<void> {
    try {
      await this.run(order);
    } catch (error) {
      // Whatever cannot be understood is no reason to go on.
      const other = error instanceof RangeError ? 'size' : 'order';
      await this.refuse(order, error instanceof Objected ? error.objection : other);
    }
  }

  private async run(order: SealOrder): Promise<void> {
    switch (order.type) {
      case 'gather':
        this.useOnce(order.gathering);
        return this.deps.send(this.gathering.commit(order, this.presented()));
      case 'commits':
        return this.deps.send(this.gathering.open(order));
      case 'seeds':
        return this.gathered(this.gathering.complete(order));
      case 'progress':
        return order.round === this.round?.plan.id && !this.round.isOver ? this.deps.news(order) : undefined;
      case 'readiness':
      case 'handInSigned':
        return this.deps.news(order);
      case 'begin':
        return this.begin(order);
      case 'stop':
        return undefined;
      default:
        return this.step(order);
    }
  }

  /** A step of the round that is under way. */
  private async step(order: OrderOf<'seal' | 'mix' | 'check' | 'release' | 'opened'>): Promise<void> {
    const round = this.round;
    if (round === undefined || round.plan.id !== order.round || round.isOver) {
      return object('order');
    }
    switch (order.type) {
      case 'seal':
        this.phase(round, 'sealing');
        return round.seal(order);
      case 'mix':
        this.phase(round, 'mixing');
        return round.mix(order);
      case 'check':
        this.phase(round, 'checking');
        return round.check(order);
      case 'release':
        this.phase(round, 'opening');
        return round.release(order);
      case 'opened':
        return this.opened(round, order);
    }
  }

  private gathered(people: KnownPeople): void {
    this.people = people;
    this.deps.news({ type: 'gathered', gathering: people.known, fresh: people.fresh });
    if (this.expected !== undefined) {
      void this.expect(this.expected);
    }
  }

  private async begin(order: OrderOf<'begin'>): Promise<void> {
    const { people } = this;
    this.useOnce(order.round);
    if (people === undefined || people.known.id !== order.gathering) {
      return object('people');
    }
    if (this.round !== undefined && !this.round.isOver) {
      // Its end was missed while the line was gone.
      await this.endRound(this.round);
    }
    const allowed = await this.isAllowed(order, people.known.members);
    const { purpose, slots, round: id } = order;
    if (!allowed && purpose !== 'amend') {
      return object('askFirst');
    }
    const plan: RoundPlan = { id, purpose, slots, gathering: people.known };
    const { crypto, keys, send } = this.deps;
    const { stash } = this;
    // A change of a card can wait: everyone is asked for one every half minute, and a blank is as good.
    const contents: RoundDeps['contents'] = allowed ? this.deps.contents : () => Promise.resolve([]);
    const insists = this.deps.insists();
    const deps: RoundDeps = { crypto, stash, keys, me: this.presented(), insists, send, contents };
    this.round = await ClientRound.begin(deps, plan);
  }

  /** Not when there are too few, nor when sealing this again could show what someone wrote who is not here any more. */
  private async isAllowed({ purpose, discarded }: OrderOf<'begin'>, members: readonly SealMember[]): Promise<boolean> {
    const agreed = this.agreed.delete(purpose);
    const before = agreed ? [] : (this.exposed.get(purpose) ?? []);
    const open: Exposure[] = [];
    for (const exposure of before) {
      if (!(await exposure.isDiscarded(this.deps.crypto, discarded))) {
        open.push(exposure);
      }
    }
    this.exposed.set(purpose, open);
    const enough = agreed || members.length >= this.deps.fewest();
    return enough && open.every((exposure) => exposure.isOf(members));
  }

  private async opened(round: ClientRound, order: OrderOf<'opened'>): Promise<void> {
    const open = await round.opened(order);
    const { purpose, id } = round.plan;
    this.exposed.delete(purpose);
    const count = async () => (await open()).flatMap((bytes) => (bytes && unpacked(bytes)) ?? []);
    this.deps.news({ type: 'done', purpose, round: id, count });
  }

  private async refuse(order: SealOrder, objection: Objection): Promise<void> {
    const { round } = this;
    const name = nameOf(order);
    if (name === undefined || (round?.plan.id === name && round.isOver)) {
      return;
    }
    this.deps.send({ type: 'no', id: name, objection });
    const purpose = order.type === 'begin' ? order.purpose : round?.plan.purpose;
    if (round?.plan.id === name) {
      await this.endRound(round);
    }
    const why = objection === 'askFirst' ? 'askFirst' : 'objection';
    const asks = objection === 'askFirst' && purpose !== undefined ? { asks: this.asks(purpose) } : {};
    const about = purpose === undefined ? {} : { purpose };
    this.deps.news({ type: 'stopped', why, objection, mine: true, ...about, ...asks });
  }

  private asks(purpose: Purpose): NonNullable<StoppedNews['asks']> {
    const members = this.people?.known.members ?? [];
    const missing = this.exposed.get(purpose)?.flatMap((exposure) => exposure.missing(members));
    const few = members.length < this.deps.fewest() ? { few: members.length } : {};
    return { without: [...new Set(missing)], ...few };
  }

  private async stopped(order: OrderOf<'stop'>): Promise<void> {
    const { round } = this;
    if (round === undefined || round.plan.id !== order.round || round.isOver) {
      return;
    }
    const { why, objection } = order;
    await this.endRound(round);
    const what = objection === undefined ? {} : { objection };
    this.deps.news({ type: 'stopped', purpose: round.plan.purpose, why, mine: false, ...what });
  }

  /** Throws the keys of a round away, and says so where they were never released. */
  private async endRound(round: ClientRound): Promise<void> {
    const { purpose, id } = round.plan;
    const exposure = round.exposure();
    if (exposure !== undefined) {
      this.exposed.set(purpose, [...(this.exposed.get(purpose) ?? []), exposure]);
    }
    const signature = await round.discard();
    if (signature !== undefined) {
      this.deps.send({ type: 'discarded', round: id, signature });
    }
  }

  private phase(round: ClientRound, phase: Extract<SealNews, { type: 'phase' }>['phase']): void {
    this.deps.news({ type: 'phase', purpose: round.plan.purpose, phase });
  }

  private useOnce(name: Base64): void {
    if (this.used.has(name)) {
      object('order');
    }
    this.used.add(name);
  }

  private publicKeys(): { readonly sign: Base64; readonly mix: Base64 } {
    const { sign, mix } = this.deps.keys;
    return { sign: toBase64(sign.publicKey), mix: toBase64(mix.publicKey) };
  }

  private presented(): SealMember {
    return { id: this.deps.me() ?? '', name: '', ...this.publicKeys() };
  }
}

function nameOf(order: SealOrder): Base64 | undefined {
  return 'round' in order ? order.round : 'gathering' in order ? order.gathering : undefined;
}
