import type { Objection } from './messages.js';

/** Something in a round that must not be. It ends the round and is said to the hub. */
export class Objected extends Error {
  override readonly name = 'Objected';
  /** @param at the place of the wrong envelope or key among the others, where there is one */
  constructor(
    readonly objection: Objection,
    readonly at?: number,
  ) {
    super(objection);
  }
}

/** @throws Objected */
export function object(objection: Objection, at?: number): never {
  throw new Objected(objection, at);
}
