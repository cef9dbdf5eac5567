import type { NormEvent } from '../event.js';
import { raise } from '../hands.js';
import { limits } from '../limits.js';
import type { RetroNorm } from '../model.js';
import { isAdopted } from '../norms.js';
import { personOf } from '../people.js';
import { refuse } from '../refusal.js';
import { taken } from './ids.js';
import type { Moves } from './move.js';

export const normMoves: Moves<NormEvent> = {
  'norm/add': (state, event) => {
    if (state.norms.length >= limits.norms) {
      return refuse('event/full');
    }
    return taken(state, event.id) ? refuse('event/idTaken') : { ...state, norms: [...state.norms, normOf(event)] };
  },

  'norm/edit': (state, event) => {
    const index = state.norms.findIndex((norm) => norm.id === event.id);
    const norm = state.norms[index];
    if (norm === undefined) {
      return refuse('norm/unknown');
    }
    if (isAdopted(state, norm)) {
      return refuse('norm/adopted');
    }
    return { ...state, norms: state.norms.with(index, normOf(event)) };
  },

  'norm/remove': (state, event) => {
    const norm = state.norms.find((one) => one.id === event.id);
    if (norm === undefined) {
      return refuse('norm/unknown');
    }
    return isAdopted(state, norm)
      ? refuse('norm/adopted')
      : { ...state, norms: state.norms.filter((one) => one !== norm) };
  },

  'norm/hand': (state, event, { actor }) => {
    const { id } = event;
    if (id !== undefined && !state.norms.some((norm) => norm.id === id)) {
      return refuse('norm/unknown');
    }
    const person = personOf(actor);
    const norms = state.norms.map((norm): RetroNorm => {
      const meant = id === undefined ? person === undefined || !Object.hasOwn(norm.hands, person) : norm.id === id;
      const hands = meant ? raise(state, norm.hands, actor, event.hand) : norm.hands;
      return hands === norm.hands ? norm : { ...norm, hands };
    });
    return { ...state, norms };
  },
};

/** A new text is a new question: no hands, and not adopted on any day. */
function normOf(event: { readonly id: string; readonly text: string; readonly why?: string }): RetroNorm {
  const { id, text, why } = event;
  return { id, text, ...(why === undefined ? {} : { why }), hands: {} };
}
