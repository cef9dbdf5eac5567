import type { ParticipantId } from '../../model.js';
import type { Content } from '../content.js';
import type { Gathering } from '../gathering.js';
import type { Base64, Objection, Purpose, StopReason } from '../messages.js';
import type { Question } from '../question.js';
import type { Moved } from './crowd.js';
import type { Asks } from './roundGuard.js';

/** The news of a panel's sealed rounds, for its person. */
export type SealNews =
  /** The people and the words. */
  | GatheredNews
  /** So many gatherings in a row were begun and not completed. */
  | { readonly type: 'redrawn'; readonly times: number }
  | { readonly type: 'phase'; readonly purpose: Purpose; readonly phase: 'sealing' | 'mixing' | 'checking' | 'opening' }
  /** Over: what was handed in is out of this panel's hands. `count` opens all of it once more, to be compared with what is shown. */
  | {
      readonly type: 'done';
      readonly purpose: Purpose;
      readonly round: Base64;
      readonly question: Question;
      readonly count: () => Promise<readonly Content[]>;
    }
  | StoppedNews
  /** Who came or went a moment before something is sealed. */
  | ({ readonly type: 'moved' } & Moved)
  /** Cards of this person were held back, see `SealClient.agreeToLate`. */
  | { readonly type: 'late' }
  | { readonly type: 'progress'; readonly mixed: number; readonly of: number }
  | { readonly type: 'readiness'; readonly purpose: Purpose; readonly ready: number; readonly of: number }
  | { readonly type: 'handInSigned'; readonly ask: Base64 }
  | { readonly type: 'askWithout'; readonly people: readonly ParticipantId[]; readonly objection: Objection };

export interface GatheredNews {
  readonly type: 'gathered';
  readonly gathering: Gathering;
  /** The names of those who are known with other keys. No round goes on before the person acknowledges them. */
  readonly otherKeys: readonly string[];
  /** How many these are, when they are too few to be anonymous among and the person has not agreed to that. */
  readonly few?: number;
}

/** Nothing was shown. */
export interface StoppedNews {
  readonly type: 'stopped';
  readonly purpose?: Purpose;
  readonly why: StopReason;
  readonly objection?: Objection;
  /** This panel itself objected. */
  readonly mine: boolean;
  /** Who is left out from now on. */
  readonly without?: readonly ParticipantId[];
  /** With `askFirst`, see `SealClient.agree`. */
  readonly asks?: Asks;
}
