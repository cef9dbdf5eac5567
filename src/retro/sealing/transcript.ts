/** The messages that are signed in a round, and the digest that its locks are bound to; used by hub and panels alike. */
import { concatBytes } from '@noble/ciphers/utils.js';
import { fromBase64, listed, number32, toBase64 } from './bytes.js';
import { contentSize } from './content.js';
import type { SealingCrypto } from './crypto.js';
import type { Gathering } from './gathering.js';
import type { Base64, InnerKey } from './messages.js';
import type { Question } from './question.js';

/** A round as it was begun. */
export interface RoundPlan {
  readonly id: Base64;
  /** As this side shows it. */
  readonly question: Question;
  /** Digest of the question. */
  readonly asked: Base64;
  /** Envelopes of each person. */
  readonly slots: number;
  readonly gathering: Gathering;
}

/** Digest of everything that all panels have to see the same of: people, keys, seeds, question, sizes, mixers and their inner keys. */
export function transcript(crypto: SealingCrypto, plan: RoundPlan, mixers: readonly InnerKey[]): Uint8Array {
  const size = number32(contentSize(plan.question.purpose));
  const keys = mixers.flatMap((mixer) => [mixer.id, mixer.key]);
  return crypto.hash(listed('round', ...bound(plan), size, ...keys));
}

/** Signed by a mixer with its inner key. */
export function innerMessage(plan: RoundPlan, key: Base64): Uint8Array {
  return listed('inner', ...bound(plan), key);
}

/** Signed by a panel whose person answers what this round counts. */
export function answersMessage(plan: RoundPlan): Uint8Array {
  return listed('answers', ...bound(plan));
}

function bound({ id, asked, slots, gathering }: RoundPlan): readonly (string | Uint8Array)[] {
  return [gathering.digest, id, asked, number32(slots)];
}

/** What stands for an envelope where the envelope itself is not needed. */
export function digestsOf(crypto: SealingCrypto, envelopes: readonly Uint8Array[]): Base64 {
  return toBase64(concatBytes(...envelopes.map((envelope) => crypto.hash(envelope))));
}

/** Signed by everyone whose own envelopes all came out: "these envelopes, in this round, with these people". */
export function yesMessage(crypto: SealingCrypto, seen: Uint8Array, digests: Base64): Uint8Array {
  return listed('yes', seen, crypto.hash(listed('digests', digests)));
}

/** Signed by a mixer that threw its inner key away without having released it. */
export function discardedMessage(round: Base64, key: Base64): Uint8Array {
  return listed('discarded', round, key);
}

/** Signed with a card's key: this change, in this round. */
export function amendMessage(round: Base64, change: string, text: string): Uint8Array {
  return listed('amend', round, change, text);
}

/** Whether a signature that came over the line is one of this key over this message. */
export async function holds(
  crypto: SealingCrypto,
  publicKey: Base64,
  message: Uint8Array,
  signature: Base64 | undefined,
): Promise<boolean> {
  const [key, signed] = [fromBase64(publicKey), fromBase64(signature ?? '')];
  return key?.length === 32 && signed?.length === 64 && crypto.verify(key, message, signed);
}
