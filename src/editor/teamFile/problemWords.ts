import type { Problem } from '../../yamlList/problem.js';

/** The message of a problem in the person's language; in English where there is no other. */
export function wordProblem(problem: Problem): string {
  return problem.message;
}
