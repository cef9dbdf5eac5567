import type { Commitment } from '../../commitments/commitment.js';
import { task } from '../../retro/markdown.js';
import { ownerWord, promiseWord, stateWord } from './commitmentWords.js';

/** Promises as a Markdown list, to be pasted into a page or a chat. */
export function asMarkdown(commitments: readonly Commitment[]): string {
  return commitments.map(markdownLine).join('\n');
}

function markdownLine(commitment: Commitment): string {
  const { owner, state, revisit, ending } = commitment;
  const facts = [
    owner ? ownerWord(owner) : undefined,
    state === 'open' ? revisit : `${stateWord(state)}${ending?.on === undefined ? '' : ` ${ending.on}`}`,
  ].filter((fact) => fact !== undefined && fact !== '');
  const because = ending?.because ? `: ${ending.because}` : '';
  const text = `${promiseWord(commitment)}${facts.length === 0 ? '' : ` (${facts.join(', ')}${because})`}`;
  return task(text, state !== 'open');
}
