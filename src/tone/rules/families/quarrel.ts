import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const why =
  'No single word accuses, but much in the sentence points at people rather than at the matter: whom it speaks of, what it says of them, how. What happened, and what would help, is easier to answer.';
const rewrite = [
  {
    label: 'Ask it plainly',
    text: 'What would it take to [what would help?]? I ask because [what matters to you?].',
    when: 'question',
  },
  {
    label: 'Say what happened and what helps',
    text: 'When [what happened?], [what it led to?]. Could we [what would help?]?',
  },
  { label: 'Say what you need', text: 'I need [what would help?], because [what matters to you?].' },
];

/** Rules of the family `quarrel`. */
export const quarrelRules: readonly Rule[] = [
  {
    id: 'quarrel/many-signs',
    level: 'default',
    match: [],
    message: 'May read as blame: much in it points at people rather than at the matter.',
    why: why,
    source: sources.incivility,
    evidence: 'many signs of quarrel at once',
    rewrite: rewrite,
  },
  {
    id: 'quarrel/some-signs',
    level: 'gentle',
    match: [],
    message: 'May read as blame: several things in it point at people rather than at the matter.',
    why: why,
    source: sources.incivility,
    evidence: 'several signs of quarrel at once',
    rewrite: rewrite,
  },
];
