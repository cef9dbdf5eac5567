import { countHands } from './hands.js';
import type { NormHand, RetroNorm, RetroState } from './model.js';

export const normHands: readonly NormHand[] = ['yes', 'live', 'change'];

/** A norm holds when everyone in the room said so and nobody needs a change. A newcomer is waited for. */
export function isAdopted(state: Pick<RetroState, 'participants'>, norm: RetroNorm): boolean {
  const { totals, waitingFor } = countHands(state, norm.hands, normHands);
  return waitingFor === 0 && totals.change === 0;
}
