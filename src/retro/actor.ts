import type { CardId, ParticipantId } from './model.js';

/**
 * Who sent an event. Stamped by the host or the hub from what it knows about the connection; a client never says who it is.
 *
 * - `participant`: someone at a panel of their own.
 * - `screen`: the one shared screen. With `for` it acts for that person (a hand, a pass, taking a commitment); without, for
 *   the room as a whole. What is secret is refused with `for`, so that no name ever travels beside it.
 * - `hub`: the room itself: joins, presence, and what came out of the sealed shuffle.
 * - `cardHolder`: whoever proved to hold the key of a card, and no more than that.
 */
export type Actor =
  | { readonly kind: 'participant'; readonly id: ParticipantId }
  | { readonly kind: 'screen'; readonly for?: ParticipantId }
  | { readonly kind: 'hub' }
  | { readonly kind: 'cardHolder'; readonly card: CardId };

/** What the host adds to an event. Time and chance come in here, so that a replay gives the same state. */
export interface Stamp {
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** At least 16 characters from a CSPRNG, fresh for each event: it orders what is shuffled. */
  readonly seed: string;
}

/** Whom a view is for. The shared screen is seen by all, so it sees what any one of them may see and nobody's own. */
export type Viewer = { readonly kind: 'participant'; readonly id: ParticipantId } | { readonly kind: 'screen' };
