/** A panel's half of agreeing on who is here (see `gathering.ts`). */
import type { ParticipantId } from '../../model.js';
import { toBase64 } from '../bytes.js';
import type { SealingCrypto } from '../crypto.js';
import { commitment, commitmentsHold, type Gathering, gathered, peopleAreRight } from '../gathering.js';
import type { Base64, OrderOf, ReplyOf, SealMember } from '../messages.js';
import { object } from '../objected.js';

interface Begun {
  readonly id: Base64;
  readonly me: SealMember;
  readonly members: readonly SealMember[];
  readonly seed: Uint8Array;
  readonly commits?: readonly Base64[];
}

/** What came of it. */
export interface KnownPeople {
  readonly known: Gathering;
  /** Names of those whose keys were not seen before. */
  readonly fresh: readonly string[];
}

export class ClientGathering {
  private begun: Begun | undefined;
  private readonly seen = new Map<ParticipantId, string>();

  constructor(private readonly crypto: SealingCrypto) {}

  /** @throws Objected */
  commit({ gathering, members }: OrderOf<'gather'>, keys: SealMember): ReplyOf<'commit'> {
    const me = members.find((member) => member.id === keys.id);
    if (me === undefined || !peopleAreRight(members, keys)) {
      return object('people');
    }
    const seed = this.crypto.random(32);
    this.begun = { id: gathering, me, members, seed };
    const commit = commitment(this.crypto, gathering, me, seed);
    return { type: 'commit', gathering, commit };
  }

  /** Opens the seed once everyone has committed, and only for one list of commitments. @throws Objected */
  open({ gathering, commits }: OrderOf<'commits'>): ReplyOf<'seed'> {
    const { begun } = this;
    if (begun?.id !== gathering || begun.commits !== undefined) {
      return object('order');
    }
    const mine = commits[begun.members.indexOf(begun.me)];
    const right = mine === commitment(this.crypto, gathering, begun.me, begun.seed);
    if (!right || commits.length !== begun.members.length || new Set(commits).size < commits.length) {
      return object('seed');
    }
    this.begun = { ...begun, commits };
    return { type: 'seed', gathering, seed: toBase64(begun.seed) };
  }

  /** @throws Objected */
  complete({ gathering, seeds }: OrderOf<'seeds'>): KnownPeople {
    const { begun } = this;
    this.begun = undefined;
    if (begun?.id !== gathering || begun.commits === undefined) {
      return object('order');
    }
    if (!commitmentsHold(this.crypto, gathering, begun.members, begun.commits, seeds)) {
      return object('seed');
    }
    const known = gathered(this.crypto, gathering, begun.members, seeds);
    const keysOf = (member: SealMember) => `${member.sign} ${member.mix} ${member.name}`;
    const fresh = known.members.filter((member) => this.seen.get(member.id) !== keysOf(member));
    for (const member of known.members) {
      this.seen.set(member.id, keysOf(member));
    }
    return { known, fresh: fresh.map((member) => member.name) };
  }
}
