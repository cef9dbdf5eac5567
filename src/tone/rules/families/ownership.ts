import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `ownership`. */
export const ownershipRules: readonly Rule[] = [
  {
    id: 'ownership/your-code',
    level: 'opt-in',
    match: [
      'your =rest %adv* {code|function|class|module|bug|mess|test|tests|commit|change|implementation|script|query|logic|design|hack|method|algorithm} %adv* {is|are|does|do|has|leaks|fails|breaks|crashes|again|sucks|looks|needs|makes|will|ignores|lacks|misses} =/rest',
      '{fix|clean up|debug|rewrite|delete|test|finish} your %adv* {code|function|class|module|bug|mess|test|tests|commit|change|implementation|script|query|logic|bugs|stuff}',
      'not my {code|problem|job|bug|fault|department}',
    ],
    unless: [
      'looks %adv* {good|great|nice|fine|right|correct|ok|solid|clean}',
      '{is|are} %adv* {good|great|nice|fine|right|correct|clean|perfect}',
      'thanks',
    ],
    message: 'May read as blame: "your code" ties the defect to a person.',
    why: 'In a review the code belongs to all. "This function" says the same and leaves the person out.',
    source: sources.thoughtbot,
    evidence: "a defect as someone's own",
    rewrite: [
      { label: 'Speak of the code', text: 'The {rest}', scope: 'match' },
      { label: 'Speak of the code', text: 'This [function or test?] [what it does?]; I expected [what?].' },
    ],
  },
];
