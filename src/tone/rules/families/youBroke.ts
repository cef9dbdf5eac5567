import type { Rule } from '../rule.js';
import { sources } from '../sources.js';


/** Rules of the family `you-broke`. */
export const youBrokeRules: readonly Rule[] = [
  {
    id: 'you-broke/you-broke',
    level: 'gentle',
    match: [
      'you/they %adv* %hardHarm:past up? =obj _',
      'you are %adv* %hardHarm:ing up? =now _',
    ],
    unless: ['it down', 'breaking it', 'broke it down', 'broke it into', 'broken it', 'breaking this', 'broke this', 'broken up', 'breaking up', 'they %hardHarm', '%hardHarm down', 'breaking the line', 'broken the line', 'broke out', 'broken out', 'breaking out', 'broke the line', 'nicely'],
    message: 'May read as blame: it makes a person, not a change, the one that broke it.',
    why: 'A change breaks something, with evidence: that can be checked and mended. A person who "broke it" has to defend themself first.',
    source: sources.google,
    evidence: 'a person as the one who broke it',
    rewrite: [{ label: 'Say what it left behind', text: '{Event} left <which files> with <what you saw>. Could we <what would help>?', when: 'event' }, { label: 'Let the change be the subject', text: '{Obj} broke in <which change>: <what you saw>.' }, { label: 'Let the change be the subject', text: '{Now} breaks with this change: <what you saw>.' }, { label: 'Let the change be the subject', text: '<Which change> breaks <what>: <what you saw>.' }],
  },
  {
    id: 'you-broke/careless-act',
    level: 'default',
    match: [
      'you have? %adv* {deleted|removed|dropped|overwrote|overwritten|wiped|lost} =gone {my|our} _',
      'you/they/he/she/@person have/has? %adv* %lapse:past ... {everything|everyone|everybody|all of|all my|all our|us|me|completely|entirely|yesterday} ',
      'you/they/he/she/@person have/has? %adv* %lapse:past %adv* {my|our|the team|the whole team|your team|the rules|the process|the checklist|the runbook|the instructions|the guidelines|the review|the reviews|the alerts|the deadline|two days|a day|a week|hours|so much|all that|the feedback|every} ',
      'you/they/he/she/@person have/has? %adv* clearly/obviously/apparently/evidently %adv* {%lapse:past|copied|guessed|panicked|rushed|did not} _?',
      'you/they/he/she/@person %adv* {%deploying:past|%lapse:past|%harm:past} ... and {went|left|walked|disappeared|vanished|did not|never} {home|on|away|for|to|tell|told|say|said|mention|bother|even|check|test|look|answer|$}',
      'you/they/he/she/@person did not even %adv* #Verb',
      '{you|they|he|she|@person} {were|was|have been|has been|had been} %adv* {told|asked|warned|reminded} %adv* {not|about|twice|several|many|repeatedly|before|again|that}',
      'you/they/he/she/@person have/has? %adv* {%deploying:past|knew|broke|wrote|rewrote|decided|agreed|made} ... and {then}? {told|kept quiet|kept silent|said nothing|logged off|disappeared|went} {nobody|no one|noone|nothing|off|home|$}',
      '=felt you would rather ... than',
      '=felt you/they do not get to %adv* {complain|decide|merge|skip|blame|judge|ignore|change|lecture|talk|tell|say|choose}',
      '{you|they|%crowd|the %area team|our %area team|%area|the team|the %crowd|your team|management} have/has? %adv* dropped the ball',
      'you/they/he/she/@person had {one|a single} {job|task|thing}',
      'you had {all|the whole|a whole|plenty|weeks|two weeks|three weeks|months|days} {day|week|month|sprint|of time|to|of} ',
      'you/they/he/she/@person have/has? %adv* {threw|thrown|binned|trashed|overwrote|overwritten|undid|reverted|deleted|destroyed|discarded|changed|closed|rejected|took|stole} %adv* {my|our} _ ... {without|away|again|$}',
      'you/they/he/she/@person have/has? %adv* {delayed|blocked|held up|hold up|slowed down|cost|stalled} {everyone|everybody|us|me|the team|the whole|the release|all of|half} ',
      '=felt you/they/he/she/@person %adv* {treat|treats|treated} {us|me|people|everyone|qa|ops|support|others|the team|the %crowd|your team} %adv* {like|as|so|badly|unfairly}',
      'you/they/he/she {rubber-stamped|rubberstamped|waved through|signed off on} {it|this|that|the|everything} _?',
      '{%crowd|%person|reviewer|engineer|team} %adv* {rubber-stamped|rubberstamped|slept through|did not bother|could not be bothered|waved it through}',
    ],
    unless: ['we/i/it/that/which/what/this you did not', '{if|when|unless|in case} you did not', 'thanks', 'thank', 'great', 'good', 'sorry', 'might not', 'may have', 'maybe you', 'perhaps you', 'did not {even}? {have|need|get|know|see|mean|want|exist} to? ', 'did you', 'you did not tell {it|the} %device?', '%lapse:past my {mistake|bug|typo|own|point about}', 'by accident', 'in case'],
    message: 'May read as blame: it tells what was done as a lack of care.',
    why: 'Told as a habit, or as a lack of care, one omission becomes a verdict on a person, and the talk turns to the verdict. What was missing, and what it led to, can be put right.',
    source: sources.google,
    evidence: 'an act told as careless',
    rewrite: [{ label: 'Say what is gone', text: '{Gone} went missing with <which change>. Could we bring <what> back?' }, { label: 'Say what you found', text: 'I found {obj} {state}. Could we <what would help>?' }, { label: 'Say what you saw', text: '{Hasty} still has <what you saw>. Could we <what would help> before <which step>?', when: 'hasty' }, { label: 'Say what is still open', text: '<Which point> of {open} is still open. Could we <what would help>?' }, { label: 'Ask for it', text: 'Could {who} {req}?' }, { label: 'Say how it reaches you', text: 'When <what happened>, I felt <feeling>, because <what matters to you>.', when: 'felt' }, { label: 'Say the effect', text: '<What happened>, and <what it led to>. What got in the way?' }, { label: 'Ask what would help', text: 'Could we <what would help> before <which step>?' }],
  },
  {
    id: 'you-broke/forgot',
    level: 'gentle',
    match: [
      'you %adv* {forgot|neglected} to %adv* =req {%social|%duty|%deploying|sign|squash|lock|turn|switch|attach|tag|bump|link|include|mark|move|install|enable|invite|check}',
      '{you|they} {said|promised|told us|told me} {that}? {you|they} {would|will} %adv* =req {%social:base|%duty:base|%deploying:base|%mend:base} ,... =/req {last|by|before|weeks|days|months|yesterday|ago|$}',
    ],
    unless: ['i think you', 'maybe', 'perhaps', 'if you', 'did you', 'might have', 'may have', 'seems', 'looks like', 'nit'],
    message: 'May read as blame: it speaks of who forgot, rather than of what is missing.',
    why: 'What is missing can be added, whoever left it out. Naming the one who forgot adds nothing but a reproach.',
    source: sources.google,
    evidence: 'an omission put to "you"',
    rewrite: [{ label: 'Ask for it', text: 'Could {who} {req}?' }, { label: 'Say what is missing', text: '<What> is missing here. Could we add it before <which step>?' }, { label: 'Say what happened', text: '<Which step> did not happen, and <what it led to>.' }],
  },
];
