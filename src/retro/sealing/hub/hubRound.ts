/**
 * The hub's half of one round: a postman. It carries sealed envelopes and signatures and, when everyone has said yes, opens what came
 * out of the shuffle. It can refuse to carry; whatever else it does is noticed by the panels (`../client/clientRound.ts`), which check it all.
 */
import { fewestAnswers } from '../../limits.js';
import type { ParticipantId } from '../../model.js';
import { toBase64 } from '../bytes.js';
import { shuffledSecretly } from '../chance.js';
import { type Content, contentSize, isCounted, isCountedAgain, unpacked } from '../content.js';
import { inLanes, type SealingCrypto } from '../crypto.js';
import { batchOf, envelopesOf, keyPairs, opened, sizeWith } from '../envelope.js';
import { type Gathering, gathered, mixersOf, peopleDigest, wrongSeeds } from '../gathering.js';
import type { Answering, Base64, Batch, InnerKey, Objection, OrderOf, ReplyOf, SealMember } from '../messages.js';
import { Objected } from '../objected.js';
import {
  answersMessage,
  digestsOf,
  holds,
  innerMessage,
  type RoundPlan,
  transcript,
  yesMessage,
} from '../transcript.js';
import { objectedBy, type Post } from './post.js';
import { Stopped } from './replies.js';

/** Agrees with everyone on who is here. @param members in the order of their ids @throws Stopped */
export async function gatherPeople(
  post: Post,
  crypto: SealingCrypto,
  room: string,
  members: readonly SealMember[],
): Promise<Gathering> {
  const id = toBase64(crypto.random(16));
  try {
    return await agreed(post, crypto, room, members, id);
  } catch (error) {
    // Panels that still wait for these people on their screens need not wait any more.
    post.tell(members, { type: 'stop', round: id, why: 'left' });
    throw error;
  }
}

async function agreed(
  post: Post,
  crypto: SealingCrypto,
  room: string,
  members: readonly SealMember[],
  id: Base64,
): Promise<Gathering> {
  const people = peopleDigest(crypto, room, members);
  post.need(members, id);
  const committed = await post.ask(members, { type: 'gather', gathering: id, members }, 'commit', id);
  const commits = committed.map((reply) => reply.commit);
  const open = await post.ask(members, { type: 'commits', gathering: id, commits }, 'seed', id);
  const seeds = open.map((reply) => reply.seed);
  const wrong = wrongSeeds(crypto, people, members, commits, seeds);
  if (wrong.length > 0) {
    throw new Stopped('objection', { objection: 'seed', culprits: wrong.flatMap((place) => members[place]?.id ?? []) });
  }
  post.tell(members, { type: 'seeds', gathering: id, seeds });
  return gathered(crypto, id, people, members, seeds);
}

/** What came out of a round. */
export interface Result {
  /** In the order of the last shuffle; blanks included, spoiled ones not. */
  readonly contents: readonly Content[];
  /** To be told to everyone, once the contents are in safe hands. */
  readonly order: OrderOf<'opened'>;
}

interface Begun {
  readonly mixers: readonly InnerKey[];
  readonly answering: readonly Answering[];
}

export class HubRound {
  /** Someone may have said yes, so that it matters whether the inner keys were thrown away. */
  confirming = false;
  /** The mixer whose turn it is, and the one before it. */
  private hop: { readonly mixer: ParticipantId; readonly before?: ParticipantId } | undefined;

  constructor(
    private readonly post: Post,
    private readonly crypto: SealingCrypto,
    readonly plan: RoundPlan,
  ) {}

  /** @throws Stopped */
  async run(discarded: OrderOf<'begin'>['discarded']): Promise<Result> {
    const { members } = this.plan.gathering;
    const { id } = this.plan;
    this.post.need(members, id, (by, no) => this.explain(by, no));
    const { mixers, answering } = await this.begin(discarded);
    const batch = await this.mixed(mixers, await this.collected(mixers, answering));
    this.confirming = true;
    const envelopes = this.comingOut(mixers, batch);
    const signatures = await this.confirmed(mixers, digestsOf(this.crypto, envelopes));
    const mixing = mixers.flatMap((mixer) => members.filter((member) => member.id === mixer.id));
    const released = await this.post.ask(mixing, { type: 'release', round: id, signatures }, 'released', id);
    const keys = released.map((reply) => reply.key);
    const contents = await this.open(mixers, keys, envelopes);
    const proof = isCountedAgain(this.plan.question.purpose) ? { proof: { keys, batch } } : {};
    const order = { type: 'opened', round: id, ...proof } as const;
    return { contents, order };
  }

  /** The mixers with their keys, and those who answer. Everyone makes a key, so that nobody's reply says who will mix. */
  private async begin(discarded: OrderOf<'begin'>['discarded']): Promise<Begun> {
    const { id, question, asked, slots, gathering } = this.plan;
    const { purpose } = question;
    const order = { type: 'begin', round: id, gathering: gathering.id, purpose, slots, question: asked } as const;
    const before = discarded === undefined ? order : { ...order, discarded };
    const replies = await this.post.ask(gathering.members, before, 'inner', id);
    await this.each('mixers', (member, index) => {
      const { key = '', signature } = replies[index] ?? {};
      return holds(this.crypto, member.sign, innerMessage(this.plan, key), signature);
    });
    const keys = new Map(gathering.members.map((member, index) => [member.id, replies[index]]));
    const insisting = gathering.members.filter((_, index) => replies[index]?.insist).map((member) => member.id);
    const mixers = mixersOf(gathering.order, new Set(insisting)).map((mixer) => {
      const reply = keys.get(mixer);
      return { id: mixer, key: reply?.key ?? '', signature: reply?.signature ?? '' };
    });
    return { mixers, answering: await this.answering(replies.map((reply) => reply.answers)) };
  }

  /** Some of those who answer what is counted: as few as are enough, since nobody has to know who does not. @throws Stopped */
  private async answering(signatures: readonly (Base64 | undefined)[]): Promise<readonly Answering[]> {
    const { crypto, plan } = this;
    const { members } = plan.gathering;
    if (!isCounted(plan.question.purpose) || members.length < fewestAnswers) {
      return [];
    }
    const message = answersMessage(plan);
    const answering = await inLanes(crypto.lanes, [...members.entries()], async ([index, { id, sign }]) => {
      const signature = signatures[index];
      const isRight = signature !== undefined && (await holds(crypto, sign, message, signature));
      return isRight ? [{ id, signature }] : [];
    });
    if (answering.flat().length < fewestAnswers) {
      throw new Stopped('fewAnswers');
    }
    return shuffledSecretly(answering.flat(), crypto.random).slice(0, fewestAnswers);
  }

  private async collected(mixers: readonly InnerKey[], answering: readonly Answering[]): Promise<Batch> {
    const { id, question, slots, gathering } = this.plan;
    const order = { type: 'seal', round: id, mixers, ...(answering.length > 0 ? { answering } : {}) } as const;
    const replies = await this.post.ask(gathering.members, order, 'envelopes', id);
    const size = sizeWith(mixers.length, contentSize(question.purpose));
    const each = [...gathering.members.entries()];
    return batchOf(each.flatMap(([index, { id: by }]) => read(replies[index]?.batch ?? '', slots, size, by)));
  }

  private async mixed(mixers: readonly InnerKey[], collected: Batch): Promise<Batch> {
    const { id: round, question, slots, gathering } = this.plan;
    let batch = collected;
    for (const [place, { id }] of mixers.entries()) {
      const mixer = gathering.members.filter((member) => member.id === id);
      this.hop = { mixer: id, ...(place === 0 ? {} : { before: mixers[place - 1]?.id ?? '' }) };
      const [reply] = await this.post.ask(mixer, { type: 'mix', round, batch }, 'mixed', round);
      batch = reply?.batch ?? '';
      const left = sizeWith(mixers.length - place - 1, contentSize(question.purpose));
      read(batch, gathering.members.length * slots, left, id);
      this.post.tell(gathering.members, { type: 'progress', round, mixed: place + 1, of: mixers.length });
    }
    this.hop = undefined;
    return batch;
  }

  private comingOut(mixers: readonly InnerKey[], batch: Batch): readonly Uint8Array[] {
    const { question, slots, gathering } = this.plan;
    const size = sizeWith(0, contentSize(question.purpose));
    return read(batch, gathering.members.length * slots, size, mixers.at(-1)?.id ?? '');
  }

  /** Everyone's signature under the digests of the envelopes that came out. */
  private async confirmed(mixers: readonly InnerKey[], digests: Base64): Promise<readonly Base64[]> {
    const { id, gathering } = this.plan;
    const yes = await this.post.ask(gathering.members, { type: 'check', round: id, digests }, 'yes', id);
    const message = yesMessage(this.crypto, transcript(this.crypto, this.plan, mixers), digests);
    await this.each('unconfirmed', (member, index) => holds(this.crypto, member.sign, message, yes[index]?.signature));
    return yes.map((reply) => reply.signature);
  }

  /** Those for whom it does not hold are the culprits. @throws Stopped */
  private async each(
    objection: Objection,
    isRight: (member: SealMember, index: number) => Promise<boolean>,
  ): Promise<void> {
    const { crypto, plan } = this;
    const { members } = plan.gathering;
    const right = await inLanes(crypto.lanes, [...members.entries()], ([index, member]) => isRight(member, index));
    const culprits = members.filter((_, index) => right[index] !== true).map((member) => member.id);
    if (culprits.length > 0) {
      throw new Stopped('objection', { objection, culprits });
    }
  }

  /**
   * Who may have caused an objection. The first mixer sees the envelopes in the order of their senders, so it can name one; it is
   * suspected along with them, so that it cannot name everyone. A later one has the envelopes from the mixer before.
   */
  private explain(by: ParticipantId, no: ReplyOf<'no'>): Stopped {
    const { hop } = this;
    const isAboutBatch = no.objection === 'tampered' || no.objection === 'duplicate' || no.objection === 'count';
    if (hop?.mixer !== by || !isAboutBatch) {
      return objectedBy(by, no);
    }
    const { gathering, slots } = this.plan;
    const sender = no.at === undefined ? undefined : gathering.members[Math.floor(no.at / slots)]?.id;
    const { objection } = no;
    if (hop.before === undefined) {
      const culprits = sender === undefined ? {} : { culprits: [sender] };
      return new Stopped('objection', { objection, suspects: [by], ...culprits });
    }
    return new Stopped('objection', { objection, suspects: [by, hop.before] });
  }

  private async open(
    mixers: readonly InnerKey[],
    keys: readonly Base64[],
    envelopes: readonly Uint8Array[],
  ): Promise<readonly Content[]> {
    const { crypto, plan } = this;
    const pairs = await keyPairs(crypto, mixers, keys).catch((error: unknown) => {
      throw error instanceof Objected ? this.wrongKey(mixers, error) : error;
    });
    const contents = await opened(crypto, transcript(crypto, plan, mixers), pairs, envelopes);
    return contents.flatMap((bytes) => (bytes && unpacked(bytes)) ?? []);
  }

  private wrongKey(mixers: readonly InnerKey[], { objection, at }: Objected): Stopped {
    const culprit = at === undefined ? undefined : mixers[at]?.id;
    return new Stopped('objection', { objection, culprits: culprit === undefined ? [] : [culprit] });
  }
}

/** @param by whose batch it is @throws Stopped */
function read(batch: Batch, count: number, size: number, by: ParticipantId): readonly Uint8Array[] {
  const envelopes = envelopesOf(batch, count, size);
  if ('wrong' in envelopes) {
    throw new Stopped('objection', { objection: envelopes.wrong, culprits: [by] });
  }
  return envelopes.envelopes;
}
