/** A panel's half of a gathering (see `gathering.ts`). */
import { listed, toBase64 } from '../bytes.js';
import type { SealingCrypto } from '../crypto.js';
import { commitment, type Gathering, gathered, peopleAreRight, peopleDigest, wrongSeeds } from '../gathering.js';
import type { Base64, OrderOf, ReplyOf, SealMember } from '../messages.js';
import { object } from '../objected.js';

interface Begun {
  readonly id: Base64;
  readonly me: SealMember;
  readonly members: readonly SealMember[];
  readonly people: Base64;
  readonly commits?: readonly Base64[];
}

export interface Draws {
  get(people: Base64): Base64 | undefined;
  set(people: Base64, commitments: Base64): void;
}

/** A panel answers no more gatherings than one in so many milliseconds. */
const leastPause = 1000;
/** The pause doubles with each unfinished draw after the third, up to this. */
const longestPause = 15_000;
/** So many unfinished draws, or refused gatherings, in a row are told to the person. */
export const toldAfter = 3;

/** So many gatherings in a minute are a room in which people come and go; more of them are answered more slowly. */
const usualInAMinute = 12;

/**
 * Pause before the next gathering is answered, in milliseconds.
 * @param unfinished draws in a row that were begun and not completed
 * @param lately gatherings of the last minute
 */
export function pauseAfter(unfinished: number, lately: number): number {
  const tooMany = Math.max(0, unfinished - toldAfter, lately - usualInAMinute);
  return Math.min(leastPause * 2 ** tooMany, longestPause);
}

export class ClientGathering {
  private begun: Begun | undefined;
  private unfinished = 0;

  /**
   * @param room its id, as the invitation has it
   * @param secret 32 random bytes that stay in this panel, also over a reload: seeds are made of it
   * @param draws the digests of the commitments that this panel opened its seed for, by the digest of the people; also kept
   */
  constructor(
    private readonly crypto: SealingCrypto,
    private readonly room: string,
    private readonly secret: Uint8Array,
    private readonly draws: Draws,
  ) {}

  /** Draws in a row that were opened and never completed. */
  get unfinishedDraws(): number {
    return this.unfinished;
  }

  /** Whether the person is told of the unfinished draws. */
  get isSuspicious(): boolean {
    return this.unfinished >= toldAfter;
  }

  /**
   * Commits to a seed. The same people get the same seed again, so that a hub that does not like what came out gains nothing by
   * beginning anew.
   * @throws Objected
   */
  commit({ gathering, members }: OrderOf<'gather'>, keys: SealMember): ReplyOf<'commit'> {
    const me = members.find((member) => member.id === keys.id);
    if (me === undefined || !peopleAreRight(members, keys)) {
      return object('people');
    }
    const people = peopleDigest(this.crypto, this.room, members);
    this.begun = { id: gathering, me, members, people };
    return { type: 'commit', gathering, commit: commitment(this.crypto, people, me, this.seedFor(people)) };
  }

  /** Opens the seed once everyone has committed, and among the same people only for one list of commitments. @throws Objected */
  open({ gathering, commits }: OrderOf<'commits'>): ReplyOf<'seed'> {
    const { begun } = this;
    if (begun?.id !== gathering) {
      return object('order');
    }
    const seed = this.seedFor(begun.people);
    const before = this.draws.get(begun.people);
    const digest = this.digestOf(commits);
    const mine = commits[begun.members.indexOf(begun.me)];
    const right = mine === commitment(this.crypto, begun.people, begun.me, seed);
    const isOther = before !== undefined && before !== digest;
    if (!right || isOther || commits.length !== begun.members.length || new Set(commits).size < commits.length) {
      return object('seed');
    }
    this.draws.set(begun.people, digest);
    this.begun = { ...begun, commits };
    this.unfinished += 1;
    return { type: 'seed', gathering, seed: toBase64(seed) };
  }

  /** @throws Objected */
  complete({ gathering, seeds }: OrderOf<'seeds'>): Gathering {
    const { begun } = this;
    this.begun = undefined;
    const commits = begun?.commits;
    if (begun?.id !== gathering || commits === undefined) {
      return object('order');
    }
    const { members, people } = begun;
    if (seeds.length !== members.length || wrongSeeds(this.crypto, people, members, commits, seeds).length > 0) {
      return object('seed');
    }
    this.unfinished = 0;
    return gathered(this.crypto, gathering, people, members, seeds);
  }

  private seedFor(people: Base64): Uint8Array {
    return this.crypto.derive(this.secret, listed('seed', people));
  }

  private digestOf(commits: readonly Base64[]): Base64 {
    return toBase64(this.crypto.hash(listed('commits', ...commits)));
  }
}
