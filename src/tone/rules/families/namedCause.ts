import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `named-cause`. */
export const namedCauseRules: readonly Rule[] = [
  {
    id: 'named-cause/person-did',
    level: 'default',
    match: [
      '@person %adv* {forgot|neglected|failed} to =req _',
      '@person %adv* %neglect:past/%slip',
      '@person %adv* %harm:past/dropped/overwrote/killed/leaked/exposed/crashed/disabled =obj {the|our|a|an|all|half|everything|prod|production|it}',
      '@person %adv* {pushed|merged|deployed|shipped|left|approved|applied|ran|committed|rolled out|turned off|switched off} ... {wrong|bad|broken|untested|unreviewed|without|mistake|accidentally|accident|straight to|directly|on a friday|open|enabled|disabled|too early|anyway}',
      '@person %adv* {did|had|has|could|would} not %adv* {%diligence/bother/realise/realize/think/know/tell/ask/run/stop/care/see/answer/react/notify/escalate/acknowledge}',
      '@person never %adv* {%diligence:past/bothered/told/asked/ran/answered/reacted/escalated/acknowledged/looked}',
      '{the|our|an|a} {on-call|oncall|operator|engineer|developer|reviewer|intern|admin|sysadmin|dba|junior|contractor|release manager|shift lead|author} {engineer|developer|dba|}  %adv* %harm:past/%neglect:past/%slip',
      '{the|our} {on-call|operator|engineer|developer|reviewer|intern|admin|dba|junior|contractor} %adv* {did|had|has} not %adv* {%diligence/bother/realise/realize/think/know/tell/ask/run/stop/care/see/answer/react/notify/escalate/acknowledge}',
      '@person %adv* %hardHarm:past/deleted/dropped/overwrote/misconfigured/crashed =obj {the|our|a} _',
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
        text: 'A [deploy or change?] at [time?] hit {obj}: [what it did?]; [which safeguard?] was missing.',
      },
      { label: 'Ask for a safeguard', text: 'Nothing reminded us to {req}. Which check would?' },
      {
        label: 'Tell what happened to the system',
        text: 'A [deploy or change?] at [time?] [what it did?]; [which safeguard?] was missing.',
      },
      { label: 'Ask how', text: 'How was it possible that [what happened?]?' },
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
        text: 'A [deploy or change?] at [time?] [what it did?]; [which safeguard?] was missing.',
      },
      { label: 'Ask how', text: 'What made [the step?] look right at the time?' },
    ],
  },
];
