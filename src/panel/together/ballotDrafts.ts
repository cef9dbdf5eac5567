import type { BoxName } from '../../retro/model.js';
import { box } from '../drafts.js';

/** Where the answers to a secret question wait in this panel: with the drafts, so that they outlive a reload. */
export function ballotDraft(name: BoxName) {
  return box(`ballot-${name}`);
}

/** Answers as they are kept, one for each question; what is not answered is absent. */
export function answersIn(kept: string): readonly (string | undefined)[] {
  return kept.split(' ').map((answer) => (answer === '' ? undefined : answer));
}

/** The answers to hand in, or nothing while one is missing. */
export function completeAnswers(kept: string): readonly number[] | undefined {
  const answers = answersIn(kept);
  return answers.every((answer) => answer !== undefined) ? answers.map(Number) : undefined;
}
