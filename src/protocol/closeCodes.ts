/**
 * Why a line to the hub ended: one table for the hub, its guests and the documentation. 4000-4099 are this protocol's own.
 *
 * - `again`: what a client does next. `never`: says the text and stops; `soon`: tries again with back-off; `later`: the same, and
 *   not within the first ten seconds.
 * - `text`: English, and the key for translation.
 */
interface CloseReason {
  readonly code: number;
  readonly again: 'never' | 'soon' | 'later';
  readonly text: string;
}

const reason = (code: number, again: CloseReason['again'], text: string): CloseReason => ({ code, again, text });

export const closeReasons = {
  /** The retro ended and was written. */
  finished: reason(4000, 'never', 'The retro is over. Thank you for being here.'),
  /** The facilitator threw the retro away. */
  discarded: reason(4001, 'never', 'The facilitator ended this retro.'),
  /** The hub stops; it may come back with the same rooms. */
  stopping: reason(4002, 'soon', 'The room is being moved. It comes back by itself.'),
  /** Said goodbye with `leave`. */
  left: reason(4003, 'never', 'You left the room. The link brings you back.'),

  /** The facilitator put this person out, in the open. */
  putOut: reason(
    4004,
    'never',
    'The facilitator put you out of the room. Talk to them if you think that was a mistake.',
  ),

  /** The two sides speak different versions of the protocol. */
  otherVersion: reason(
    4010,
    'never',
    'This page and the room are of different versions. Update Common Ground on the older side.',
  ),
  /** No secret, a wrong one, a credential that is used up, or no such room: which one is not said. */
  notLetIn: reason(4011, 'never', 'This link does not open the room (any more). Ask for a new one.'),
  /** As many people as a room holds. */
  full: reason(4012, 'never', 'The room is full.'),

  /** No `hello` within the deadline, whatever else was sent. */
  tooLate: reason(4020, 'soon', 'The room got no answer in time.'),
  /** More connections than the hub takes. */
  tooMany: reason(4021, 'later', 'The room has too many visitors right now.'),
  /** More messages or bytes than a person can cause. */
  tooFast: reason(4022, 'later', 'That was too much at once for the room.'),
  /** A message over the limit. A frame over the limit ends with 1009, the standard's own code. */
  tooBig: reason(4023, 'never', 'The room got a message that is too large.'),
  /** Not JSON, nested too deep, not in the protocol, or not its turn (anything before `hello`). */
  unreadable: reason(4024, 'never', 'The room got a message that it could not read.'),
  /** Does not read what it is sent. */
  tooSlow: reason(4025, 'soon', 'The connection was too slow.'),
  /** Gave no sign of life. */
  silent: reason(4026, 'soon', 'The connection was lost.'),

  /** The same person came in from another tab or window, which has the seat now. */
  elsewhere: reason(4030, 'never', 'You are in this room in another window.'),
} as const satisfies Readonly<Record<string, CloseReason>>;

export type CloseName = keyof typeof closeReasons;

/** What a close code means. Codes of nobody (1006, a proxy's own) are a lost connection. */
export function closeReason(code: number): CloseReason {
  const known: readonly CloseReason[] = Object.values(closeReasons);
  const oversize: CloseReason = { ...closeReasons.tooBig, code: 1009 };
  return known.find((one) => one.code === code) ?? (code === 1009 ? oversize : { ...closeReasons.silent, code });
}

export function isCloseName(name: string): name is CloseName {
  return Object.hasOwn(closeReasons, name);
}
