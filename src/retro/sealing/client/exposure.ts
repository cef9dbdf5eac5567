import { inLanes, type SealingCrypto } from '../crypto.js';
import type { Base64, InnerKey, OrderOf, SealMember } from '../messages.js';
import { discardedMessage, holds } from '../transcript.js';

/**
 * A round that this panel said yes to and never saw opened. A hub that opened it in secret could ask everyone but one to seal again and
 * see, by what is missing then, what that one had written. So sealing the same again needs one of three: the same people with the same
 * keys; the word of all its mixers that their keys were thrown away (an honest one says so only when it never released); or the
 * person's consent.
 */
export interface Exposed {
  readonly round: Base64;
  readonly members: readonly SealMember[];
  readonly mixers: readonly InnerKey[];
  /** This panel's person gave an answer in it; always false for cards. */
  readonly answered: boolean;
}

/** The names of those who were in it and are not among these with the same keys. */
export function missingIn({ members }: Exposed, now: readonly SealMember[]): readonly string[] {
  const isThere = (member: SealMember) =>
    now.some((one) => one.id === member.id && one.sign === member.sign && one.mix === member.mix);
  return members.filter((member) => !isThere(member)).map((member) => member.name);
}

/** Whether these are the same people with the same keys. */
export function isAmong(exposed: Exposed, now: readonly SealMember[]): boolean {
  return now.length === exposed.members.length && missingIn(exposed, now).length === 0;
}

/** Whether all its mixers signed that their keys are gone. */
export async function isDiscarded(
  crypto: SealingCrypto,
  { round, members, mixers }: Exposed,
  discarded: OrderOf<'begin'>['discarded'],
): Promise<boolean> {
  if (discarded?.round !== round) {
    return false;
  }
  const { signatures } = discarded;
  const each = await inLanes(crypto.lanes, mixers, async (mixer) => {
    const member = members.find((one) => one.id === mixer.id);
    const signature = Object.hasOwn(signatures, mixer.id) ? signatures[mixer.id] : undefined;
    return member !== undefined && holds(crypto, member.sign, discardedMessage(round, mixer.key), signature);
  });
  return each.every(Boolean);
}
