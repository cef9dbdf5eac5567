import { sidesOf } from '../yamlList/markers.js';
import { type Merged, mergeLists } from '../yamlList/merge.js';
import { commitmentKind } from './commitmentReader.js';

/** An open promise gives way to an ended one, where nobody knows which came first. */
const rules = { yielding: { state: 'open' } };

/**
 * Merges two versions of a commitments file, commitment by commitment. See {@link mergeLists}.
 * @param base what both come from: `''` when both made the file, `undefined` when nobody knows.
 */
export function mergeCommitments(base: string | undefined, ours: string, theirs: string): Merged | undefined {
  return mergeLists(base, ours, theirs, commitmentKind, rules);
}

/**
 * Merges the two sides of a file in which git left conflict markers. What stays in conflict stays between markers.
 * @returns `undefined` when there is nothing that could be merged.
 */
export function mergeMarked(text: string): Merged | undefined {
  const sides = sidesOf(text);
  return sides && mergeCommitments(sides.base, sides.ours, sides.theirs);
}
