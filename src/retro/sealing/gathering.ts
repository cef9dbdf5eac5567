/**
 * The gathering of a room: one list of people and keys, chance that nobody could choose, the room's words and the order of mixers.
 *
 * Everyone commits to a seed before anyone opens one (Blum, "Coin flipping by telephone", 1981), so that neither the hub nor a
 * participant can steer what comes out. The words are a short authentication string in the sense of Vaudenay ("Secure communications
 * over insecure channels based on short authenticated strings", CRYPTO 2005) and of ZRTP (RFC 6189): because of the commitments, a
 * hub that shows different lists to different people has one try to make their words the same, and cannot compute its way there.
 */
import type { ParticipantId } from '../model.js';
import { fromBase64, listed, number32, toBase64 } from './bytes.js';
import type { SealingCrypto } from './crypto.js';
import type { Base64, SealMember } from './messages.js';
import { inWords } from './words.js';

/** Up to so many people everyone mixes. */
export const everyoneMixesUpTo = 16;
/** So many mixers are drawn in a larger room; those who insist come on top. One honest mixer is enough. */
export const mostDrawn = 8;

/** The result of a gathering, the same on every panel. */
export interface Gathering {
  readonly id: Base64;
  readonly members: readonly SealMember[];
  /** Stands for the room, the people, their keys and all seeds. */
  readonly digest: Uint8Array;
  /** The order in which people mix, by id: in a large room the first {@link mostDrawn}, and of the others those who insist. */
  readonly order: readonly ParticipantId[];
  /** The room's words. */
  readonly words: readonly string[];
}

/** Digest of a room and exactly these people with these names and keys, in this order. */
export function peopleDigest(crypto: SealingCrypto, room: string, members: readonly SealMember[]): Base64 {
  const people = members.flatMap(({ id, name, sign, mix }) => [id, name, sign, mix]);
  return toBase64(crypto.hash(listed('people', room, number32(members.length), ...people)));
}

/**
 * The commitment to a seed, published before any seed is. It is bound to its owner, so that nobody can repeat another's, and to the
 * people. The id of the gathering is not in it: one list of people has one outcome, however often a hub begins anew.
 */
export function commitment(crypto: SealingCrypto, people: Base64, member: SealMember, seed: Uint8Array): Base64 {
  return toBase64(crypto.hash(listed('commit', people, member.id, member.sign, seed)));
}

/**
 * Whether these can be the people of a gathering: in the order of their ids (another order would be another draw), each id, name and
 * key once, and mine among them as I know them.
 */
export function peopleAreRight(members: readonly SealMember[], me: SealMember): boolean {
  const ids = new Set(members.map((member) => member.id));
  const names = new Set(members.map((member) => member.name));
  const keys = new Set(members.flatMap((member) => [member.sign, member.mix]));
  const mine = members.find((member) => member.id === me.id);
  return (
    ids.size === members.length &&
    members.every(({ id }, index) => index === 0 || (members[index - 1]?.id ?? '') < id) &&
    names.size === members.length &&
    keys.size === 2 * members.length &&
    mine?.sign === me.sign &&
    mine.mix === me.mix
  );
}

/** The places of members whose seed does not fit what they committed to. */
export function wrongSeeds(
  crypto: SealingCrypto,
  people: Base64,
  members: readonly SealMember[],
  commits: readonly Base64[],
  seeds: readonly Base64[],
): readonly number[] {
  return [...members.entries()].flatMap(([index, member]) => {
    const seed = fromBase64(seeds[index] ?? '');
    return seed?.length === 32 && commitment(crypto, people, member, seed) === commits[index] ? [] : [index];
  });
}

/** Order of mixers and words out of the seeds. @param people {@link peopleDigest} of the members */
export function gathered(
  crypto: SealingCrypto,
  id: Base64,
  people: Base64,
  members: readonly SealMember[],
  seeds: readonly Base64[],
): Gathering {
  const digest = crypto.hash(listed('gathering', people, ...seeds));
  const rank = (place: number): string =>
    [...crypto.hash(listed('order', digest, number32(place)))].map((byte) => String.fromCharCode(byte)).join('');
  const ranks = members.map((member, place) => ({ id: member.id, rank: rank(place) }));
  return {
    id,
    members,
    digest,
    order: ranks.sort((one, other) => (one.rank < other.rank ? -1 : 1)).map((member) => member.id),
    words: inWords(crypto.hash(listed('words', digest))),
  };
}

/** The mixers, in their order. */
export function mixersOf(
  order: readonly ParticipantId[],
  insisting: ReadonlySet<ParticipantId>,
): readonly ParticipantId[] {
  const drawn = drawnOf(order.length);
  return order.filter((id, index) => index < drawn || insisting.has(id));
}

/** Whether these mixers are at least those that were drawn, in the drawn order. More of them do no harm. */
export function mixersAreRight(gathering: Gathering, mixers: readonly ParticipantId[]): boolean {
  const expected = mixersOf(gathering.order, new Set(mixers));
  return mixers.length === expected.length && mixers.every((id, index) => id === expected[index]);
}

/** How many of so many people mix, those who insist left aside. */
export function drawnOf(people: number): number {
  return people <= everyoneMixesUpTo ? people : mostDrawn;
}
