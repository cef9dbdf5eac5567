import { itemLevel, type Keep, keptLists, keptThings } from './confidentiality.js';
import type { Circle, RetroState } from './model.js';

/**
 * The state without the things that are to be written nowhere: what may be kept on disk while the retro goes on. In the room
 * itself they stay until the end.
 */
export function withoutAshes(state: RetroState): RetroState {
  if (!Object.values(state.lowered).includes('ashes')) {
    return state;
  }
  const keep: Keep = (kind) => (one) => itemLevel(state, kind, `${kind}/${one.id}`) !== 'ashes';
  const rest = keptLists(keptThings({ ...state, groupsBefore: [] }, keep));
  const commitments = new Set(rest.commitments.map((draft) => `confidence/${draft.id}`));
  const { circle, ...others } = rest;
  return {
    ...others,
    ...(circle === undefined ? {} : { circle: circleWith(circle, new Set(rest.cards.map((card) => card.id))) }),
    talk: talkOf(rest),
    boxes: Object.fromEntries(
      Object.entries(rest.boxes).filter(([name]) => !name.startsWith('confidence/') || commitments.has(name)),
    ),
  };
}

function circleWith(circle: Circle, cards: ReadonlySet<string>): Circle {
  const { reading, ...rest } = circle;
  return {
    ...rest,
    read: circle.read.filter((id) => cards.has(id)),
    ...(reading !== undefined && cards.has(reading) ? { reading } : {}),
  };
}

/** A topic that is gone is not talked about. */
function talkOf({ talk }: RetroState): RetroState['talk'] {
  const { current, more: _more, ...rest } = talk;
  return current === undefined || Object.hasOwn(talk.topics, current) ? talk : rest;
}
