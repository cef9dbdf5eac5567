/** Questions that are answered by raising a hand: each person has one, and what is passed on are totals. */
import type { Actor } from './actor.js';
import type { Hands, ParticipantId, RetroState } from './model.js';
import { inRoom, personOf } from './people.js';
import type { HandsView } from './viewModel.js';

/** The person's hand; from the shared screen without a name, the hand of everyone who has not raised one. */
export function raise<T extends string>(state: RetroState, hands: Hands<T>, actor: Actor, hand: T): Hands<T> {
  const person = personOf(actor);
  if (person !== undefined) {
    return hands[person] === hand ? hands : { ...hands, [person]: hand };
  }
  const missing = inRoom(state).filter((one) => !Object.hasOwn(hands, one.id));
  return missing.length === 0 ? hands : { ...hands, ...Object.fromEntries(missing.map((one) => [one.id, hand])) };
}

/** The hands of those who are still in the room. */
export function countHands<T extends string>(
  state: Pick<RetroState, 'participants'>,
  hands: Hands<T>,
  values: readonly T[],
): { readonly totals: Readonly<Record<T, number>>; readonly waitingFor: number } {
  const people = inRoom(state);
  const raised = people.filter((person) => Object.hasOwn(hands, person.id));
  const totals = Object.fromEntries(
    values.map((value) => [value, raised.filter((person) => hands[person.id] === value).length]),
  ) as Record<T, number>;
  return { totals, waitingFor: people.length - raised.length };
}

export function handsView<T extends string>(
  state: Pick<RetroState, 'participants'>,
  hands: Hands<T>,
  values: readonly T[],
  me: ParticipantId | undefined,
): HandsView<T> {
  const mine = me !== undefined && Object.hasOwn(hands, me) ? hands[me] : undefined;
  const counted = countHands(state, hands, values);
  return mine === undefined ? counted : { ...counted, mine };
}
