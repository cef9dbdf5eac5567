import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const why =
  'What someone should have done explains what did not happen. It says nothing about what did, nor about what would help now, and it is heard as a verdict.';

/** Rules of the family `counterfactual`. */
export const counterfactualRules: readonly Rule[] = [
  {
    id: 'counterfactual/known-better',
    level: 'default',
    match: [
      '{you|they|he|she|%org} {could|should|might} {have at least|at least have} =req %social:past/%duty:past/asked/told/warned/informed/tested/checked/updated/answered',
      'you/they/he/she should have %adv* known/thought {better|of that|about that|twice|before}',
      '{you|they|he|she|%org} {could|should|might} {have at least|at least have} _',
      '{the|is the} least you could/can/should have? _',
      'you could have %adv* said/told/asked/mentioned/warned/read/googled/searched/apologized',
    ],
    unless: ['^ i', 'sorry', 'you could have said so'],
    ungated: ['hypothetical'],
    message: 'May read as blame: it holds up what someone should have done.',
    why: why,
    source: sources.dekker,
    evidence: 'a reproach about what a person left undone',
    rewrite: [
      { label: 'Ask for it next time', text: 'Next time, could {who} {req}?' },
      {
        label: 'Say what is missing',
        text: "[Which case?] isn't covered here; [which check?] would catch it. Could we add it?",
      },
      { label: 'Ask for the next step', text: 'Could we [what would help?] before the next [step?]?' },
    ],
  },
  {
    id: 'counterfactual/you-should-have',
    level: 'gentle',
    match: [
      'you should have %adv* =req asked/told/warned/informed/reported/discussed/checked/read',
      'you should have %adv* =did tested/asked/checked/warned/told/noticed/reviewed/thought/amended/read/verified/caught/apologized/googled/searched/listened/discussed/informed/waited/reported/realized/realised',
      'you should have %adv* tested/verified =tested !first',
    ],
    unless: ['thanks', 'thank', 'sorry', 'i think', 'i guess', 'perhaps', 'maybe'],
    message: 'May read as blame: it looks at what someone should have done, rather than at what helps now.',
    why: why,
    source: sources.pagerduty,
    evidence: 'what "you" should have done',
    rewrite: [
      { label: 'Ask for it next time', text: 'Next time, could {who} {req}?' },
      { label: 'Ask for the check', text: 'Could we add a test for {tested}?' },
      {
        label: 'Say what is missing',
        text: "[Which case?] isn't covered here; [which check?] would catch it. Could we add it?",
      },
      { label: 'Ask for the next step', text: 'Could we [what would help?] before the next [step?]?' },
    ],
  },
  {
    id: 'counterfactual/incident-should-have',
    level: 'default',
    match: [
      '{the on-call|the team|the engineer|the operator|on-call|the developer|the reviewer} should/could not? have %adv* =did *ed/%deploying:past/%duty:past/known/seen/done/caught/thought',
    ],
    needs: ['incident'],
    ungated: ['first-person'],
    message: 'May read as blame: in a look back, "should have" explains what did not happen.',
    why: why,
    source: sources.dekker,
    evidence: 'a counterfactual in a look back',
    rewrite: [
      {
        label: 'Say what made sense then',
        text: 'At that point we knew [what was known?]; [what would have shown it?] was missing.',
      },
      { label: 'Ask what would help', text: 'What would have made it easy to see [what was missed?]?' },
    ],
  },
  {
    id: 'counterfactual/if-you-had',
    level: 'default',
    match: [
      '{if you|if they|if he|if she|if @person|if your team|had you|had they|had he|had she} had? %adv* not? %adv* {%social:past|%duty:past|waited|followed|done|paid|thought|skipped|ignored|rushed|merged|pushed|forgotten|left|spoken|talked|bothered|spent|taken|searched|googled} ... , ,... {would|could|might} %adv* {know|have|be|not|see|still|understand|work|never}',
      'if {you|they|he|she} would %adv* {%social:past|spent|waited|followed|paid|thought|spoken|taken|tested|checked|done|looked|run} ... , ,... {would|could|might}',
      '{would|could|might} not? %adv* have ... if you/they/he/she/@person had %adv* {%social:past|%duty:past|waited|followed|done|paid|thought|bothered}',
      'you/they/he/she/@person {could|might} %adv* have %adv* {told|warned|asked|said|mentioned|informed|announced|answered|replied|consulted|checked with|talked to|thought of|waited for|let} %adv* {us|me|someone|anyone|the team|something|so|that|it|a word|first|before|about|$}',
      'you of all people',
      'you %adv* should %adv* know {this|that|better|these things|it|how} {by now|already|after|as a|$}',
      '{next time|maybe next time|from now on|perhaps next time} , {try %owed|read|do not forget|maybe you will|you will|you might|maybe|think|ask|test|use your|just|please try|actually|at least} %adv* {%owed|read|the|think|ask|test|your|before|first|remember|learn|check|not|to|listen|us|me|bother|it|brain|actually}',
      '{had you|if you had|had they|if they had} %adv* {%social:past|%duty:past|paid} ... , ,.. you/they would %adv* {know|see|understand}',
      'you should %adv* have %adv* =req {told|warned|asked|informed|consulted} %adv* {us|me|someone|anyone|anybody|everyone|the team|first|before|support|somebody}',
    ],
    unless: [
      'had {a|an|the|two|more|no|any|this|many|some}',
      'thanks',
      'sorry',
      'you could have asked me',
      '%device',
      'if you had {checked|read|tested|run|updated|closed|fixed|written} {it|the %device|this %device}? ,? {please|could|can}',
      'next time we',
      'maybe next time the',
    ],
    ungated: ['hypothetical'],
    message: 'May read as blame: it holds up what would have been, had someone done better.',
    why: 'Looking back, the better way is easy to see; at the time it was not. What would make it easy to see next time is a question with an answer.',
    source: sources.dekker,
    evidence: 'a reproach about what was not done',
    rewrite: [
      { label: 'Ask for it next time', text: 'Next time, could {who} {req}?' },
      { label: 'Say what would help', text: 'It would help me to [hear or see what?] before [which step?].' },
      { label: 'Look for the gap', text: '[What?] was easy to miss here. Where would it have been seen?' },
    ],
  },
];
