/** Talking about one topic at a time: for its purpose, with thanks before advice. */
import type { TalkEvent } from '../event.js';
import { countHands, raise } from '../hands.js';
import { limits } from '../limits.js';
import type { RetroState } from '../model.js';
import { inRoom } from '../people.js';
import { type Refused, refuse } from '../refusal.js';
import type { Talk, TopicTalk } from '../topics.js';
import { isTopic, taken } from './ids.js';
import { type Moves, without } from './move.js';
import { extended, nowStep, timerFor } from './steps.js';

/** "Two more minutes?" */
const twoMore = 2;

export const talkMoves: Moves<TalkEvent> = {
  'talk/propose': (state, event) => {
    if (state.talk.proposals.length >= limits.groups) {
      return refuse('event/full');
    }
    if (state.vote.status === 'open') {
      return refuse('vote/frozen');
    }
    if (taken(state, event.id)) {
      return refuse('event/idTaken');
    }
    const proposals = [...state.talk.proposals, { id: event.id, title: event.title }];
    return { ...state, talk: { ...state.talk, proposals } };
  },

  'talk/start': (state, event, { at }) => {
    if (!isTopic(state, event.topic)) {
      return refuse('talk/unknown');
    }
    const ended = endTopic(state);
    const topic = begun(ended.talk, event.topic, event.purpose);
    const talk: Talk = { ...ended.talk, current: event.topic, topics: { ...ended.talk.topics, [event.topic]: topic } };
    const next = { ...ended, talk };
    return event.minutes === undefined ? next : { ...next, timer: timerFor(nowStep(state).id, at, event.minutes) };
  },

  'talk/purpose': (state, event) => onTopic(state, (topic) => ({ ...topic, purpose: event.purpose })),

  'talk/appreciate': (state) =>
    onTopic(state, (topic) => (topic.advice === 'closed' ? { ...topic, advice: 'open' } : topic)),

  'talk/listen': (state, event) => onTopic(state, (topic) => ({ ...topic, advice: listening(topic.advice, event.on) })),

  'talk/note': (state, event) => {
    if (taken(state, event.id)) {
      return refuse('event/idTaken');
    }
    return onTopic(state, (topic) =>
      topic.notes.length >= limits.notesPerTopic
        ? refuse('event/full')
        : { ...topic, notes: [...topic.notes, { id: event.id, text: event.text }] },
    );
  },

  'talk/unnote': (state, event) =>
    onTopic(state, (topic) => {
      const notes = topic.notes.filter((note) => note.id !== event.id);
      return notes.length === topic.notes.length ? refuse('talk/note') : { ...topic, notes };
    }),

  'talk/askMore': (state) => {
    if (state.talk.current === undefined) {
      return refuse('talk/noTopic');
    }
    return state.talk.more === undefined ? { ...state, talk: { ...state.talk, more: {} } } : state;
  },

  'talk/more': (state, event, { actor, at }) => {
    if (state.talk.more === undefined) {
      return refuse('talk/notAsked');
    }
    const more = raise(state, state.talk.more, actor, event.answer);
    const { totals } = countHands(state, more, ['yes', 'no']);
    const half = inRoom(state).length / 2;
    if (totals.yes > half) {
      return extended({ ...state, talk: without(state.talk, 'more') }, twoMore, at);
    }
    return { ...state, talk: totals.no >= half ? without(state.talk, 'more') : { ...state.talk, more } };
  },

  'talk/wellEnough': (state, event, { actor }) =>
    onTopic(state, (topic) =>
      topic.purpose === 'try'
        ? refuse('talk/purpose')
        : { ...topic, wellEnough: raise(state, topic.wellEnough, actor, event.answer) },
    ),

  'talk/end': (state) =>
    state.talk.current === undefined ? refuse('talk/noTopic') : without(endTopic(state), 'timer'),
};

function begun(talk: Talk, id: string, purpose: TopicTalk['purpose'] | undefined): TopicTalk {
  const before = Object.hasOwn(talk.topics, id) ? talk.topics[id] : undefined;
  if (before !== undefined) {
    return { ...before, status: 'now', purpose: purpose ?? before.purpose };
  }
  return { status: 'now', purpose: purpose ?? 'understand', advice: 'closed', notes: [], wellEnough: {} };
}

function listening(advice: TopicTalk['advice'], on: boolean): TopicTalk['advice'] {
  if (on) {
    return 'listening';
  }
  return advice === 'listening' ? 'closed' : advice;
}

function endTopic(state: RetroState): RetroState {
  const { current } = state.talk;
  const topic = current === undefined ? undefined : state.talk.topics[current];
  if (current === undefined || topic === undefined) {
    return state;
  }
  const topics = { ...state.talk.topics, [current]: { ...topic, status: 'done' as const } };
  return { ...state, talk: without(without({ ...state.talk, topics }, 'current'), 'more') };
}

function onTopic(state: RetroState, change: (topic: TopicTalk) => TopicTalk | Refused): RetroState | Refused {
  const { current } = state.talk;
  const topic = current === undefined ? undefined : state.talk.topics[current];
  if (current === undefined || topic === undefined) {
    return refuse('talk/noTopic');
  }
  const next = change(topic);
  if ('refused' in next || next === topic) {
    return 'refused' in next ? next : state;
  }
  return { ...state, talk: { ...state.talk, topics: { ...state.talk.topics, [current]: next } } };
}
