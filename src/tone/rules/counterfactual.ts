import type { Rule } from './rule.js';
import { sources } from './sources.js';

const why =
  'What someone should have done explains what did not happen. It says nothing about what did, nor about what would help now, and it is heard as a verdict.';
const rewrite = [
  { label: 'Ask for the check', text: 'Could we add a test for {tested}?' },
  {
    label: 'Say what is missing',
    text: "<Which case> isn't covered here; <which check> would catch it. Could we add it?",
  },
  { label: 'Ask for the next step', text: 'Could we <what would help> before the next <step>?' },
];

/** What someone should have done, seen from afterwards. */
export const counterfactualRules: readonly Rule[] = [
  {
    id: 'counterfactual/known-better',
    level: 'default',
    match: [
      '{you|they|he|she|%org} {could|should|might} {have at least|at least have} =req %social:past/%duty:past/asked/told/warned/informed/tested/checked/updated/answered',
      '{you|they|he|she|%org} {could|should|might} at least =req %social:base/%duty:base/answer/reply/test/check/update/fix/explain _',
      'you/they/he/she should have %adv* known/thought {better|of that|about that|twice|before}',
      '{you|they|he|she|%org} {could|should|might} {have at least|at least have} #Verb',
      '{you|they|he|she|%org} {could|should|might} at least %social/try/bother/be/pretend/say/look/read/test/check/apologize/wait/run/write/acknowledge/fix',
      '{the|is the} least you could/can/should have? #Verb',
      'you could have %adv* said/told/asked/mentioned/warned/read/googled/searched/apologized',
      '{if|had} you had? {only|even|actually|bothered|ever|just} %adv* read/tested/looked/checked/listened/asked/googled/searched/thought/tried/understood/bothered',
      'if you had %adv* bothered to',
    ],
    ungated: ['hypothetical'],
    unless: ['^ i', 'sorry', 'you could have said so'],
    message: 'May read as blame: it holds up what someone should have done.',
    why,
    source: sources.dekker,
    evidence: 'a reproach about what a person left undone',
    rewrite: [{ label: 'Ask for it next time', text: 'Next time, could {who} {req}?' }, ...rewrite],
    flags: [
      'You should have known better.',
      'You could at least have asked on the list.',
      'the least you could do is reply',
      'If you had even read the log, you would know.',
      'They could at least answer.',
    ],
    passes: [
      'You should know about the new flag.',
      'You could at most have ten of them.',
      'At least you have a backup.',
      'I should have known better, sorry.',
      'If you had two replicas, it would be safe.',
    ],
  },
  {
    id: 'counterfactual/you-should-have',
    level: 'gentle',
    match: [
      'you should not have =did merged/pushed/deployed/released/approved/shipped/done ... without =with {a|an|any|the|our} _',
      'you should have %adv* tested/verified =tested !first',
      'you should have %adv* =req asked/told/warned/informed/reported/discussed/checked/read',
      'you should not have %adv* =did merged/pushed/deployed/released/closed/removed/deleted/committed/approved/touched/ignored/changed/skipped/broken/rushed/shipped/done/reverted',
      'you should have %adv* =did tested/asked/checked/warned/told/noticed/reviewed/thought/amended/read/verified/caught/apologized/googled/searched/listened/discussed/informed/waited/reported/realized/realised',
    ],
    unless: ['thanks', 'thank', 'sorry', 'i think', 'i guess', 'perhaps', 'maybe'],
    message: 'May read as blame: it looks at what someone should have done, rather than at what helps now.',
    why,
    source: sources.pagerduty,
    evidence: 'what "you" should have done',
    rewrite: [
      { label: 'Ask for it next time', text: 'Next time, could we have {with} first?' },
      { label: 'Ask for it next time', text: 'Next time, could {who} {req}?' },
      ...rewrite,
    ],
    flags: [
      'You should have tested this on a phone.',
      "You shouldn't have merged before the freeze.",
      'you should have just asked on the channel',
      'You should have checked the logs first.',
      "You shouldn't have removed the guard.",
    ],
    passes: [
      'You should see the result in the log.',
      'You should have three replicas now.',
      'This should have been a constant.',
      'I should have tested this.',
      'You should have received a mail.',
    ],
  },
  {
    id: 'counterfactual/incident-should-have',
    level: 'default',
    needs: ['incident'],
    match: [
      '@person/we/they/he/she should/could not? have %adv* =did #Past',
      '{the on-call|the team|the engineer|the operator|on-call|the developer|the reviewer} should/could not? have %adv* =did #Past',
    ],
    ungated: ['first-person'],
    message: 'May read as blame: in a look back, "should have" explains what did not happen.',
    why,
    source: sources.dekker,
    evidence: 'a counterfactual in a look back',
    rewrite: [
      {
        label: 'Say what made sense then',
        text: 'At that point we knew <what was known>; <what would have shown it> was missing.',
      },
      { label: 'Ask what would help', text: 'What would have made it easy to see <what was missed>?' },
    ],
    flags: [
      'We should have noticed the alert earlier.',
      'The on-call should have rolled back at once.',
      'They could have tested the failover.',
      'Priya should have asked before the change.',
      'The reviewer should have caught the null check.',
    ],
    passes: [
      'The alert should have fired at 10:02.',
      'We noticed the alert at 10:07.',
      'The dashboard could have shown it.',
      'We should add an alert.',
      'The rollback should take a minute.',
    ],
  },
];
