import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `harsh-code`. */
export const harshCodeRules: readonly Rule[] = [
  {
    id: 'harsh-code/verdict',
    level: 'opt-in',
    match: [
      '{this|that|it|code|api|function|design|patch|test|change|name|which|there|everything|all|these|those|they|interface|implementation|file|line|comment|approach} %adv* is/are/was/were/looks/look/seems/feels/smells %adv* like? a? %adv* %trash/%trashy',
      '{make|makes|made|making} %adv* {no|zero|absolutely no} %adv* sense {$|at all|whatsoever}',
      '%adv %trashy',
      '{what|such} a %adv* %trash/%trashy',
      '%trashy {hack|code|api|name|mess|design|workaround|interface|test|patch|hacks|wrapper|script|function|solution|syntax}',
      '{this|the|api|code|it|that|_} %adv* sucks',
      'piece of %trash/%swear',
    ],
    unless: ['to me', 'silly question', 'not %adv* %trashy', 'that is perfect', 'broken'],
    message: 'May read as harsh: it scolds the code without saying what is wrong.',
    why: 'Someone wrote it. The reason why it is hard to read or to use, with another way to do it, helps more than a verdict.',
    source: sources.incivility,
    evidence: 'a verdict on the code',
    rewrite: [
      {
        label: 'Give the reason',
        text: '[Which part?] is hard to follow because [reason?]; what about [alternative?]?',
      },
    ],
  },
];
