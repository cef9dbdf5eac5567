import type { Anonymity, CardId, ConfidentialityLevel, OpenPromise, ParticipantId, RetroTemplate } from './model.js';

/** What a retro starts from. The host gathers it; ids and the day come from there. */
export interface RetroSetup {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`, in the facilitator's time zone. */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly mode: 'shared' | 'room';
  readonly template: RetroTemplate;
  /** The facilitator is one of them. Names are unique, whatever their case. */
  readonly people: readonly { readonly id: ParticipantId; readonly name: string; readonly influence?: boolean }[];
  readonly facilitator: ParticipantId;
  /** `team` when neither this nor the template says. */
  readonly confidentiality?: ConfidentialityLevel;
  readonly anonymity?: Anonymity;
  /** The open commitments, in the order of the file. */
  readonly promises?: readonly OpenPromise[];
  /** The norms of the repo. Everyone is asked again: a newcomer has not agreed yet. */
  readonly norms?: readonly {
    readonly id: string;
    readonly text: string;
    readonly why?: string;
    readonly adoptedOn?: string;
  }[];
  /** Counted up by the host from retro to retro, so that the circle does not always begin with the same person. */
  readonly circleStart?: number;
  /** Cards that are on the board from the beginning, for example imported ones. */
  readonly board?: {
    readonly cards: readonly { readonly id: CardId; readonly prompt: string; readonly text: string }[];
    readonly groups: readonly { readonly id: string; readonly name: string; readonly cards: readonly CardId[] }[];
  };
}
