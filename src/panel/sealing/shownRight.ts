/** Checks that the hub shows what came out of the envelopes. It could show something else; then this panel says so. */
import type { Content } from '../../retro/sealing/content.js';
import { votesOf } from '../../retro/sealing/outcomeEvents.js';
import type { Question } from '../../retro/sealing/question.js';
import type { RetroView } from '../../retro/viewModel.js';
import type { SealedCard } from './handIn.js';

/** Whether all of these lie on the board as they were written. */
export function areOnTheBoard(view: RetroView, cards: readonly SealedCard[]): boolean {
  const there = new Map(view.cards.map((card) => [card.id, card]));
  return cards.every(({ id, prompt, text }) => there.get(id)?.text === text && there.get(id)?.prompt === prompt);
}

/** Whether the totals are those of these ballots. A ballot that breaks the rules counts for nothing, as in the core. */
export function areCountedRight(
  vote: RetroView['vote'],
  { items }: Pick<Question, 'items'>,
  contents: readonly Content[],
): boolean {
  const { totals, budget, cap } = vote;
  if (totals === undefined) {
    return true;
  }
  const counted = new Map<string, number>();
  for (const content of contents) {
    const votes = Object.entries((content.kind === 'votes' && votesOf(items, content.votes)) || {});
    const given = votes.map(([, count]) => count);
    if (given.every((count) => count <= cap) && given.reduce((sum, count) => sum + count, 0) <= budget) {
      for (const [topic, count] of votes) {
        counted.set(topic, (counted.get(topic) ?? 0) + count);
      }
    }
  }
  const shown = Object.entries(totals).filter(([, count]) => count > 0);
  return shown.length === counted.size && shown.every(([topic, count]) => counted.get(topic) === count);
}
