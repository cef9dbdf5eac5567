/**
 * The hub's half of one round: a postman. It carries sealed envelopes and signatures and, when everyone has said yes, opens what came
 * out of the shuffle. It can refuse to carry; whatever else it does is noticed by the panels (`clientRound.ts`), which check it all.
 */
import { toBase64 } from '../bytes.js';
import { keyPairs } from '../client/clientRound.js';
import { type Content, contentSize, isCountedAgain, unpacked } from '../content.js';
import type { SealingCrypto } from '../crypto.js';
import { batchOf, envelopesOf, opened, sizeWith } from '../envelope.js';
import { type Gathering, gathered, mixersOf } from '../gathering.js';
import type { Base64, Batch, InnerKey, OrderOf, SealMember } from '../messages.js';
import { Objected } from '../objected.js';
import { digestsOf, type RoundPlan, transcript } from '../transcript.js';
import type { Post } from './post.js';
import { Stopped } from './replies.js';

/** Agrees with everyone on who is here. @throws Stopped */
export async function gatherPeople(
  post: Post,
  crypto: SealingCrypto,
  members: readonly SealMember[],
): Promise<Gathering> {
  const id = toBase64(crypto.random(16));
  post.need(members, id);
  const committed = await post.ask(members, { type: 'gather', gathering: id, members }, 'commit', id);
  const commits = committed.map((reply) => reply.commit);
  const open = await post.ask(members, { type: 'commits', gathering: id, commits }, 'seed', id);
  const seeds = open.map((reply) => reply.seed);
  post.tell(members, { type: 'seeds', gathering: id, seeds });
  return gathered(crypto, id, members, seeds);
}

/** What came out of a round. */
export interface Result {
  /** In the order of the last shuffle; blanks included, spoiled ones not. */
  readonly contents: readonly Content[];
  /** To be told to everyone, once the contents are in safe hands. */
  readonly order: OrderOf<'opened'>;
}

export class HubRound {
  /** Someone may have said yes, so that it matters whether the inner keys were thrown away. */
  confirming = false;

  constructor(
    private readonly post: Post,
    private readonly crypto: SealingCrypto,
    readonly plan: RoundPlan,
  ) {}

  /** @throws Stopped */
  async run(discarded: OrderOf<'begin'>['discarded']): Promise<Result> {
    const { members } = this.plan.gathering;
    const { id } = this.plan;
    this.post.need(members, id);
    const mixers = await this.begin(discarded);
    const batch = await this.mixed(mixers, await this.collected(mixers));
    this.confirming = true;
    const envelopes = this.comingOut(batch);
    const digests = digestsOf(this.crypto, envelopes);
    const yes = await this.post.ask(members, { type: 'check', round: id, digests }, 'yes', id);
    const signatures = yes.map((reply) => reply.signature);
    const mixing = mixers.flatMap((mixer) => members.filter((member) => member.id === mixer.id));
    const released = await this.post.ask(mixing, { type: 'release', round: id, signatures }, 'released', id);
    const keys = released.map((reply) => reply.key);
    const contents = await this.open(mixers, keys, envelopes);
    const proof = isCountedAgain(this.plan.purpose) ? { proof: { keys, batch } } : {};
    const order = { type: 'opened', round: id, ...proof } as const;
    return { contents, order };
  }

  /** The mixers with their keys. Everyone makes one, so that nobody's answer says who will mix. */
  private async begin(discarded: OrderOf<'begin'>['discarded']): Promise<readonly InnerKey[]> {
    const { id, purpose, slots, gathering } = this.plan;
    const order = { type: 'begin', round: id, gathering: gathering.id, purpose, slots } as const;
    const before = discarded === undefined ? order : { ...order, discarded };
    const replies = await this.post.ask(gathering.members, before, 'inner', id);
    const keys = new Map(gathering.members.map((member, index) => [member.id, replies[index]]));
    const insisting = gathering.members.filter((_, index) => replies[index]?.insist).map((member) => member.id);
    return mixersOf(gathering.order, new Set(insisting)).map((mixer) => {
      const reply = keys.get(mixer);
      return { id: mixer, key: reply?.key ?? '', signature: reply?.signature ?? '' };
    });
  }

  private async collected(mixers: readonly InnerKey[]): Promise<Batch> {
    const { id, purpose, slots, gathering } = this.plan;
    const replies = await this.post.ask(gathering.members, { type: 'seal', round: id, mixers }, 'envelopes', id);
    const size = sizeWith(mixers.length, contentSize(purpose));
    return batchOf(replies.flatMap((reply) => read(reply.batch, slots, size)));
  }

  private async mixed(mixers: readonly InnerKey[], collected: Batch): Promise<Batch> {
    let batch = collected;
    let mixed = 0;
    for (const { id } of mixers) {
      const mixer = this.plan.gathering.members.filter((member) => member.id === id);
      const [reply] = await this.post.ask(mixer, { type: 'mix', round: this.plan.id, batch }, 'mixed', this.plan.id);
      batch = reply?.batch ?? '';
      mixed += 1;
      this.post.tell(this.plan.gathering.members, { type: 'progress', round: this.plan.id, mixed, of: mixers.length });
    }
    return batch;
  }

  private comingOut(batch: Batch): readonly Uint8Array[] {
    const { purpose, slots, gathering } = this.plan;
    return read(batch, gathering.members.length * slots, sizeWith(0, contentSize(purpose)));
  }

  private async open(
    mixers: readonly InnerKey[],
    keys: readonly Base64[],
    envelopes: readonly Uint8Array[],
  ): Promise<readonly Content[]> {
    const { crypto, plan } = this;
    const pairs = await keyPairs(crypto, mixers, keys).catch((error: unknown) => {
      throw error instanceof Objected ? new Stopped('objection', { objection: error.objection }) : error;
    });
    const contents = await opened(crypto, transcript(crypto, plan, mixers), pairs, envelopes);
    return contents.flatMap((bytes) => (bytes && unpacked(bytes)) ?? []);
  }
}

function read(batch: Batch, count: number, size: number): readonly Uint8Array[] {
  const envelopes = envelopesOf(batch, count, size);
  if ('wrong' in envelopes) {
    throw new Stopped('objection', { objection: envelopes.wrong });
  }
  return envelopes.envelopes;
}
