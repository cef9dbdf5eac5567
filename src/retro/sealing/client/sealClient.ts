import { fromBase64, toBase64 } from '../bytes.js';
import { type Content, isCounted, isCountedAgain, slotsFor, unpacked } from '../content.js';
import type { SealingCrypto } from '../crypto.js';
import { type Gathering, mixersOf } from '../gathering.js';
import type { Base64, OrderOf, Purpose, SealMember, SealOrder, SealReply } from '../messages.js';
import { Objected, object } from '../objected.js';
import { Stash } from '../stash.js';
import { ClientGathering, pauseAfter, toldAfter } from './clientGathering.js';
import { ClientRound, type RoundDeps } from './clientRound.js';
import { Crowd } from './crowd.js';
import type { Exposed } from './exposure.js';
import type { RoomMemory, ShownView } from './roomMemory.js';
import { type Asks, type Permission, peopleOn, RoundGuard, type ShownRoom } from './roundGuard.js';
import type { SealNews } from './sealNews.js';

export interface SealClientDeps {
  readonly crypto: SealingCrypto;
  readonly memory: RoomMemory;
  readonly shown: ShownRoom;
  /** This panel wants to be a mixer in every room. */
  readonly insists: () => boolean;
  /** Whether the person has something to hand in. */
  readonly answers: (purpose: Purpose) => boolean;
  readonly send: (reply: SealReply) => void;
  readonly contents: RoundDeps['contents'];
  readonly news: (news: SealNews) => void;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds since any beginning. */
  readonly now: () => number;
}

const minute = 60_000;

export class SealClient {
  private queue: Promise<void> = Promise.resolve();
  private readonly gathering: ClientGathering;
  private readonly guard: RoundGuard;
  private readonly crowd: Crowd;
  private readonly stash: Stash;
  private expected: Purpose | undefined;
  private known: Gathering | undefined;
  private round: ClientRound | undefined;
  /** A round or a gathering that waits until this panel shows the same, by its id. */
  private waiting: { readonly id: Base64; readonly stop: () => void } | undefined;
  /** Gatherings in a row that were refused for their people. A line that blinks can cause one. */
  private refusedGatherings = 0;
  /** Cards are held back in the round at hand. */
  private heldBack = false;
  /** Times of the gatherings of the last minute. */
  private gathers: readonly number[] = [];
  /** Names of rounds and gatherings that were used; none is good twice. */
  private readonly used = new Set<Base64>();

  constructor(private readonly deps: SealClientDeps) {
    const { crypto, memory, shown, answers, now, news } = deps;
    this.crowd = new Crowd(now, memory.met);
    this.gathering = new ClientGathering(crypto, memory.room, memory.secret, memory.draws);
    this.guard = new RoundGuard(crypto, memory, shown, answers, this.crowd, (moved) =>
      news({ type: 'moved', ...moved }),
    );
    this.stash = new Stash(crypto);
  }

  /** First, after each `hello`. */
  introduce(): void {
    this.deps.send({ type: 'keys', ...this.publicKeys() });
  }

  /** Takes note of what is shown now. */
  look(view: ShownView): void {
    this.deps.memory.look(view);
    this.crowd.look(peopleOn(view));
  }

  /** Something is going to be sealed some time later: makes what can be made before, also anew when people come or go. */
  async expect(purpose: Purpose): Promise<void> {
    this.expected = purpose;
    if (this.known === undefined) {
      return;
    }
    const { members, order } = this.known;
    const mixers = mixersOf(order, new Set()).flatMap((id) => members.filter((member) => member.id === id));
    const keys = mixers.flatMap((member) => fromBase64(member.mix) ?? []);
    // A key that is none is found, and objected to, when it is sealed for.
    await this.stash.fill(keys, slotsFor(purpose, members.length)).catch(() => undefined);
  }

  /** The person agreed to what was asked last for this purpose. */
  agree(purpose: Purpose): void {
    this.guard.agree(purpose);
  }

  /** The person agreed to seal with exactly those who are here now, few as they are. */
  agreeToFew(): void {
    this.guard.agreeToFew(this.known?.members ?? []);
  }

  /** The person agreed to hand in cards after the others' are on the board. */
  agreeToLate(): void {
    this.guard.agreeToLate(this.known?.members ?? []);
  }

  /** The person says that the new keys of those who are known are right. */
  acknowledgeKeys(): void {
    const { memory } = this.deps;
    memory.acknowledge(memory.withOtherKeys(this.known?.members ?? []));
  }

  /** Orders are taken in turn, except for a `stop`, which ends whatever is under way at once. */
  receive(order: SealOrder): Promise<void> {
    if (order.type === 'stop') {
      return this.stopped(order);
    }
    if (order.type === 'gather') {
      // A newer gathering takes the place of one that waits.
      this.waiting?.stop();
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
      await this.refuse(order, error instanceof Objected ? error : new Objected(other));
    }
  }

  private async run(order: SealOrder): Promise<void> {
    switch (order.type) {
      case 'gather':
        return this.gather(order);
      case 'commits':
        return this.deps.send(this.gathering.open(order));
      case 'seeds':
        return this.gathered(this.gathering.complete(order));
      case 'handInSigned':
        this.guard.checkSigned();
        return this.deps.news(order);
      case 'progress':
        return order.round === this.round?.plan.id && !this.round.isOver ? this.deps.news(order) : undefined;
      case 'readiness':
      case 'askWithout':
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
        await round.check(order);
        return round.isOver ? undefined : this.keepExposure(round, round.confirmed());
      case 'release':
        this.phase(round, 'opening');
        return round.release(order);
      case 'opened':
        return this.opened(round, order);
    }
  }

  /** One gathering a second at most, and fewer when they come to nothing. */
  private async gather(order: OrderOf<'gather'>): Promise<void> {
    const { pause, now, news } = this.deps;
    this.useOnce(order.gathering);
    if (this.gathering.isSuspicious) {
      news({ type: 'redrawn', times: this.gathering.unfinishedDraws });
    }
    const lately = this.gathers.filter((time) => time > now() - minute);
    const last = lately.at(-1) ?? Number.NEGATIVE_INFINITY;
    const wait = last + pauseAfter(this.gathering.unfinishedDraws, lately.length) - now();
    if (wait > 0) {
      await pause(wait);
    }
    this.gathers = [...lately, now()];
    if (await this.unlessStopped(order.gathering, this.guard.checkPeople(order.members))) {
      this.deps.send(this.gathering.commit(order, this.presented()));
    }
  }

  /** Waits for something, unless the round or gathering is over before. @returns nothing when it was */
  private async unlessStopped<T>(id: Base64, wait: Promise<T>): Promise<T | undefined> {
    const stopped = new Promise<undefined>((resolve) => {
      this.waiting = { id, stop: () => resolve(undefined) };
    });
    // What is found wrong in a round that is over is of no interest.
    wait.catch(() => undefined);
    return Promise.race([wait, stopped]).finally(() => {
      this.waiting = undefined;
    });
  }

  private gathered(known: Gathering): void {
    const { memory, news } = this.deps;
    this.known = known;
    this.refusedGatherings = 0;
    memory.meet(known.members);
    const few = this.guard.few(known.members);
    const otherKeys = memory.withOtherKeys(known.members).map((member) => member.name);
    news({ type: 'gathered', gathering: known, otherKeys, ...(few === undefined ? {} : { few }) });
    if (this.expected !== undefined) {
      void this.expect(this.expected);
    }
  }

  private async begin(order: OrderOf<'begin'>): Promise<void> {
    const { known } = this;
    this.useOnce(order.round);
    if (known === undefined || known.id !== order.gathering) {
      return object('people');
    }
    if (this.round !== undefined && !this.round.isOver) {
      // Its end was missed while the line was gone.
      await this.endRound(this.round);
    }
    const permission = await this.unlessStopped(order.round, this.guard.permit(order, known.members));
    if (permission === undefined) {
      return;
    }
    if (permission.asks !== undefined && order.purpose !== 'amend') {
      return this.askFirst(order, permission.asks);
    }
    this.heldBack = permission.isLate;
    if (permission.isLate) {
      this.deps.news({ type: 'late' });
    }
    this.round = await ClientRound.begin(this.roundDeps(permission), {
      id: order.round,
      question: permission.question,
      asked: permission.asked,
      slots: order.slots,
      gathering: known,
    });
  }

  private roundDeps({ asks, isLate, question: { purpose } }: Permission): RoundDeps {
    const { crypto, memory, send, insists } = this.deps;
    const { stash } = this;
    // A change of a card can wait: everyone is asked for one every half minute, and a blank is as good.
    const isBlank = asks !== undefined || isLate;
    const contents: RoundDeps['contents'] = isBlank ? () => Promise.resolve([]) : this.deps.contents;
    const answers = !isBlank && isCounted(purpose) && this.deps.answers(purpose);
    return { crypto, stash, keys: memory.keys, me: this.presented(), insists: insists(), answers, send, contents };
  }

  private askFirst({ round, purpose }: OrderOf<'begin'>, asks: Asks): void {
    this.deps.send({ type: 'no', id: round, objection: 'askFirst' });
    this.deps.news({ type: 'stopped', purpose, why: 'askFirst', objection: 'askFirst', mine: true, asks });
  }

  private async opened(round: ClientRound, order: OrderOf<'opened'>): Promise<void> {
    const { memory, news } = this.deps;
    const open = await round.opened(order);
    const { question, id, gathering } = round.plan;
    const { purpose } = question;
    memory.setExposures(purpose, []);
    if (purpose === 'cards') {
      memory.tookPartInCards(this.heldBack);
    }
    let opening: Promise<readonly Content[]> | undefined;
    const count = () => {
      opening ??= open().then((all) => all.flatMap((bytes) => (bytes && unpacked(bytes)) ?? []));
      return opening;
    };
    // A vote in which this panel sees that nobody gave a vote is no count.
    const isEmpty = isCountedAgain(purpose) && !(await count()).some((content) => content.kind === 'votes');
    if (isCounted(purpose) && !isEmpty) {
      const people = gathering.members.map((member) => member.id);
      memory.count(purpose, people, round.answered);
    }
    news({ type: 'done', purpose, round: id, question, count });
  }

  private async refuse(order: SealOrder, { objection, at }: Objected): Promise<void> {
    const { round } = this;
    const name = nameOf(order);
    if (name === undefined || (round?.plan.id === name && round.isOver)) {
      return;
    }
    this.deps.send({ type: 'no', id: name, objection, ...(at === undefined ? {} : { at }) });
    const purpose = order.type === 'begin' ? order.purpose : round?.plan.question.purpose;
    if (round?.plan.id === name) {
      await this.endRound(round);
    }
    if (order.type === 'gather') {
      this.refusedGatherings += 1;
    }
    if (order.type !== 'gather' || this.refusedGatherings >= toldAfter) {
      const about = purpose === undefined ? {} : { purpose };
      this.deps.news({ type: 'stopped', why: 'objection', objection, mine: true, ...about });
    }
  }

  private async stopped(order: OrderOf<'stop'>): Promise<void> {
    const { round } = this;
    if (this.waiting?.id === order.round) {
      this.waiting.stop();
    }
    // Whoever objected is told as well who is left out.
    const isKnown = round?.isOver && order.without === undefined;
    if (round === undefined || round.plan.id !== order.round || isKnown) {
      return;
    }
    const { type: _type, round: _round, ...what } = order;
    await this.endRound(round);
    this.deps.news({ type: 'stopped', purpose: round.plan.question.purpose, mine: false, ...what });
  }

  /** Throws the keys of a round away, and says so where they were never released. */
  private async endRound(round: ClientRound): Promise<void> {
    if (round.isOver) {
      return;
    }
    const { id } = round.plan;
    this.keepExposure(round, round.exposure());
    const signature = await round.discard();
    if (signature !== undefined) {
      this.deps.send({ type: 'discarded', round: id, signature });
    }
  }

  /** Kept from the moment of the yes on, so that a reload does not forget it. */
  private keepExposure(round: ClientRound, exposed: Exposed | undefined): void {
    const { memory } = this.deps;
    const { purpose } = round.plan.question;
    const others = memory.exposures(purpose).filter((one) => one.round !== round.plan.id);
    memory.setExposures(purpose, exposed === undefined ? others : [...others, exposed]);
  }

  private phase(round: ClientRound, phase: Extract<SealNews, { type: 'phase' }>['phase']): void {
    this.deps.news({ type: 'phase', purpose: round.plan.question.purpose, phase });
  }

  private useOnce(name: Base64): void {
    if (this.used.has(name)) {
      object('order');
    }
    this.used.add(name);
  }

  private publicKeys(): { readonly sign: Base64; readonly mix: Base64 } {
    const { sign, mix } = this.deps.memory.keys;
    return { sign: toBase64(sign.publicKey), mix: toBase64(mix.publicKey) };
  }

  private presented(): SealMember {
    return { id: this.deps.shown.view()?.me ?? '', name: '', ...this.publicKeys() };
  }
}

function nameOf(order: SealOrder): Base64 | undefined {
  if ('ask' in order) {
    return order.ask;
  }
  return 'round' in order ? order.round : 'gathering' in order ? order.gathering : undefined;
}
