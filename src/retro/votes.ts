/** What may be shown of a vote. */
import { fewestAnswers } from './limits.js';
import type { RetroState } from './model.js';
import { topicIds } from './moves/ids.js';
import { inRoom } from './people.js';
import type { TopicId } from './topics.js';

export function totalsCanBeShown(state: Pick<RetroState, 'vote'>): boolean {
  return state.vote.status === 'counted' && state.vote.ballots >= fewestAnswers;
}

/**
 * Topics with most votes first; what is equal stays in the order of the board. In a room of fewer than four, where everyone
 * knows that nothing is anonymous, the order follows the votes once all of them voted; the numbers are never shown.
 */
export function rankedTopics(
  state: Pick<RetroState, 'vote' | 'participants' | 'cards' | 'groups' | 'talk'>,
): readonly TopicId[] {
  const topics = topicIds(state);
  const people = inRoom(state).length;
  const smallRoom = state.vote.status === 'counted' && people < fewestAnswers && state.vote.ballots >= people;
  if (!totalsCanBeShown(state) && !smallRoom) {
    return topics;
  }
  const votes = (id: TopicId): number => state.vote.totals[id] ?? 0;
  return topics.toSorted((one, other) => votes(other) - votes(one));
}
