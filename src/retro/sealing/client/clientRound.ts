/**
 * A panel's half of a sealed round: an anonymizing shuffle after Brickell and Shmatikov ("Efficient anonymity-preserving data
 * collection", KDD 2006) in the form of Dissent (Corrigan-Gibbs and Ford, "Dissent: accountable anonymous group messaging", CCS 2010,
 * section 4), with the hub as nothing but the postman.
 *
 * 1. `begin`: each makes an inner key pair for this one round and signs it.
 * 2. `seal`: everyone locks the same number of same-size contents for the inner keys of all mixers together, and wraps them for the
 *    outer key of each.
 * 3. `mix`: each mixer in turn takes its outer layer off every envelope, refuses doubles, wrong counts and what does not open, and
 *    passes them on in an order that it alone knows. One honest mixer is enough.
 * 4. `check`: everyone looks for their own envelopes, still locked, and signs that they are there.
 * 5. `release`: a mixer gives its inner key away when it has seen the signature of *every* person, on the batch that it saw itself.
 *    If anyone's envelope is missing, nobody's is ever opened: dropping all but one to see what is left shows nothing.
 *
 * What is seen wrong is said (`no`) and ends the round; its inner keys are thrown away. What differs from Dissent: one lock for all
 * inner keys in place of a layer for each, which is as closed as long as one key is missing, and there is no blame phase. Whoever breaks a round can stop it, but not learn from it, and people at one table can talk.
 */
import { fewestAnswers } from '../../limits.js';
import type { ParticipantId } from '../../model.js';
import { fromBase64, toBase64 } from '../bytes.js';
import { shuffledSecretly } from '../chance.js';
import { type Content, contentSize, isCounted, isCountedAgain, packed, slotsFor } from '../content.js';
import { inLanes, type KeyPair, type SealingCrypto } from '../crypto.js';
import { anyTwice, batchOf, envelopesOf, keyPairs, locked, opened, peeled, sizeWith, wrapped } from '../envelope.js';
import { mixersAreRight } from '../gathering.js';
import type { Answering, Base64, Batch, InnerKey, OrderOf, SealMember, SealReply } from '../messages.js';
import { object } from '../objected.js';
import type { Stash } from '../stash.js';
import {
  answersMessage,
  digestsOf,
  discardedMessage,
  holds,
  innerMessage,
  type RoundPlan,
  transcript,
  yesMessage,
} from '../transcript.js';
import type { Exposed } from './exposure.js';

export interface RoundDeps {
  readonly crypto: SealingCrypto;
  readonly stash: Stash;
  /** This panel as it is presented to all. */
  readonly me: SealMember;
  readonly keys: { readonly sign: KeyPair; readonly mix: KeyPair };
  /** This panel wants to be one of the mixers. */
  readonly insists: boolean;
  /** Its person answers what is counted; always false for cards. */
  readonly answers: boolean;
  readonly send: (reply: SealReply) => void;
  /** What to hand in: at most as many as there are slots. What is missing is filled up with blanks. */
  readonly contents: (plan: RoundPlan) => Promise<readonly Content[]>;
}

/** What both sides know once the mixers are named. */
interface Sealed {
  readonly mixers: readonly InnerKey[];
  readonly transcript: Uint8Array;
  /** Digests of my envelopes as they will come out, locked. */
  readonly own: readonly Base64[];
  /** My place among the mixers; -1 for none. */
  readonly place: number;
}

/** Bytes of SHA-256. */
const digestSize = 32;

type Stage = 'begun' | 'sealed' | 'mixed' | 'confirmed' | 'released' | 'over';

/** One round, seen from one panel. Every order is good for one time and in one place. */
export class ClientRound {
  private stage: Stage = 'begun';
  private sealed: Sealed | undefined;
  private digests: Base64 = '';
  private gave = false;

  private constructor(
    private readonly deps: RoundDeps,
    readonly plan: RoundPlan,
    private inner: KeyPair | undefined,
  ) {}

  /** Begins with a key pair of its own and says its public half. */
  static async begin(deps: RoundDeps, plan: RoundPlan): Promise<ClientRound> {
    if (plan.slots !== slotsFor(plan.question.purpose, plan.gathering.members.length)) {
      return object('count');
    }
    const inner = await deps.crypto.newBoxKeys();
    const key = toBase64(inner.publicKey);
    const sign = async (message: Uint8Array) => toBase64(await deps.crypto.sign(deps.keys.sign, message));
    const signature = await sign(innerMessage(plan, key));
    const answers = deps.answers ? { answers: await sign(answersMessage(plan)) } : {};
    deps.send({ type: 'inner', round: plan.id, key, signature, insist: deps.insists, ...answers });
    return new ClientRound(deps, plan, inner);
  }

  get isOver(): boolean {
    return this.stage === 'over';
  }

  /** This panel's person gave an answer to a question that is counted. */
  get answered(): boolean {
    return this.gave && isCounted(this.plan.question.purpose);
  }

  /** The round as one that may be opened by others. */
  confirmed(): Exposed | undefined {
    const { sealed, answered } = this;
    const { id, gathering } = this.plan;
    return sealed && { round: id, members: gathering.members, mixers: sealed.mixers, answered };
  }

  /** Everyone else is done and this panel said yes: what it handed in may be open somewhere, or will be. */
  exposure(): Exposed | undefined {
    const { sealed, stage } = this;
    const mayBeOpen = stage === 'released' || (stage === 'confirmed' && sealed?.place === -1);
    return mayBeOpen ? this.confirmed() : undefined;
  }

  /** @throws Objected */
  async seal(order: OrderOf<'seal'>): Promise<void> {
    this.expect('begun');
    const { crypto, send, stash } = this.deps;
    const { mixers } = order;
    await this.checkMixers(mixers);
    await this.checkAnswering(order.answering ?? []);
    const seen = transcript(crypto, this.plan, mixers);
    const inner = bytesOf(mixers.map((mixer) => mixer.key));
    const outer = bytesOf(mixers.map((mixer) => this.member(mixer.id).mix));
    const contents = await this.filledUp();
    const own = await inLanes(crypto.lanes, contents, (content) => locked(crypto, stash, seen, inner, content));
    const envelopes = await inLanes(crypto.lanes, own, (envelope) => wrapped(crypto, stash, seen, outer, envelope));
    this.expect('begun');
    const place = mixers.findIndex((mixer) => mixer.id === this.deps.me.id);
    this.sealed = { mixers, transcript: seen, own: own.map((envelope) => toBase64(crypto.hash(envelope))), place };
    this.stage = 'sealed';
    send({ type: 'envelopes', round: this.plan.id, batch: batchOf(envelopes) });
  }

  /** @throws Objected */
  async mix(order: OrderOf<'mix'>): Promise<void> {
    this.expect('sealed');
    const { sealed } = this;
    if (sealed === undefined || sealed.place < 0) {
      return object('order');
    }
    this.stage = 'mixed';
    const { crypto, keys, send } = this.deps;
    const before = this.envelopes(order.batch, sealed.mixers.length - sealed.place);
    const after = await peeled(crypto, sealed.transcript, sealed.place, keys.mix, before);
    const open = after.filter((envelope) => envelope !== undefined);
    if (open.length < before.length) {
      return object('tampered', after.indexOf(undefined));
    }
    if (anyTwice(open)) {
      return object('duplicate');
    }
    this.expect('mixed');
    send({ type: 'mixed', round: this.plan.id, batch: batchOf(shuffledSecretly(open, crypto.random)) });
  }

  /** @throws Objected */
  async check(order: OrderOf<'check'>): Promise<void> {
    const { sealed } = this;
    this.expect(sealed !== undefined && sealed.place >= 0 ? 'mixed' : 'sealed');
    if (sealed === undefined) {
      return object('order');
    }
    const read = envelopesOf(order.digests, this.count, digestSize);
    if ('wrong' in read) {
      return object(read.wrong);
    }
    const there = new Set(read.envelopes.map(toBase64));
    if (!sealed.own.every((digest) => there.has(digest))) {
      return object('missing');
    }
    const { crypto, keys, send } = this.deps;
    const before = this.stage;
    const signature = toBase64(await crypto.sign(keys.sign, yesMessage(crypto, sealed.transcript, order.digests)));
    this.expect(before);
    this.digests = order.digests;
    this.stage = 'confirmed';
    send({ type: 'yes', round: this.plan.id, signature });
  }

  /** @throws Objected */
  async release(order: OrderOf<'release'>): Promise<void> {
    this.expect('confirmed');
    const { sealed, inner } = this;
    if (sealed === undefined || sealed.place < 0 || inner === undefined) {
      return object('order');
    }
    const { crypto, send } = this.deps;
    const { members } = this.plan.gathering;
    const message = yesMessage(crypto, sealed.transcript, this.digests);
    const each = await inLanes(crypto.lanes, [...members.entries()], ([index, member]) =>
      holds(crypto, member.sign, message, order.signatures[index]),
    );
    if (order.signatures.length !== members.length || !each.every(Boolean)) {
      return object('unconfirmed');
    }
    this.expect('confirmed');
    this.stage = 'released';
    send({ type: 'released', round: this.plan.id, key: toBase64(inner.privateKey) });
  }

  /**
   * The end.
   * @returns opens all of it, for whoever wants to count again; nothing, where that is not for everyone
   * @throws Objected when that is something else than what this panel signed for
   */
  async opened({ proof }: OrderOf<'opened'>): Promise<() => Promise<readonly (Uint8Array | undefined)[]>> {
    const { sealed } = this;
    this.expect(sealed !== undefined && sealed.place >= 0 ? 'released' : 'confirmed');
    if (sealed === undefined || (proof === undefined) === isCountedAgain(this.plan.question.purpose)) {
      return object('opened');
    }
    if (proof === undefined) {
      this.end();
      return () => Promise.resolve([]);
    }
    const { crypto } = this.deps;
    const envelopes = this.envelopes(proof.batch, 0);
    if (digestsOf(crypto, envelopes) !== this.digests || proof.keys.length !== sealed.mixers.length) {
      return object('opened');
    }
    const pairs = await keyPairs(crypto, sealed.mixers, proof.keys);
    this.end();
    return () => opened(crypto, sealed.transcript, pairs, envelopes);
  }

  /** Throws the inner key away. @returns a signature for it, when it was never released */
  async discard(): Promise<Base64 | undefined> {
    const { inner, stage, deps, plan } = this;
    const released = stage === 'released' || stage === 'over';
    this.end();
    if (inner === undefined || released) {
      return undefined;
    }
    const message = discardedMessage(plan.id, toBase64(inner.publicKey));
    return toBase64(await deps.crypto.sign(deps.keys.sign, message));
  }

  private end(): void {
    this.inner?.privateKey.fill(0);
    this.inner = undefined;
    this.stage = 'over';
  }

  private async checkMixers(mixers: readonly InnerKey[]): Promise<void> {
    const { crypto, me, insists } = this.deps;
    const { gathering } = this.plan;
    const mine = mixers.find((mixer) => mixer.id === me.id);
    const own = this.inner === undefined ? undefined : toBase64(this.inner.publicKey);
    const signed = await inLanes(crypto.lanes, mixers, (mixer) =>
      holds(crypto, this.member(mixer.id).sign, innerMessage(this.plan, mixer.key), mixer.signature),
    );
    const distinct = new Set(mixers.map((mixer) => mixer.key)).size === mixers.length;
    const right = mixersAreRight(
      gathering,
      mixers.map((mixer) => mixer.id),
    );
    if (!right || !distinct || !signed.every(Boolean) || (mine === undefined ? insists : mine.key !== own)) {
      object('mixers');
    }
  }

  /**
   * A hub could show a question to one person alone, or to the others for a moment: what came out would be that person's. So an answer
   * goes out only with those of three others. With fewer people than that the person agreed to it.
   */
  private async checkAnswering(answering: readonly Answering[]): Promise<void> {
    const { crypto, me, answers } = this.deps;
    const others = this.plan.gathering.members.filter((member) => member.id !== me.id);
    if (!answers || others.length + 1 < fewestAnswers) {
      return;
    }
    const message = answersMessage(this.plan);
    const signed = await inLanes(crypto.lanes, others, async ({ id, sign }) => {
      const one = answering.find((answer) => answer.id === id);
      return one !== undefined && holds(crypto, sign, message, one.signature);
    });
    if (signed.filter(Boolean).length + 1 < fewestAnswers) {
      object('fewAnswers');
    }
  }

  private async filledUp(): Promise<readonly Uint8Array[]> {
    const { question, slots } = this.plan;
    const contents = await this.deps.contents(this.plan);
    if (contents.length > slots) {
      return object('size');
    }
    this.gave = contents.length > 0;
    const blanks = Array.from({ length: slots - contents.length }, (): Content => ({ kind: 'blank' }));
    return [...contents, ...blanks].map((content) => packed(content, question.purpose));
  }

  private envelopes(batch: Batch, layers: number): readonly Uint8Array[] {
    const size = sizeWith(layers, contentSize(this.plan.question.purpose));
    const read = envelopesOf(batch, this.count, size);
    return 'wrong' in read ? object(read.wrong) : read.envelopes;
  }

  /** Envelopes in a batch. */
  private get count(): number {
    return this.plan.gathering.members.length * this.plan.slots;
  }

  private member(id: ParticipantId): SealMember {
    return this.plan.gathering.members.find((member) => member.id === id) ?? object('mixers');
  }

  private expect(stage: Stage): void {
    if (this.stage !== stage) {
      object('order');
    }
  }
}

function bytesOf(keys: readonly Base64[]): readonly Uint8Array[] {
  return keys.map((key) => fromBase64(key) ?? new Uint8Array());
}
