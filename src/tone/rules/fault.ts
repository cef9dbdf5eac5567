import type { Rule } from '../rule.js';
import { sources } from './sources.js';

const rewrite = [
  { label: 'Say what led to it', text: '<Which condition> led to <what happened>. What would have caught it earlier?' },
  { label: 'Ask for the next step', text: 'What can we change so that <what happened> is caught next time?' },
];
const why = 'Whose fault it is ends the search for the cause just where it begins: at a person. Conditions and missing safeguards can be changed.';

/** Someone is at fault. */
export const faultRules: readonly Rule[] = [
  {
    id: 'fault/your-fault',
    level: 'default',
    match: [
      '{is|was|were|be|are} %adv* your/their/his/her %adv* {own}? fault/mistake/doing/failure/incompetence/negligence/screwup/mess',
      '{is|was|were|be} %adv* {the fault of|the doing of|on} {you|them|him|her|the %area team|@person|the programmers|the developers|%crowd|%org}',
      '{all|entirely|completely|only} your/their/his/her fault',
      '{it|this|that|everything} is/was {all}? on/because-of you $',
      'you/they/he/she/@person are/is/were/was %adv* {to blame|at fault|the culprit|the problem|the one to blame|the reason we|the reason everything|guilty of}',
      'i/we/let us %adv* blame =whom you/them/him/her/%crowd/%org/@person',
      'i/we %adv* blame the =whom %area/%crowd/%org _?',
      'blame {it|this|that} on/at {you|the %crowd|%crowd|them|@person|%org}',
      '{the|all} blame {is|lies|goes|falls} {on|with|to} {you|them|him|her|@person|the %crowd|the %area team}',
      'your/their %adv* {mistake|incompetence|negligence|carelessness|sloppiness|stupidity|laziness|arrogance|ignorance|failure|screwup|fuckup|mess|blunder|oversight} %adv* %harm/&cost/&cause/&lead/&make/&force/is/has/shows',
      '{everyone|everybody|we all|i} knows? whose fault',
    ],
    unless: ['not your fault', 'not their fault', 'no one', 'nobody', 'wrong to blame', 'my fault', 'my mistake', 'page fault', 'blame myself', 'is not %adv* on you', 'blame it on me', 'thanks'],
    message: 'May read as blame: it looks for who, rather than for what led to it.',
    why,
    source: sources.sre,
    evidence: 'fault put on a person',
    rewrite,
    flags: ['This is your fault.', 'It was their mistake to ship it.', "You're to blame for the outage.", 'I blame the platform team.', 'Your mistake cost us a day.'],
    passes: ['Probably not your fault.', 'It is nobody\'s fault.', 'git blame shows the commit.', 'A page fault is raised.', 'I take the blame for this one.'],
  },
  {
    id: 'fault/thanks-to-you',
    level: 'default',
    match: [
      'thanks to you/them/him/her/@person/%org/%crowd , ,... %harm/&lose/&fail/&miss/&delay/wasted/late/again/&cost/redo/revert/weekend/&crash/down',
      'thanks to your/their %adv* _ , ,... %hardHarm:past/lost/failed/missed/delayed/wasted/late/redo/revert/weekend/crashed',
      'because of you/them/him/her/@person , ,... %harm/&lose/&fail/&miss/&delay/wasted/late/&cost/revert/weekend/&crash/down/we/i/have/has',
      'because of {people|guys|folks|developers|devs|maintainers|users|someone} like you/him/her/them',
      'because of your/their/his %adv* %conduct/%faculty/lazy/sloppy/stupid/careless',
      '%crowd/%person like you/him/her',
      'you/they {cost|are costing|have cost} us/me/everyone',
    ],
    unless: ['thanks to your help', 'would like you', 'i like you', '%crowd like you to', '&fix', 'fixed', 'amazing', 'awesome', 'great', 'thank you', 'works', 'because of you we can'],
    message: 'May read as blame: it makes someone the reason for what went wrong.',
    why,
    source: sources.nvc,
    evidence: 'a person as the reason for a loss',
    rewrite,
    flags: ['Thanks to you we lost the weekend.', 'Thanks to your patch, the release failed.', 'Because of you we missed the deadline.', 'People like you are why nobody contributes.', 'It is because of guys like you that this is late.'],
    passes: ["Thanks to your help it's fixed.", 'Thanks to you all!', 'I would like you to rebase.', 'It failed because of the cache.', 'Thanks to everyone who tested.'],
  },
];

/** "You broke": a person as the agent of a defect. */
export const youBrokeRules: readonly Rule[] = [
  {
    id: 'you-broke/you-broke',
    level: 'gentle',
    match: [
      'you/they %adv* %hardHarm:past up? =obj _',
      'you have %adv* %hardHarm:past up? =obj _',
      'you are %adv* %hardHarm:ing up? =obj _',
      'your %adv* {mistake|commit|change|patch|merge|push|refactor|fix} %adv* %hardHarm:past up? =obj _',
    ],
    unless: ['it down', 'breaking it', 'broke it down', 'broke it into', 'broken it', 'breaking this', 'broke this', 'broken up', 'breaking up', 'they %hardHarm', '%hardHarm down', 'breaking the line', 'broken the line', 'broke out', 'broken out', 'breaking out', 'broke the line', 'nicely'],
    message: 'May read as blame: it makes a person, not a change, the one that broke it.',
    why: 'A change breaks something, with evidence: that can be checked and mended. A person who "broke it" has to defend themself first.',
    source: sources.google,
    evidence: 'a person as the one who broke it',
    rewrite: [
      { label: 'Let the change be the subject', text: '{Obj} broke in <which change>: <what you saw>.' },
      { label: 'Let the change be the subject', text: '<Which change> breaks <what>: <what you saw>.' },
    ],
    flags: ['You broke the build.', "You've ruined the layout.", 'You are breaking the upgrade path with this.', 'You messed up the rebase.', 'Your commit broke my setup.'],
    passes: ['This broke the nightly build.', 'You broke it down nicely.', 'You can break here.', 'If you break the loop early, it leaks.', 'The deploy broke staging.'],
  },
];

/** In a look back: a named person as the cause. */
export const namedCauseRules: readonly Rule[] = [
  {
    id: 'named-cause/person-did',
    level: 'default',
    needs: ['incident'],
    match: [
      '@person %adv* %harm:past/%neglect:past/caused/crashed/misconfigured/dropped/overwrote/killed/pushed/merged/mistyped/left',
      '@person did/had/has not %adv* #Verb',
      '@person never #Verb',
      '{the|our} {on-call|operator|engineer|developer|reviewer|intern|admin|sysadmin|junior|contractor} {engineer|developer|}  %adv* %harm:past/%neglect:past/caused/mistyped/misconfigured',
    ],
    unless: ['@person {dropped|left|pushed|merged} {a|the|in|out} {comment|note|message|fix|revert|rollback|question|hotfix}', 'fix', 'rollback'],
    message: 'May read as blame: it makes a named person the cause.',
    why: 'In a look back, the person was the last hand in a chain. What made the step possible, and which safeguard was missing, is what can be changed.',
    source: sources.sre,
    evidence: 'a named person as the cause of an incident',
    rewrite: [
      { label: 'Tell what happened to the system', text: 'A <deploy or change> at <time> <what it did>; <which safeguard> was missing.' },
      { label: 'Ask how', text: 'How was it possible that <what happened>?' },
    ],
    flags: ['Bob broke prod.', '@alice deleted the table.', 'Dave forgot to run the migration.', 'Priya did not check the flag.', 'The on-call engineer misconfigured the proxy.'],
    passes: ['Jenkins broke the build.', 'Julia crashed with OOM.', 'Bob fixed prod.', 'Alice paged the on-call at 10:02.', 'Owner: Priya'],
  },
  {
    id: 'named-cause/caused-by',
    level: 'default',
    needs: ['incident'],
    match: [
      "{caused|triggered|introduced|broken} by @person 's? _?",
      "{caused|triggered|broken} by {a|an|the|our} {on-call|operator|engineer|developer|admin|junior|intern|contractor|sysadmin}",
      '{human|operator|user|pilot} error',
      'root cause {is|was} %adv* {@person|human|the engineer|the developer|a person|operator|someone}',
    ],
    unless: ['not human error', 'instead of human error', 'user error page', 'user error message', 'a user error'],
    ungated: ['negated'],
    message: 'May read as blame: "who" is where the look back begins, not where it ends.',
    why: '"Human error" is a label for what has not been looked into. Ask what made the step look right at the time.',
    source: sources.dekker,
    evidence: 'a person, or human error, as the cause',
    rewrite: [
      { label: 'Tell what happened to the system', text: 'A <deploy or change> at <time> <what it did>; <which safeguard> was missing.' },
      { label: 'Ask how', text: 'What made <the step> look right at the time?' },
    ],
    flags: ["The outage was caused by Priya's deploy.", 'Human error by the on-call engineer.', 'It was triggered by a junior developer.', 'Root cause was human error.', 'The table was broken by @bob.'],
    passes: ['The outage was caused by a full disk.', 'It was triggered by a timer.', 'The user error page is blank.', 'Introduced by a merge of two branches.', 'The root cause was a race.'],
  },
];
