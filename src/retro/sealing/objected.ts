import type { Objection } from './messages.js';

/** Something in a round that must not be. It ends the round and is said to the hub. */
export class Objected extends Error {
  override readonly name = 'Objected';
  constructor(readonly objection: Objection) {
    super(objection);
  }
}

/** @throws Objected */
export function object(objection: Objection): never {
  throw new Objected(objection);
}
