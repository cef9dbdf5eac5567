import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const rewrite = [
  { label: 'Ask about the reason', text: 'What is the reason to {do}?' },
  { label: 'Ask about the reason', text: 'What was the reason to {did}?' },
  { label: 'Propose it', text: 'Could we {alt}?' },
  {
    label: 'Ask about the reason',
    text: 'What does [this choice?] give us here? I expected [what?] because [reason?].',
  },
  {
    label: 'Offer what you had in mind',
    text: 'I had [alternative?] in mind here, because [reason?]. What do you think?',
  },
];

/** Rules of the family `why-you`. */
export const whyYouRules: readonly Rule[] = [
  {
    id: 'why-you/accusing',
    level: 'gentle',
    match: [
      '^ why the? hell/fuck/heck ... you/your/they',
      '^ why {do|did|would|are|have|can|could|were|must} not? you/they %adv* keep/insist/refuse/always/never/waste/hate/bother/pretend/care/lie/ignore/persist',
      '^ why are/were you %adv* %nuisance:ing/%abuse:ing/%neglect:ing/messing/wasting/trying/making/so/still/even/bothering/acting/playing',
      '^ why {did|do|can|could} not you %adv* just/simply =alt _',
      '^ why {did|do|would} you .. {when|if|although|while} ,... {obviously|clearly|plainly|evidently} _',
      '^ why {did|could|would} {not you|not they|you not|they not} %adv* =alt {%social:base|test|review|document|notice|warn|listen} _?',
    ],
    unless: ['thanks', 'just wondering', 'curious'],
    message: 'May read as blame: a "why" with an edge asks for a defence, not for a reason.',
    why: '"Why did you …" puts a person on trial. Asking what a choice gives, or telling what you expected, gets the reason without the defence.',
    source: sources.google,
    evidence: 'an accusing "why"',
    rewrite: rewrite,
  },
  {
    id: 'why-you/plain',
    level: 'opt-in',
    match: [
      '^ why {do|did|would|have|can|could} not you %adv* =alt _',
      '^ why did you %adv* =did !not',
      '^ why {do|would|can|could} you %adv* =do !not',
      '^ why {have|are|were} not? you %adv* _',
      '^ how come you %adv* _',
    ],
    message: 'May read as blame: "why did you" asks for a defence.',
    why: 'Also a friendly "why did you" puts the person in the middle. The choice itself can be asked about.',
    source: sources.google,
    evidence: 'a "why" that is put to a person',
    rewrite: rewrite,
  },
];
