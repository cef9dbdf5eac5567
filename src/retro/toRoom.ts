import type { RetroState } from './model.js';
import { leaveCircle } from './moves/circle.js';

/** Why a retro cannot move to everyone's own panels now. */
export type StaysHere = 'collecting' | 'finished';

/**
 * Turns a retro on one screen into one of people at panels of their own. The facilitator stays; whoever else was named at the screen
 * has left it, and comes in again by the invitation. Not while something secret is being collected: one half of it would be
 * nameless in another way than the other.
 */
export function toRoom(state: RetroState, at: number): RetroState | StaysHere {
  if (state.finishedAt !== undefined) {
    return 'finished';
  }
  const asks = Object.values(state.boxes).some((box) => box?.status === 'open');
  if (asks || state.vote.status === 'open' || state.sealed.entries > 0) {
    return 'collecting';
  }
  const others = state.participants.filter(({ id, presence }) => id !== state.facilitator && presence !== 'left');
  const participants = state.participants.map((person) =>
    others.includes(person) ? { ...person, presence: 'left' as const, since: at } : person,
  );
  return others.reduce((now, { id }) => leaveCircle(now, id), { ...state, mode: 'room', participants } as RetroState);
}
