import type { Flagger } from './flagger.js';

/** The other checkers, installed on demand outside of the project. */
export async function peers(): Promise<readonly Flagger[]> {
  return [];
}
