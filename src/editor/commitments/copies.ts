import type { Commitment } from '../../commitments/commitment.js';

/** Promises as a Markdown list, to be pasted into a page or a chat. */
export function asMarkdown(commitments: readonly Commitment[]): string {
  return commitments.map((commitment) => `- ${commitment.promise}`).join('\n');
}
