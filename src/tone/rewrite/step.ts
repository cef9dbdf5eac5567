import type { Passage } from './passage.js';

/** One change of a passage on the way to a rewrite. */
export interface Step {
  readonly label: string;
  readonly passage: Passage;
  /** How natural the new sentence is among those that keep as much, between 0 and 1. */
  readonly worth: number;
}

/** Finds changes that take something away that may read as blame. Whether they do is judged by the check itself. */
export type StepFinder = (passage: Passage) => Iterable<Step>;
