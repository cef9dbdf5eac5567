/** Secret questions. An answer becomes one more count and nothing else. */
import { answersIn, boxSpec, commitmentOf } from '../ballots.js';
import { countBox, countsShown } from '../counting.js';
import type { ArriveEvent } from '../event.js';
import type { Box, BoxName, RetroState } from '../model.js';
import { inRoom } from '../people.js';
import { refuse } from '../refusal.js';
import type { Moves } from './move.js';

export const ballotMoves: Moves<Extract<ArriveEvent, { readonly type: `ballot/${string}` }>> = {
  'ballot/open': (state, event) => {
    const commitment = commitmentOf(event.box);
    if (commitment !== undefined && !state.commitments.some((draft) => draft.id === commitment)) {
      return refuse('commitment/unknown');
    }
    return isItsStep(state, event.box) ? openBox(state, event.box, true) : refuse('step/notNow');
  },

  'ballot/answer': (state, event) => {
    const box = state.boxes[event.box];
    if (box?.status !== 'open' || !isItsStep(state, event.box)) {
      return refuse('ballot/notOpen');
    }
    const people = inRoom(state).length;
    if (answersIn(box) >= people) {
      return refuse('ballot/all');
    }
    const { questions, scale } = boxSpec(event.box);
    if (event.answers.length !== questions || !event.answers.every((answer) => scale.includes(answer))) {
      return refuse('ballot/answer');
    }
    const counts = box.counts.map((row, question) => addOne(row, scale.indexOf(event.answers[question] ?? 0)));
    const next: Box = { ...box, counts };
    return answersIn(next) >= people ? countBox(state, event.box, next) : withBox(state, event.box, next);
  },

  'ballot/close': (state, event) => {
    const box = state.boxes[event.box];
    return box?.status === 'open' ? countBox(state, event.box, box) : refuse('ballot/notOpen');
  },
};

/** Opens a question with no answers; leaves it as it is when it was asked before, unless it is asked `anew`. */
export function openBox(state: RetroState, name: BoxName, anew: boolean): RetroState {
  if (state.boxes[name] !== undefined && !anew) {
    return state;
  }
  const { questions, scale } = boxSpec(name);
  const counts = Array.from({ length: questions }, () => scale.map(() => 0));
  return withBox(state, name, { status: 'open', counts, ...countsShown(state.boxes[name]) });
}

function withBox(state: RetroState, name: BoxName, box: Box): RetroState {
  return { ...state, boxes: { ...state.boxes, [name]: box } };
}

function isItsStep(state: RetroState, box: BoxName): boolean {
  return state.steps.some((step) => step.status === 'now' && step.kind === boxSpec(box).step);
}

function addOne(row: readonly number[], index: number): readonly number[] {
  return row.map((count, at) => (at === index ? count + 1 : count));
}
