import { englishMinutes, fill, type MinutesWording } from './minutesWording.js';
import type { CommitmentDraft } from './model.js';

/** The part of the wording that a commitment is said with. */
export type SentenceWording = Pick<MinutesWording, 'iWill' | 'weWill'>;

/** "When the build goes red, I will say so in the channel." */
export function sentence(
  draft: Pick<CommitmentDraft, 'when' | 'will' | 'team'>,
  wording: SentenceWording = englishMinutes,
): string {
  return fill(draft.team ? wording.weWill : wording.iWill, bare(draft.when), bare(draft.will));
}

function bare(text: string): string {
  return text.trim().replace(/[\s.,;]+$/u, '');
}
