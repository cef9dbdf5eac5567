import type { Actor } from '../retro/actor.js';
import { limits } from '../retro/limits.js';
import type { ParticipantId, RetroState } from '../retro/model.js';
import type { Group } from '../retro/topics.js';
import { Rate } from './rate.js';

/** Cards that one person can put into other groups at once, and a second after that. Everyone is sent each of them. */
const atOnce = 3 * limits.cards;
const perSecond = limits.cards / 2;

/** How much of the board each person moves. Whoever moves all of it again and again is stopped, so that nobody else waits for the hub. */
export class BoardShare {
  private readonly rates = new Map<ParticipantId, Rate>();

  /** @param now milliseconds */
  constructor(private readonly now: () => number) {}

  /** @returns whether the change is within the share of whoever makes it. One that is not uses up nothing. */
  allows(actor: Actor, before: RetroState, after: RetroState): boolean {
    if (actor.kind !== 'participant' || before.groups === after.groups) {
      return true;
    }
    const rate = this.rates.get(actor.id) ?? new Rate(atOnce, perSecond, this.now);
    this.rates.set(actor.id, rate);
    return rate.takeIfLeft(cardsMoved(before.groups, after.groups));
  }
}

/** Cards that are in another group than before, or in one and not in the other. */
function cardsMoved(before: readonly Group[], after: readonly Group[]): number {
  const places = new Map(before.flatMap(({ id, cards }) => cards.map((card) => [card, id] as const)));
  let moved = 0;
  for (const { id, cards } of after) {
    for (const card of cards) {
      moved += places.get(card) === id ? 0 : 1;
      places.delete(card);
    }
  }
  return moved + places.size;
}
