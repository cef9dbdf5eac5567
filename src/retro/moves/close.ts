import { levelOf, lower, remains } from '../confidentiality.js';
import type { CloseEvent } from '../event.js';
import { limits } from '../limits.js';
import { levels } from '../model.js';
import { personInRoom } from '../people.js';
import { refuse } from '../refusal.js';
import { taken } from './ids.js';
import type { Moves } from './move.js';

export const closeMoves: Moves<CloseEvent> = {
  'thanks/add': (state, event) => {
    if (state.appreciations.length >= limits.appreciations) {
      return refuse('event/full');
    }
    if (taken(state, event.id)) {
      return refuse('event/idTaken');
    }
    if (event.to !== undefined && personInRoom(state, event.to) === undefined) {
      return refuse('actor/unknown');
    }
    const { id, to, text } = event;
    return { ...state, appreciations: [...state.appreciations, { id, ...(to === undefined ? {} : { to }), text }] };
  },

  'thanks/remove': (state, event) => {
    const appreciations = state.appreciations.filter((one) => one.id !== event.id);
    return appreciations.length === state.appreciations.length ? refuse('thanks/unknown') : { ...state, appreciations };
  },

  'save/lower': (state, event) => {
    const now = levelOf(state, event.item);
    if (now === undefined) {
      return refuse('save/unknown');
    }
    if (levels.indexOf(event.level) > levels.indexOf(now)) {
      return refuse('level/raise');
    }
    return lower(state, event.item, event.level);
  },

  'retro/finish': (state, _event, { at }) => ({ ...remains(state), finishedAt: at }),
};
