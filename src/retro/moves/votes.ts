import { countVote, totalsShown } from '../counting.js';
import type { VoteEvent } from '../event.js';
import type { RetroState } from '../model.js';
import { inRoom } from '../people.js';
import { type RefusalCode, refuse } from '../refusal.js';
import { topicIds } from './ids.js';
import type { Moves } from './move.js';

export const voteMoves: Moves<VoteEvent> = {
  'vote/open': (state, event) => {
    if (state.vote.status === 'open') {
      return refuse('vote/open');
    }
    const budget = event.budget ?? state.vote.budget;
    const cap = Math.min(event.cap ?? state.vote.cap, budget);
    return { ...state, vote: { status: 'open', budget, cap, ballots: 0, totals: {}, ...totalsShown(state) } };
  },

  'vote/cast': (state, event) => {
    const problem = ballotProblem(state, event.votes);
    if (problem !== undefined) {
      return refuse(problem);
    }
    const totals = { ...state.vote.totals };
    for (const [topic, votes] of Object.entries(event.votes)) {
      if (votes > 0) {
        totals[topic] = (totals[topic] ?? 0) + votes;
      }
    }
    const ballots = state.vote.ballots + 1;
    const next = { ...state, vote: { ...state.vote, ballots, totals } };
    return ballots >= inRoom(state).length ? countVote(next) : next;
  },

  'vote/close': (state) => (state.vote.status === 'open' ? countVote(state) : refuse('vote/notOpen')),

  'vote/reset': (state) => {
    const { budget, cap } = state.vote;
    return { ...state, vote: { status: 'waiting', budget, cap, ballots: 0, totals: {}, ...totalsShown(state) } };
  },
};

/** A ballot is taken as a whole or not at all. */
function ballotProblem(state: RetroState, votes: Readonly<Record<string, number>>): RefusalCode | undefined {
  const { status, ballots, budget, cap } = state.vote;
  if (status !== 'open') {
    return 'vote/notOpen';
  }
  if (ballots >= inRoom(state).length) {
    return 'vote/all';
  }
  const given = Object.values(votes);
  if (given.some((number) => !Number.isSafeInteger(number) || number < 0 || number > cap)) {
    return 'vote/cap';
  }
  if (given.reduce((sum, number) => sum + number, 0) > budget) {
    return 'vote/budget';
  }
  const topics = new Set(topicIds(state));
  return Object.keys(votes).every((topic) => topics.has(topic)) ? undefined : 'vote/topic';
}
