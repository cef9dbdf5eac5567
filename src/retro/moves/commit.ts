/** Commitments: everyone can word one, and only the person who does it can take it. */
import type { Actor } from '../actor.js';
import type { CommitEvent, CommitmentText } from '../event.js';
import { limits } from '../limits.js';
import type { CommitmentDraft, RetroState } from '../model.js';
import { personOf } from '../people.js';
import { type Refused, refuse } from '../refusal.js';
import { isTopic, taken } from './ids.js';
import { type Moves, without } from './move.js';

export const commitMoves: Moves<CommitEvent> = {
  'commitment/add': (state, event) => {
    if (state.commitments.length >= limits.commitments) {
      return refuse('event/full');
    }
    if (taken(state, event.id) || state.promises.some((promise) => promise.id === event.id)) {
      return refuse('event/idTaken');
    }
    if (event.topic !== undefined && !isTopic(state, event.topic)) {
      return refuse('talk/unknown');
    }
    return { ...state, commitments: [...state.commitments, worded(event.id, event)] };
  },

  'commitment/edit': (state, event, { actor }) =>
    own(state, event.id, actor, (draft) => {
      const owner = event.team || draft.owner === undefined ? {} : { owner: draft.owner };
      return changed(unanswered(state, event.id), { ...worded(event.id, event), ...owner });
    }),

  'commitment/remove': (state, event, { actor }) =>
    own(state, event.id, actor, (draft) => ({
      ...unanswered(state, event.id),
      commitments: state.commitments.filter((one) => one !== draft),
    })),

  'commitment/take': (state, event, { actor }) => {
    const draft = state.commitments.find((one) => one.id === event.id);
    const owner = personOf(actor);
    if (draft === undefined || owner === undefined) {
      return refuse('commitment/unknown');
    }
    if (draft.team) {
      return refuse('commitment/team');
    }
    return draft.owner === undefined || draft.owner === owner
      ? changed(state, { ...draft, owner })
      : refuse('commitment/taken');
  },

  'commitment/handBack': (state, event, { actor }) => {
    const draft = state.commitments.find((one) => one.id === event.id);
    if (draft === undefined) {
      return refuse('commitment/unknown');
    }
    return draft.owner === personOf(actor) ? changed(state, without(draft, 'owner')) : refuse('actor/notYours');
  },
};

function worded(id: string, event: CommitmentText): CommitmentDraft {
  const { when, will, team, revisit, how, topic } = event;
  return {
    id,
    when,
    will,
    team,
    ...(revisit === undefined ? {} : { revisit }),
    ...(how === undefined ? {} : { how }),
    ...(topic === undefined ? {} : { topic }),
  };
}

/** Other words are another promise: the confidence in the old ones is forgotten. */
function unanswered(state: RetroState, id: string): RetroState {
  return { ...state, boxes: without(state.boxes, `confidence/${id}`) };
}

function changed(state: RetroState, draft: CommitmentDraft): RetroState {
  return { ...state, commitments: state.commitments.map((one) => (one.id === draft.id ? draft : one)) };
}

function own(
  state: RetroState,
  id: string,
  actor: Actor,
  move: (draft: CommitmentDraft) => RetroState,
): RetroState | Refused {
  const draft = state.commitments.find((one) => one.id === id);
  if (draft === undefined) {
    return refuse('commitment/unknown');
  }
  return draft.owner === undefined || draft.owner === personOf(actor) ? move(draft) : refuse('commitment/taken');
}
