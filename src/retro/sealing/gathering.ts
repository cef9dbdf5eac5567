/**
 * Agreeing on who is there: one list of people and keys, chance that nobody could choose, the room's words and the order of mixers.
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

/** In a room of more people so many mixers are drawn; those who insist come on top. One honest mixer is enough. */
export const mostDrawn = 8;

/** What everyone in a gathering knows in the end. */
export interface Gathering {
  readonly id: Base64;
  readonly members: readonly SealMember[];
  /** Stands for the people, their keys and all seeds. */
  readonly digest: Uint8Array;
  /** The order in which people mix, by id: the first {@link mostDrawn}, and of the others those who insist. */
  readonly order: readonly ParticipantId[];
  /** The room's words. */
  readonly words: readonly string[];
}

/** What is published of a seed before the seeds themselves. Bound to its owner, so that nobody can repeat another's. */
export function commitment(crypto: SealingCrypto, gathering: Base64, member: SealMember, seed: Uint8Array): Base64 {
  return toBase64(crypto.hash(listed('commit', gathering, member.id, member.sign, seed)));
}

/** Whether these can be the people of a gathering: each id and key once, and mine among them as I know them. */
export function peopleAreRight(members: readonly SealMember[], me: SealMember): boolean {
  const ids = new Set(members.map((member) => member.id));
  const names = new Set(members.map((member) => member.name));
  const keys = new Set(members.flatMap((member) => [member.sign, member.mix]));
  const mine = members.find((member) => member.id === me.id);
  return (
    ids.size === members.length &&
    names.size === members.length &&
    keys.size === 2 * members.length &&
    mine?.sign === me.sign &&
    mine.mix === me.mix
  );
}

export function commitmentsHold(
  crypto: SealingCrypto,
  gathering: Base64,
  members: readonly SealMember[],
  commits: readonly Base64[],
  seeds: readonly Base64[],
): boolean {
  return (
    commits.length === members.length &&
    seeds.length === members.length &&
    members.every((member, index) => {
      const seed = fromBase64(seeds[index] ?? '');
      return seed?.length === 32 && commitment(crypto, gathering, member, seed) === commits[index];
    })
  );
}

export function gathered(
  crypto: SealingCrypto,
  id: Base64,
  members: readonly SealMember[],
  seeds: readonly Base64[],
): Gathering {
  const people = members.flatMap(({ id: person, name, sign, mix }) => [person, name, sign, mix]);
  const digest = crypto.hash(listed('gathering', id, number32(members.length), ...people, ...seeds));
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

/** Who mixes, in which order. */
export function mixersOf(
  order: readonly ParticipantId[],
  insisting: ReadonlySet<ParticipantId>,
): readonly ParticipantId[] {
  return order.filter((id, index) => index < mostDrawn || insisting.has(id));
}

/** Whether these mixers are at least those that were drawn, in the drawn order. More of them do no harm. */
export function mixersAreRight(gathering: Gathering, mixers: readonly ParticipantId[]): boolean {
  const chosen = new Set(mixers);
  const expected = gathering.order.filter((id, index) => index < mostDrawn || chosen.has(id));
  return mixers.length === expected.length && mixers.every((id, index) => id === expected[index]);
}
