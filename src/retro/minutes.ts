/** What a retro leaves behind: minutes as Markdown, and what goes into the files of commitments and norms. */
import { kept, wasWalked } from './confidentiality.js';
import { minutesText } from './minutesText.js';
import type { PromiseAnswer, RetroState } from './model.js';
import { isAdopted } from './norms.js';
import type { AgreedNorm, NewCommitment, PromiseEnding, RetroOutcome } from './outcome.js';
import { nameOf } from './people.js';
import { sentence } from './wording.js';

/**
 * What would be written if the retro ended now; the preview shows the same texts that are written. Before and after
 * `retro/finish` it is the same.
 */
export function outcome(state: RetroState): RetroOutcome {
  const open = kept(state, 'repo');
  const repo = minutesText(open);
  const team = minutesText(kept(state, 'team'));
  return {
    ...(repo === undefined ? {} : { repo }),
    ...(team === undefined || team === repo ? {} : { team }),
    ...fileEntries(open),
  };
}

/** What of a state goes into the files of commitments and norms; what may not was taken out of it before. */
export function fileEntries(state: RetroState): Pick<RetroOutcome, 'commitments' | 'endings' | 'norms'> {
  return {
    commitments: state.commitments.map((draft) => newCommitment(state, draft)),
    endings: state.promises.filter(wasWalked).map((promise) => ending(promise, state.date)),
    norms: agreedNorms(state),
  };
}

/** The minutes of everything that may go to `level`; nothing when there is nothing to say. */
export function minutes(state: RetroState, level: 'team' | 'repo'): string | undefined {
  return minutesText(kept(state, level));
}

function newCommitment(state: RetroState, draft: RetroState['commitments'][number]): NewCommitment {
  return {
    id: draft.id,
    promise: sentence(draft),
    owner: (draft.team ? undefined : nameOf(state, draft.owner)) ?? 'team',
    made: state.date,
    ...(draft.revisit === undefined ? {} : { revisit: draft.revisit }),
    ...(draft.how === undefined ? {} : { how: draft.how }),
  };
}

function ending(promise: RetroState['promises'][number], on: string): PromiseEnding {
  const notes = [
    ...(promise.helped === undefined ? [] : [`What helped: ${promise.helped}`]),
    ...(promise.hindered === undefined ? [] : [`What got in the way: ${promise.hindered}`]),
  ];
  return {
    id: promise.id,
    on,
    ...answerFields(promise.answer),
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
  };
}

function answerFields(answer: PromiseAnswer | undefined): Omit<PromiseEnding, 'id' | 'on' | 'note'> {
  return answer ?? { kind: 'still' };
}

/** Nothing when nobody was asked: then nothing was agreed on. */
function agreedNorms(state: RetroState): readonly AgreedNorm[] {
  return state.norms
    .filter((norm) => isAdopted(state, norm))
    .map(({ id, text, why, adoptedOn }) => ({
      id,
      text,
      ...(why === undefined ? {} : { why }),
      adoptedOn: adoptedOn ?? state.date,
    }));
}
