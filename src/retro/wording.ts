import type { CommitmentDraft } from './model.js';

/** "When the build goes red, I will say so in the channel." */
export function sentence(draft: Pick<CommitmentDraft, 'when' | 'will' | 'team'>): string {
  return `When ${bare(draft.when)}, ${draft.team ? 'we' : 'I'} will ${bare(draft.will)}.`;
}

function bare(text: string): string {
  return text.trim().replace(/[\s.,;]+$/u, '');
}
