/**
 * Counts of secret answers, and when a second one may be shown. The difference of two counts shows what one person answered when all
 * others answered both times, so a second count is shown only when it cannot be such a difference; otherwise the first one stays.
 */
import { answersIn } from './ballots.js';
import { fewestAnswers } from './limits.js';
import type { Box, BoxName, RetroState, Tally } from './model.js';
import { inRoom } from './people.js';
import { totalsCanBeShown } from './votes.js';

/** A box whose answers are in. */
export function countBox(state: RetroState, name: BoxName, answered: Box): RetroState {
  const { before, ...box } = answered;
  const now = tallyOf(state, answersIn(box));
  const first = state.tallies[name];
  const withheld = first !== undefined && !isComparable(first, now);
  const counts = withheld ? (before ?? box.counts.map((row) => row.map(() => 0))) : box.counts;
  const counted: Box = { status: 'counted', counts, ...(withheld ? { withheld: true } : {}) };
  return withTally({ ...state, boxes: { ...state.boxes, [name]: counted } }, name, withheld ? undefined : now);
}

/** A vote whose ballots are in. */
export function countVote(state: RetroState): RetroState {
  const { before, withheld: _, ...vote } = state.vote;
  const now = tallyOf(state, vote.ballots);
  const first = state.tallies.vote;
  if (first !== undefined && !isComparable(first, now)) {
    const shown = before ?? { ballots: 0, totals: {} };
    return { ...state, vote: { ...vote, ...shown, status: 'counted', withheld: true } };
  }
  return withTally({ ...state, vote: { ...vote, status: 'counted' } }, 'vote', now);
}

/** The counts of a box that is asked anew, when they were shown. */
export function countsShown(box: Box | undefined): Pick<Box, 'before'> {
  if (box?.status === 'open') {
    return box.before === undefined ? {} : { before: box.before };
  }
  return box !== undefined && answersIn(box) >= fewestAnswers ? { before: box.counts } : {};
}

/** The totals of a vote that is forgotten or repeated, when they were shown. */
export function totalsShown(state: RetroState): Pick<RetroState['vote'], 'before'> {
  const { before, ballots, totals } = state.vote;
  if (totalsCanBeShown(state)) {
    return { before: { ballots, totals } };
  }
  return before === undefined ? {} : { before };
}

/** Whether nobody's answer can be read from these two counts together. */
function isComparable(first: Tally, second: Tally): boolean {
  const isFew = (people: number) => people > 0 && people < fewestAnswers;
  if (isComplete(first) && isComplete(second)) {
    const came = second.people.filter((id) => !first.people.includes(id)).length;
    const went = first.people.filter((id) => !second.people.includes(id)).length;
    return !isFew(came) && !isFew(went);
  }
  return second.answers >= first.answers + fewestAnswers;
}

/** Everyone in the room answered, so that it is known who did. */
function isComplete({ people, answers }: Tally): boolean {
  return answers === people.length;
}

function tallyOf(state: RetroState, answers: number): Tally {
  return { people: inRoom(state).map((person) => person.id), answers };
}

/** Counts that are too small are not shown, so nothing can be compared with them. */
function withTally(state: RetroState, name: keyof RetroState['tallies'], tally: Tally | undefined): RetroState {
  return tally === undefined || tally.answers < fewestAnswers
    ? state
    : { ...state, tallies: { ...state.tallies, [name]: tally } };
}
