import { inLanes, type SealingCrypto } from '../crypto.js';
import type { InnerKey, OrderOf, SealMember } from '../messages.js';
import { discardedMessage, holds, type RoundPlan } from '../transcript.js';

/**
 * A round that this panel said yes to and never saw opened. A hub that opened it in secret could ask everyone but one to seal again and
 * see, by what is missing then, what that one had written. So sealing the same again needs one of three: the same people; the word of
 * all its mixers that their keys were thrown away (an honest one says so only when it never released); or the person's consent.
 */
export class Exposure {
  constructor(
    private readonly plan: RoundPlan,
    private readonly mixers: readonly InnerKey[],
  ) {}

  /** The names of those who were in it and are not among these. */
  missing(members: readonly SealMember[]): readonly string[] {
    const there = new Set(members.map((member) => member.id));
    return this.plan.gathering.members.filter((member) => !there.has(member.id)).map((member) => member.name);
  }

  /** Whether these are the same people. */
  isOf(members: readonly SealMember[]): boolean {
    return members.length === this.plan.gathering.members.length && this.missing(members).length === 0;
  }

  /** Whether all its mixers signed that their keys are gone. */
  async isDiscarded(crypto: SealingCrypto, discarded: OrderOf<'begin'>['discarded']): Promise<boolean> {
    if (discarded?.round !== this.plan.id) {
      return false;
    }
    const { signatures } = discarded;
    const each = await inLanes(crypto.lanes, this.mixers, async (mixer) => {
      const member = this.plan.gathering.members.find((one) => one.id === mixer.id);
      const signature = Object.hasOwn(signatures, mixer.id) ? signatures[mixer.id] : undefined;
      return member !== undefined && holds(crypto, member.sign, discardedMessage(this.plan.id, mixer.key), signature);
    });
    return each.every(Boolean);
  }
}
