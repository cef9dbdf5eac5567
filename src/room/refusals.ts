import { type CloseName, closeReasons } from '../protocol/closeCodes.js';
import type { ActResult } from '../protocol/panelMessages.js';

/** An answer that is no result: words for a person, and for some the end of the line. */
export class RoomRefusal extends Error {
  override readonly name = 'RoomRefusal';

  /** @param close the line ends with this after the answer */
  constructor(
    readonly code: string,
    message: string,
    readonly close?: CloseName,
  ) {
    super(message);
  }
}

/** The line ends with these words. */
export function closing(name: CloseName): RoomRefusal {
  return new RoomRefusal(name, closeReasons[name].text, name);
}

export function refused(code: string, message: string): ActResult {
  return { ok: false, code, message };
}
