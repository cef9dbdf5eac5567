import type { Stamp } from './actor.js';
import type { EventOf, EventType, RetroEvent } from './event.js';
import type { RetroState } from './model.js';
import { arriveMoves } from './moves/arrive.js';
import { ballotMoves } from './moves/ballots.js';
import { cardMoves } from './moves/cards.js';
import { circleMoves } from './moves/circle.js';
import { closeMoves } from './moves/close.js';
import { commitMoves } from './moves/commit.js';
import { groupMoves } from './moves/groups.js';
import { heardMoves } from './moves/heard.js';
import type { Moves } from './moves/move.js';
import { normMoves } from './moves/norms.js';
import { peopleMoves } from './moves/people.js';
import { promiseMoves } from './moves/promises.js';
import { requestMoves } from './moves/requests.js';
import { stepMoves } from './moves/steps.js';
import { talkMoves } from './moves/talk.js';
import { voteMoves } from './moves/votes.js';
import { type Refusal, type RefusalCode, refusalTexts } from './refusal.js';
import { barred } from './rules.js';

/** Either a new state (the same one when there was nothing to do), or the old one and why. */
export interface Applied {
  readonly state: RetroState;
  readonly refused?: Refusal;
}

const moves: Moves<RetroEvent> = {
  ...peopleMoves,
  ...stepMoves,
  ...requestMoves,
  ...arriveMoves,
  ...ballotMoves,
  ...promiseMoves,
  ...normMoves,
  ...cardMoves,
  ...circleMoves,
  ...heardMoves,
  ...groupMoves,
  ...voteMoves,
  ...talkMoves,
  ...commitMoves,
  ...closeMoves,
};

/** The one way a retro changes. Total: what may not happen is refused with a reason, and the state stays the same object. */
export function apply(state: RetroState, event: RetroEvent, stamp: Stamp): Applied {
  const code = barred(state, event, stamp.actor);
  if (code !== undefined) {
    return refusal(state, code);
  }
  const result = run(event.type, state, event, stamp);
  return 'refused' in result ? refusal(state, result.refused) : { state: result };
}

function run<T extends EventType>(
  type: T,
  state: RetroState,
  event: EventOf<T>,
  stamp: Stamp,
): ReturnType<Moves<RetroEvent>[T]> {
  return moves[type](state, event, stamp) as ReturnType<Moves<RetroEvent>[T]>;
}

function refusal(state: RetroState, code: RefusalCode): Applied {
  return { state, refused: { code, message: refusalTexts[code] } };
}
