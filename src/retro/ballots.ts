/** Reading secret questions: their scales, and what may be said about the answers. */
import { fewestAnswers } from './limits.js';
import type { Box, BoxName, RetroState, StepKind } from './model.js';

export interface BoxSpec {
  readonly step: StepKind;
  readonly questions: number;
  /** Every possible answer, ascending. */
  readonly scale: readonly number[];
}

const scale = (from: number, to: number, by = 1): readonly number[] =>
  Array.from({ length: (to - from) / by + 1 }, (_, index) => from + index * by);

const safety: BoxSpec = { step: 'arrive', questions: 1, scale: scale(0, 4) };
const dials: BoxSpec = { step: 'close', questions: 2, scale: scale(0, 4) };
const worth: BoxSpec = { step: 'close', questions: 1, scale: scale(1, 5) };
const confidence: BoxSpec = { step: 'commit', questions: 1, scale: scale(0, 100, 5) };

export function boxSpec(box: BoxName): BoxSpec {
  switch (box) {
    case 'safety':
      return safety;
    case 'dials':
      return dials;
    case 'worth':
      return worth;
    default:
      return confidence;
  }
}

/** The commitment that a confidence box asks about. */
export function commitmentOf(box: BoxName): string | undefined {
  return box.startsWith('confidence/') ? box.slice('confidence/'.length) : undefined;
}

export function answersIn(box: Box): number {
  return (box.counts[0] ?? []).reduce((sum, count) => sum + count, 0);
}

/** Whether enough people answered for the answers to be shown. */
export function canBeShown(box: Box | undefined): box is Box {
  return box?.status === 'counted' && answersIn(box) >= fewestAnswers;
}

export function median(counts: readonly number[], values: readonly number[]): number {
  const answers = counts.flatMap((count, index) => Array.from({ length: count }, () => values[index] ?? 0));
  const middle = answers.length / 2;
  const upper = answers[Math.floor(middle)] ?? 0;
  return answers.length % 2 === 1 ? upper : ((answers[middle - 1] ?? upper) + upper) / 2;
}

/** The room does not feel safe to a good part of it: a quarter answered 0 or 1, or half of all less than 2. */
export function safetyIsLow(state: Pick<RetroState, 'boxes'>): boolean {
  const box = state.boxes.safety;
  if (!canBeShown(box)) {
    return false;
  }
  const counts = box.counts[0] ?? [];
  const low = (counts[0] ?? 0) + (counts[1] ?? 0);
  return low * 4 >= answersIn(box) || median(counts, safety.scale) < 2;
}

/** The middle of everyone's confidence in a commitment, when enough of them answered. */
export function confidenceIn(state: Pick<RetroState, 'boxes'>, commitment: string): number | undefined {
  const box = state.boxes[`confidence/${commitment}`];
  return canBeShown(box) ? median(box.counts[0] ?? [], confidence.scale) : undefined;
}
