import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const message = 'May read as blame: it says that someone did not listen.';
const why =
  'A reminder that it was said before answers nothing that was unclear. The point itself, with one detail more, does.';

/** Rules of the family `repeat`. */
export const repeatRules: readonly Rule[] = [
  {
    id: 'repeat/as-i-already-said',
    level: 'gentle',
    match: [
      '{as|like} i/we have? already {said|told|stated|mentioned|explained|wrote|written|pointed|noted|asked|described} you? {above|before|earlier|}',
      'i/we have? already {told|explained} {you|this to you|that to you|it to you|this|it|that} {twice|three|many|several|multiple|enough|before|a hundred|above}?',
    ],
    unless: [
      'like i said in',
      'sorry',
      'as i already mentioned in the',
      'thanks',
      'as we already',
      'i already explained {this|it|that} in the',
      'like i said $',
    ],
    ungated: ['first-person'],
    message: message,
    why: why,
    source: sources.incivility,
    evidence: 'impatience with having said it before',
    rewrite: [
      { label: 'Leave the reminder out', text: '', scope: 'match' },
      { label: 'Say it with more detail', text: 'To restate it with more detail: [the point?].' },
    ],
  },
  {
    id: 'repeat/how-many-times',
    level: 'default',
    match: [
      '^ =last {for the} {last|nth|umpteenth|hundredth|thousandth|millionth} time',
      '{can|could|do|did} you %adv* {not read|not listen|read at all}',
      'how {often|many times} {do|must|should|have} i/we {have to|need to|had to}? ask {you}? for =thing {a|an|the|any} _',
      'how many {more}? times {do|must|should|will|did} i/we {have to|need to}? {tell|ask|remind} you to =req _',
    ],
    unless: [
      'the mock is called',
      'read it again and',
      'i read',
      'when i read',
      'will read',
      'to read it again',
      'let me',
    ],
    ungated: ['first-person', 'negated'],
    message: message,
    why: why,
    source: sources.incivility,
    evidence: 'impatience with a listener',
    rewrite: [
      { label: 'Ask for it', text: 'Could we have {thing}? It matters because [reason?].' },
      { label: 'Leave the reminder out', text: '', scope: 'match', when: 'last' },
      { label: 'Ask for it', text: 'Could {who} {req}?' },
      { label: 'Say it with more detail', text: 'To restate it with more detail: [the point?].' },
      { label: 'Ask what is unclear', text: 'Which part of [the point?] is unclear?' },
    ],
  },
  {
    id: 'repeat/told-you',
    level: 'default',
    match: [
      '{i|we} have? %adv* {told|asked|reminded} you %adv* {twice|three times|several times|many times|already|before|repeatedly|again and again|more than once}? to =req _',
      '{i|we} %adv* {told|warned} you {so|this|that this|not|about|twice|already|before|a hundred|many|several|it would|that it|repeatedly|over|again|three|several|last|would|the|what|to}',
    ],
    unless: [
      'i told you i',
      'i told you about the',
      'told you that i',
      'as i told you',
      'sorry',
      'did i tell you',
      'i told you we',
      'have i told you',
      'the %device',
    ],
    needs: ['statement'],
    ungated: ['first-person', 'negated', 'reported'],
    message: 'May read as blame: "I told you" settles who was right, not what to do now.',
    why: 'Having been right is no help to the one who hears it. The point itself, said once more with a reason, is.',
    source: sources.incivility,
    evidence: 'an "I told you"',
    rewrite: [
      { label: 'Ask for it', text: 'Could {who} {req}? It matters because [reason?].' },
      { label: 'Say it once more', text: 'To say it with more detail: [the point?], because [the reason?].' },
      { label: 'Ask for the next step', text: 'Could we now [what would help?]?' },
    ],
  },
  {
    id: 'repeat/which-part',
    level: 'default',
    match: [
      '{which|what} part of ... {not|unclear|do you|did you|are you|was|is} {clear|understand|unclear|get|not|hard|so|confusing}? ',
      '{i|we} %adv* {have|had}? %adv* {explained|told|said|asked|shown|answered|stated|mentioned|pointed out|described} {it|this|that|to you|you|this to you|it to you|that to you|before|already|here}? {more than once|several times|many times|countless times|twice|three times|a dozen|multiple times|over and over|again and again|repeatedly|at length|a thousand|a hundred}',
      'how {often|much longer} {do|does|must|should|will|have|can|did} {i|we|one|people|somebody} %adv* {need|have|got}? %adv* {to}? {repeat|say|explain|tell|beg|report|remind}',
      '{do|must|should} i %adv* {really|seriously|actually}? {have to|need to} {repeat|explain|remind|tell|say|spell|draw|point|beg|ask}',
    ],
    unless: [
      '{which|what} part of {the|this|that|it|a} %adv* {%device|code|patch|doc|docs|build|test|api|log|page|guide|config|change|spec|design} ... {is|was|do|did} {not|unclear|you}',
      '{i|we} already {said|answered|explained} {that|this|it} {in|on|here|above|below|at}',
      'sorry',
      'as i {explained|said|mentioned|described}',
    ],
    ungated: ['first-person', 'negated', 'hypothetical'],
    message: 'May read as blame: it says that someone does not listen.',
    why: 'That it has to be said again hurts, and adds nothing. The point itself, with one detail more or an example, does.',
    source: sources.incivility,
    evidence: 'impatience at having to say it again',
    rewrite: [
      { label: 'Say it with more detail', text: 'To restate it with more detail: [the point?].' },
      { label: 'Ask what is unclear', text: 'Which point is still open? I am glad to add to it.' },
    ],
  },
];
