import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `even-test`. */
export const evenTestRules: readonly Rule[] = [
  {
    id: 'even-test/did-you-even',
    level: 'default',
    match: [
      '{did|do|have|has|does|are|is|will|would} not? {you|they|he|she|anyone|anybody|someone|%org} %adv* even/bother =do _',
      '{did|do|have} you %adv* actually/really/ever =do {read|know|look|looked|understand|think|thought|tested|test|tried|listen|care|believe|expect|check|use|used|want me|want us}',
      'you/they/he/she can/could not even? be bothered {to =req _|}',
      '{could|can} not %adv* be bothered to',
      '{did|have} you even {read|opened|open|look at|looked at} =page {the|my|our} {ticket|issue|docs|documentation|spec|specification|readme|guide|guidelines|description|thread|log|logs|comment|comments|question|report|manual|code|diff|patch}',
    ],
    unless: [
      '^ why {did|do|would}',
      'does anyone even use',
      'do we',
      'can you actually',
      'have you ever considered',
      'do you really need',
      'did you really mean',
      'i did not bother',
      'i do not bother',
      'bothering you',
      'do you know if',
      'do you really think we should',
      '{do you really think|do you think} {this|it|that|we} %adv* {is|should|needs|will|has|could|would}',
    ],
    message: 'May read as blame: the question takes for granted that it was not done.',
    why: '"Did you even" answers itself: no. What you saw, with the steps or the log, asks the same without the verdict.',
    source: sources.thoughtbot,
    evidence: 'a question that expects the worst',
    rewrite: [
      { label: 'Point to it', text: '[Which part?] of {page} has [what?]. How does this fit with it?', when: 'page' },
      { label: 'Ask for it', text: 'Could {who} {req}?' },
      {
        label: 'Say what you saw',
        text: 'With [which input?] I see [what you saw?]. Which setup was it run on?',
      },
      { label: 'Ask openly', text: 'What has been tried so far, and on which version?' },
    ],
  },
];
