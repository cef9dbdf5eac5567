import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `named-cause`. */
export const namedCauseRules: readonly Rule[] = [
  {
    id: 'named-cause/person-did',
    level: 'default',
    match: [
      '@person %adv* {forgot|neglected|failed} to =req _',
      '@person %adv* %harm:past/%neglect:past/caused/crashed/misconfigured/dropped/overwrote/killed/pushed/merged/mistyped/left',
      '@person did/had/has not %adv* #Verb',
      '@person never #Verb',
      '{the|our} {on-call|operator|engineer|developer|reviewer|intern|admin|sysadmin|junior|contractor} {engineer|developer|}  %adv* %harm:past/%neglect:past/caused/mistyped/misconfigured',
    ],
    unless: [
      '@person {dropped|left|pushed|merged} {a|the|in|out} {comment|note|message|fix|revert|rollback|question|hotfix}',
      'fix',
      'rollback',
    ],
    needs: ['incident'],
    message: 'May read as blame: it makes a named person the cause.',
    why: 'In a look back, the person was the last hand in a chain. What made the step possible, and which safeguard was missing, is what can be changed.',
    source: sources.sre,
    evidence: 'a named person as the cause of an incident',
    rewrite: [
      {
        label: 'Tell what happened to the system',
        text: 'A <deploy or change> at <time> hit {obj}: <what it did>; <which safeguard> was missing.',
      },
      { label: 'Ask for a safeguard', text: 'Nothing reminded us to {req}. Which check would?' },
      {
        label: 'Tell what happened to the system',
        text: 'A <deploy or change> at <time> <what it did>; <which safeguard> was missing.',
      },
      { label: 'Ask how', text: 'How was it possible that <what happened>?' },
    ],
  },
  {
    id: 'named-cause/caused-by',
    level: 'default',
    match: ["{caused|triggered|introduced|broken} by @person 's? _?", '{human|operator|user|pilot} error'],
    unless: ['not human error', 'instead of human error', 'user error page', 'user error message', 'a user error'],
    needs: ['incident'],
    ungated: ['negated'],
    message: 'May read as blame: "who" is where the look back begins, not where it ends.',
    why: '"Human error" is a label for what has not been looked into. Ask what made the step look right at the time.',
    source: sources.dekker,
    evidence: 'a person, or human error, as the cause',
    rewrite: [
      {
        label: 'Tell what happened to the system',
        text: 'A <deploy or change> at <time> <what it did>; <which safeguard> was missing.',
      },
      { label: 'Ask how', text: 'What made <the step> look right at the time?' },
    ],
  },
];
