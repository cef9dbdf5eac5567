import { safetyIsLow } from '../ballots.js';
import type { ArriveEvent } from '../event.js';
import type { RetroState, Step } from '../model.js';
import { personOf } from '../people.js';
import { refuse } from '../refusal.js';
import type { Moves } from './move.js';
import { hasCards } from './people.js';

export const arriveMoves: Moves<Extract<ArriveEvent, { readonly type: 'arrive/word' | 'safety/first' }>> = {
  'arrive/word': (state, event, { actor }) => {
    const person = personOf(actor);
    return person === undefined ? state : { ...state, words: { ...state.words, [person]: event.word } };
  },

  'safety/first': (state) => {
    if (!safetyIsLow(state)) {
      return refuse('safety/notLow');
    }
    const anonymity = hasCards(state) ? state.anonymity : 'anonymous';
    return { ...normsNext(state), anonymity, safetyFirst: true };
  },
};

/** Agreeing on how to be with each other comes before anything else. */
function normsNext(state: RetroState): RetroState {
  const now = state.steps.findIndex((step) => step.status === 'now');
  const ahead = state.steps.findIndex((step, index) => index > now && step.kind === 'norms');
  const planned = state.steps[ahead];
  const norms: Step =
    planned === undefined ? { ...newStep(state), status: 'upcoming' } : { ...planned, status: 'upcoming' };
  const others = ahead < 0 ? state.steps : state.steps.toSpliced(ahead, 1);
  return { ...state, steps: others.toSpliced(now + 1, 0, norms) };
}

function newStep(state: RetroState): { readonly id: string; readonly kind: 'norms' } {
  const taken = new Set(state.steps.map((step) => step.id));
  let id = 'norms';
  for (let number = 2; taken.has(id); number += 1) {
    id = `norms-${number}`;
  }
  return { id, kind: 'norms' };
}
