import { itemLevel, type Keep, keptLists, keptThings } from './confidentiality.js';
import { retroPlan } from './fieldPlan.js';
import type { Circle, RetroState } from './model.js';
import { type FieldsWith, fieldsWith, trimmed } from './plannedFields.js';

/**
 * The state with those fields alone that the plan lets onto a disk while the retro goes on, without the things that are to be written
 * nowhere. In the room itself they stay until the end.
 */
export function withoutAshes(state: RetroState): RetroState {
  const hasAshes = Object.values(state.lowered).includes('ashes');
  return {
    ...fieldsWith(state, retroPlan, 'journal', 'kept'),
    ...(hasAshes
      ? trimmed(aboveAshes(state), retroPlan, 'journal')
      : fieldsWith(state, retroPlan, 'journal', 'byLevel')),
  };
}

type ByLevel = Pick<RetroState, FieldsWith<typeof retroPlan, 'journal', 'byLevel'>>;

function aboveAshes(state: RetroState): ByLevel {
  const keep: Keep = (kind) => (one) => itemLevel(state, kind, `${kind}/${one.id}`) !== 'ashes';
  const things = keptLists(state, keptThings(state, keep));
  const confidences = new Set(things.commitments.map((draft) => `confidence/${draft.id}`));
  const { circle } = state;
  return {
    ...things,
    ...(circle === undefined ? {} : { circle: circleWith(circle, new Set(things.cards.map((card) => card.id))) }),
    talk: talkOf(things),
    boxes: Object.fromEntries(
      Object.entries(state.boxes).filter(([name]) => !name.startsWith('confidence/') || confidences.has(name)),
    ),
    // A group may have had the name or the cards of something that is to be written nowhere.
    groupsBefore: [],
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
function talkOf({ talk }: Pick<RetroState, 'talk'>): RetroState['talk'] {
  const { current, more: _more, ...rest } = talk;
  return current === undefined || Object.hasOwn(talk.topics, current) ? talk : rest;
}
