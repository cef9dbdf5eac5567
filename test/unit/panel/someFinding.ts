import type { Finding } from '../../../src/tone/finding.js';

/** A finding between two places, of which nothing else matters. */
export const finding = (start: number, end: number): Finding => ({
  rule: 'blame/you-never',
  level: 'default',
  range: { start, end },
  text: '',
  message: '',
  evidence: [],
  suggestions: [{ label: '', range: { start, end }, newText: '' }],
});
