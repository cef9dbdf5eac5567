import type { Rule } from './rule.js';
import { sources } from './sources.js';

const rewrite = [
  {
    label: 'Ask it plainly',
    text: 'What would it take to <what would help>? I ask because <what matters to you>.',
    when: 'question',
  },
  {
    label: 'Say what happened and what helps',
    text: 'When <what happened>, <what it led to>. Could we <what would help>?',
  },
  { label: 'Say what you need', text: 'I need <what would help>, because <what matters to you>.' },
];
const why =
  'No single word accuses, but much in the sentence points at people rather than at the matter: whom it speaks of, what it says of them, how. What happened, and what would help, is easier to answer.';

/** Weak signs that add up: no phrase gives it away, the sentence as a whole does. */
export const quarrelRules: readonly Rule[] = [
  {
    id: 'quarrel/many-signs',
    level: 'default',
    match: [],
    signs: 3.2,
    message: 'May read as blame: much in it points at people rather than at the matter.',
    why,
    source: sources.incivility,
    evidence: 'many signs of quarrel at once',
    rewrite,
    flags: [
      'Your arrogance and your excuses drive every volunteer away from this community!',
      'These companies lie to their customers and treat people like garbage, and nobody of you cares!',
      'You demand free support and insult the people who help you, then you whine about their attitude!',
      'All you moderators ever do is censor people and protect your own ego.',
      'Your team ignores people, insults people, and then you demand respect from the community!',
    ],
    passes: [
      'Could we log the error before the retry?',
      'I think the community would welcome a guide for new people.',
      'You can use the helper for this case.',
      'Thanks for the patch, it helps our users a lot.',
      'They are created by the loader and freed by the cache.',
    ],
  },
  {
    id: 'quarrel/some-signs',
    level: 'gentle',
    match: [],
    signs: 1.5,
    message: 'May read as blame: several things in it point at people rather than at the matter.',
    why,
    source: sources.incivility,
    evidence: 'several signs of quarrel at once',
    rewrite,
    flags: [
      'You ignore people and then you expect their help.',
      'Your demands are rude and your tone drives people away.',
      'They take the money and ignore the people who help them!',
      'Your company takes our free work and you still complain about our time.',
      'You insult volunteers and you demand their time.',
    ],
    passes: [
      'Do you want to keep the old name?',
      'The team keeps the list of owners in a file.',
      'You need to pass the flag to the child.',
      'Who should review this part?',
      'I am not sure that I understand this change.',
    ],
  },
];
