import { sidesOf } from '../yamlList/markers.js';
import { type Merged, mergeLists } from '../yamlList/merge.js';
import { normKind } from './normReader.js';

const rules = { yielding: {} };

/**
 * Merges two versions of a norms file, norm by norm. See {@link mergeLists}.
 * @param base what both come from: `''` when both made the file, `undefined` when nobody knows.
 */
export function mergeNorms(base: string | undefined, ours: string, theirs: string): Merged | undefined {
  return mergeLists(base, ours, theirs, normKind, rules);
}

/**
 * Merges the two sides of a file in which git left conflict markers. What stays in conflict stays between markers.
 * @returns `undefined` when there is nothing that could be merged.
 */
export function mergeMarked(text: string): Merged | undefined {
  const sides = sidesOf(text);
  return sides && mergeNorms(sides.base, sides.ours, sides.theirs);
}
