/** Where the sealed rounds plug into a room. The room knows no cryptography, and the rounds know no sockets. */
import type { ActResult } from '../protocol/panelMessages.js';
import type { After, Port } from '../protocol/rpc.js';
import type { RetroEvent } from '../retro/event.js';
import type { CardId, ParticipantId, RetroState } from '../retro/model.js';

/** Who an event out of a round comes from: nobody that has a name. */
export type NamelessActor = { readonly kind: 'hub' } | { readonly kind: 'cardHolder'; readonly card: CardId };

/** What a room offers to its rounds. */
export interface SealRoom {
  state(): RetroState;
  /**
   * Applies what came out of a round: in order, written down as one record, shown as one change. Resolves once it is in the
   * journal, with an answer for each.
   */
  submit(
    events: readonly { readonly event: RetroEvent; readonly actor: NamelessActor }[],
  ): Promise<readonly ActResult[]>;
  /** Applies a participant's own act, which {@link Seals.takes} had taken over, now: the facilitator's `reveal/open` after the cards. */
  actFor(from: ParticipantId, event: RetroEvent): Promise<ActResult>;
  readonly after: After;
  /** Milliseconds since 1970. */
  now(): number;
  /** Bytes of a CSPRNG. */
  random(bytes: number): Uint8Array;
  /** Says to whoever runs the hub that something went wrong. Never with a name or a text of anyone. */
  warn(message: string): void;
}

/** What the rounds give a room. */
export interface Seals {
  /** The requests and notices of a panel that are for the rounds. All answers of a panel go to the rounds as well. */
  readonly methods: ReadonlySet<string>;
  /** Someone came in. `port` carries the messages of the rounds only, until {@link gone}: serve and ask on it. */
  joined(id: ParticipantId, port: Port): void;
  /** The line of this person is lost, or they left. `joined` may follow with a new one. */
  gone(id: ParticipantId): void;
  /** Before an act of a participant is applied. A promise takes it over and answers it; nothing lets it through. */
  takes(from: ParticipantId, event: RetroEvent): Promise<ActResult> | undefined;
  /** After each change. */
  changed(before: RetroState, after: RetroState): void;
  dispose(): void;
}

export type MakeSeals = (room: SealRoom) => Seals;
