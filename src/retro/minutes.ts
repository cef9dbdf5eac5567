/** What a retro leaves behind: minutes as Markdown, and what goes into the files of commitments and norms. */
import { kept, wasWalked } from './confidentiality.js';
import { minutesText } from './minutesText.js';
import { englishMinutes, fill, type MinutesWording } from './minutesWording.js';
import type { PromiseAnswer, RetroState } from './model.js';
import { isAdopted } from './norms.js';
import type { AgreedNorm, NewCommitment, PromiseEnding, RetroOutcome } from './outcome.js';
import { nameOf } from './people.js';
import { sentence } from './wording.js';

/**
 * What would be written if the retro ended now; the preview shows the same texts that are written. Before and after
 * `retro/finish` it is the same.
 * @param words in the language of whoever writes; the names of owners and the marks of lists are the files' own.
 */
export function outcome(state: RetroState, words: MinutesWording = englishMinutes): RetroOutcome {
  const open = kept(state, 'repo');
  const repo = minutesText(open, words);
  const team = minutesText(kept(state, 'team'), words);
  return {
    ...(repo === undefined ? {} : { repo }),
    ...(team === undefined || team === repo ? {} : { team }),
    ...fileEntries(open, words),
  };
}

/** What of a state goes into the files of commitments and norms; what may not was taken out of it before. */
export function fileEntries(
  state: RetroState,
  words: MinutesWording = englishMinutes,
): Pick<RetroOutcome, 'commitments' | 'endings' | 'norms'> {
  return {
    commitments: state.commitments.map((draft) => newCommitment(state, words, draft)),
    endings: state.promises.filter(wasWalked).map((promise) => ending(promise, words, state.date)),
    norms: agreedNorms(state),
  };
}

/** The minutes of everything that may go to `level`; nothing when there is nothing to say. */
export function minutes(
  state: RetroState,
  level: 'team' | 'repo',
  words: MinutesWording = englishMinutes,
): string | undefined {
  return minutesText(kept(state, level), words);
}

function newCommitment(
  state: RetroState,
  words: MinutesWording,
  draft: RetroState['commitments'][number],
): NewCommitment {
  return {
    id: draft.id,
    promise: sentence(draft, words),
    owner: (draft.team ? undefined : nameOf(state, draft.owner)) ?? 'team',
    made: state.date,
    ...(draft.revisit === undefined ? {} : { revisit: draft.revisit }),
    ...(draft.how === undefined ? {} : { how: draft.how }),
  };
}

function ending(promise: RetroState['promises'][number], words: MinutesWording, on: string): PromiseEnding {
  const notes = [
    ...(promise.helped === undefined ? [] : [fill(words.helped, promise.helped)]),
    ...(promise.hindered === undefined ? [] : [fill(words.hindered, promise.hindered)]),
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
