import { classBits, type WordClasses } from './classBits.js';
import type { WordClass } from '../lexicon/lexicon.js';
import type { Reading } from '../pattern/reading.js';
import { stanceSigns } from './signStance.js';

/** One weak sign and how much it counts. Alone none says anything; together they can. */
export interface Sign {
  readonly name: string;
  /** In words, for the finding's evidence; empty for signs that only soften. */
  readonly evidence: string;
  readonly words?: WordClass;
  readonly match?: readonly string[];
  readonly test?: (reading: Reading, classes: WordClasses) => number;
}

const w = (words: WordClass, evidence: string): Sign => ({ name: words, evidence, words });
const p = (name: string, evidence: string, ...match: string[]): Sign => ({ name, evidence, match });

/** A subject and, within a few words of its clause, a verb of some kind; `not` between them or not. */
function says(
  name: string,
  evidence: string,
  subject: WordClass,
  verb: WordClass,
  negative: boolean | undefined,
): Sign {
  const isSubject = classBits(subject);
  const isVerb = classBits(verb);
  const saysAt = (tokens: Reading['tokens'], byWord: Int32Array, at: number): boolean => {
    let not = ((byWord[at] ?? 0) & isNobody) !== 0;
    for (let next = at + 1; next <= at + 5 && next < tokens.length && tokens[next]?.cut !== 2; next++) {
      const is = byWord[next] ?? 0;
      if (denials.has(tokens[next]?.word ?? '')) {
        not = true;
      } else if ((is & isVerb) !== 0) {
        return negative === undefined || not === negative;
      } else if ((is & isOther) !== 0) {
        return false;
      }
    }
    return false;
  };
  const test: Sign['test'] = ({ tokens }, { byWord, all }) => {
    if ((all & isSubject) !== 0 && (all & isVerb) !== 0) {
      for (let at = 0; at < byWord.length; at++) {
        if (((byWord[at] ?? 0) & isSubject) !== 0 && saysAt(tokens, byWord, at)) {
          return 1;
        }
      }
    }
    return 0;
  };
  return { name, evidence, test };
}
const isNobody = classBits('nobody');
const isOther = classBits('subject');
const denials: ReadonlySet<string> = new Set(['not', 'never', 'no', 'without']);
const isQuarrel = classBits('hostile', 'edgy');
const isCraft = classBits('technical', 'craft');
const verbs = ['think', 'speak', 'will', 'deal', 'craft'] as const;

const done =
  '%social:past/%duty:past/%deploying:past/%lapse:past/%harm:past/%abuse:past/%think:past/%speak:past/%will:past/%deal:past/%mend:past';
const present = '%social:base/%deploying:base/%lapse:base/%abuse:base/%will:base/%deal:base/%speak:base';

const fieldSigns: readonly Sign[] = [
  w('you', 'it speaks to "you"'),
  w('your', 'it speaks of what is "yours"'),
  w('they', 'it speaks of "them"'),
  w('their', 'it speaks of what is "theirs"'),
  w('crowd', 'it speaks of a group of people'),
  w('org', 'it speaks of a company'),
  w('person', 'it speaks of a person'),
  w('someone', 'it speaks of "someone"'),
  w('everyone', 'it speaks of everyone or no one'),
  w('scorn', 'a word of contempt'),
  w('verdictTrait', 'a word for what someone is like'),
  w('insult', 'an insult'),
  w('softInsult', 'a belittling name'),
  w('swear', 'swearing'),
  w('hardSwear', 'hard swearing'),
  w('conduct', "a word that judges someone's conduct"),
  w('hardConduct', "a hard word for someone's conduct"),
  w('trash', 'a word that trashes'),
  w('trashy', 'a word that runs down'),
  w('disgrace', 'a word of outrage'),
  w('mock', 'laughter or mockery'),
  w('nuisance', 'a word for tiresome talk'),
  w('abuse', 'a word for wronging someone'),
  w('hardHarm', 'a word for damage'),
  w('neglect', 'a word for not doing what one owes'),
  w('absolute', 'an absolute'),
  w('clearly', 'certainty about others'),
  w('moral', 'it is about right and wrong'),
  w('competence', 'it is about wit and skill'),
  w('effort', 'it is about who owes whom what'),
  w('politics', 'it is about politics'),
  w('annoyed', 'anger'),
  w('power', 'it is about power over a place'),
  w('talk', 'it is about the talk itself'),
  w('technical', ''),
  w('childlike', 'likening to a child'),
  w('faculty', 'a faculty that is missed'),
  w('politeness', ''),
  w('praise', 'praise, perhaps meant as its opposite'),
  w('goad', 'a goading "even" or "actually"'),
  w('i', ''),
  p(
    'you-not',
    'it says what "you" do not do',
    'you/they/%crowd %adv* do/did/does/are/have/can/could/will not',
    'you never',
  ),
  p('you-are', 'it says what "you" are', 'you are', 'you were', '%crowd are'),
  says('you-verb', 'it says what "you" do', 'you', 'human', false),
  p('advice', '', 'you {can|could|may|might|need|should|want|have to|will|would}'),
  p('request', '', '{can|could|would|will|do|did|are} you', 'please'),
  p('if-you', '', '{if|when|unless|in case} you'),
  p('stop', 'a demand to stop', '{stop|quit} %nuisance:ing/%abuse:ing/%stoppable:ing/%deal:ing/%speak:ing'),
  p('order', 'an order', '^ {get|go|take|learn|read|stop|grow|do not|try|fix|shut|keep|leave|look|be}'),
  p('why', 'a question for reasons', '{why|how} {do|did|would|are|can|could|should|is|not}'),
  p(
    'instead',
    'it says what should be done instead',
    'instead of #Gerund',
    '{maybe|perhaps|then|or} you {should|could}',
    'you {should|could} {just|try|at least|maybe|consider|probably|better}',
    'you better',
  ),
  p(
    'because-you',
    'it makes someone the reason',
    'because {you|of you|of your|they|of them|of their|he|of this guy|of people}',
    'just because',
  ),
  p('thanks-no', '', 'thanks for', 'thank you', 'good {catch|point|idea}', 'nice catch', 'agree'),
  p(
    'i-think',
    '',
    'i {think|guess|believe|wonder|assume|suggest|would|prefer|am not sure|suppose|do not think|see}',
    'it seems',
    'maybe',
    'perhaps',
  ),
  p(
    'not-care',
    'it says that someone does not care',
    'not %adv* {care|listen|read|understand|respect|appreciate|help|think|know|bother|get|realize|want|learn|give}',
  ),
  p(
    'people-who',
    'it speaks of people of a kind',
    '{people|guys|those|developers|devs|users|anyone|someone|persons|maintainers} {who|that|like}',
  ),
  p(
    'insist',
    'it says that someone goes on and on',
    '&keep %nuisance:ing/%abuse:ing/%stoppable:ing/%deal:ing/%speak:ing',
    'insist on',
    'over and over',
    'again and again',
    'still',
  ),
  p('feel', 'feelings', '{i|we|me|us} {feel|felt}', '&make me/us'),
  w('deceit', 'it is about deceit'),
  w('refusal', 'it is about refusing'),
  w('bother', 'it is about care and effort'),
  w('schooling', 'it sends someone to school'),
  w('growth', 'it is about being grown up'),
  w('wit', 'it is about wit'),
  w('commerce', 'it is about money and dues'),
  w('exit', 'it is about leaving'),
  w('outcry', 'an outcry'),
  w('ruin', 'it is about ruin'),
  w('pride', 'it is about pride'),
  w('decency', 'it is about decency'),
  w('quarrel', 'it is about quarrel'),
  w('crowdRule', 'it is about a crowd'),
  w('verdict', 'a verdict'),
  w('again', 'it counts how often'),
  w('span', 'it counts the time that was lost'),
  w('artifact', ''),
  w('device', ''),
  w('lapse', 'a word for neglect or haste'),
  w('lack', 'a word for what is lacking'),
  w('extreme', 'an extreme'),
  w('hedge', ''),
  p('you-past', 'it says what "you" did', `you have? %adv* not? %adv* ${done}`, 'you did not'),
  p(
    'they-past',
    'it says what someone else did',
    `they/he/she/@person/%crowd/%org/%area/nobody/someone/whoever %adv* ${done}`,
    'they/he/she/@person/%crowd/%org/nobody/someone {did|does|has|have} not',
  ),
  p(
    'to-us',
    'it says what was done to "us"',
    `you/they/he/she/@person/%crowd/%org have? %adv* not? ${done} ... us/me/everyone/anyone/people/our/my`,
    `you/they/he/she/@person/%crowd/%org ${present} ... us/me/everyone/anyone/people`,
  ),
  p(
    'you-absolute',
    'an absolute about "you"',
    'you/your/they/he/she/@person/%crowd/%area/team ... %absolute/again/anything/nothing/everything/nobody',
  ),
  p('without-duty', 'it says what was left out', 'without %adv* %owed/any/a'),
  p(
    'we-burden',
    'it says what others must bear',
    '{i|we|everyone|us} {have to|had to|need to|must|lost|get to|got to|should not|spent|waste|wasted|end up|ended up}',
  ),
  p(
    'not-just',
    'it tells someone what they may not do',
    'you {can not|could not|do not|should not} {just|get to|simply}',
    'you {were|are} not {supposed|allowed|told|entitled}',
    'you {were|have been} told',
  ),
  p(
    'why-you',
    'it asks someone to account for themself',
    '^ {why|how|who|what|when} ... you/your/they/anyone/nobody/%area',
  ),
  p(
    'tag-question',
    'a question that answers itself',
    ', {do|did|are|were|is|was|have|can|will|would} not? you/they/he/she/it $',
    'at all $',
    'even $',
  ),
  p('and-then', 'it contrasts two acts of someone', `you/they/he/she/@person ${done} ... {and|but|then|yet|instead} _`),
  p(
    'better',
    'it says what would have been better',
    '{would|could|might|should} have',
    'if you/they/he/she {had|%social:past|%duty:past}',
    'instead of',
  ),
  p('your-fault-noun', 'it speaks of what is "yours"', 'your/their/his/her %adv* %lack/%artifact'),
  p(
    'nobody-does',
    'it says that nobody does it',
    '{nobody|no one|noone|none} ... %social/%duty/cares/care/cared/bothered',
  ),
  p('what-a', 'an outcry', '{what|such} {a|an} %adv* %personTrait/%trashy/%trash', 'the {worst|most} _'),
  p(
    'of-no',
    'it says that there is none',
    'no/zero %lack/notice/warning/answer/reply/response/reaction/reason/explanation/business/right/respect',
  ),
  p(
    'told-off',
    'it tells someone to be quiet or go',
    '{^|and|please|just|or} {leave|go|shut|stay quiet|move on|get over|grow|learn|read|try|stop|get|deal|find|use another|quit|fork}',
  ),
  p('free-to', 'it offers the door', 'feel free to', 'you are {free|welcome} to', '{if you} do not {like|want|agree}'),
  p(
    'easy-for',
    'it says how easy it would be',
    '{so|that|very|really|too|not} {easy|simple|hard|difficult} {to|for}',
    '{rocket science|common sense}',
  ),
  ...verbs.map((verb) => says(`you-${verb}`, `it says what "you" ${verb}`, 'you', verb, false)),
  ...verbs.map((verb) => says(`you-not-${verb}`, `it says what "you" do not ${verb}`, 'you', verb, true)),
  ...verbs.map((verb) => says(`they-${verb}`, `it says what others ${verb}`, 'others', verb, undefined)),
  says('your-personal', 'it speaks of what is "yours" as a person', 'your', 'personal', undefined),
  says('their-personal', 'it speaks of what is theirs as persons', 'their', 'personal', undefined),
  w('hostile', 'words of quarrel'),
  w('edgy', 'words with an edge'),
  {
    name: 'quarrel-share',
    evidence: 'much quarrel for so few words',
    test: (_, classes) => share(classes, isQuarrel),
  },
  { name: 'craft-share', evidence: '', test: (_, classes) => share(classes, isCraft) },
  { name: 'question', evidence: 'a question', test: (reading) => (reading.question ? 1 : 0) },
  { name: 'exclaim', evidence: 'an exclamation', test: (reading) => (/!/.test(reading.masked) ? 1 : 0) },
  {
    name: 'shout',
    evidence: 'shouting',
    test: (reading) =>
      Math.min(2, (reading.original.match(/(?:!{2,}|\?{2,}|[!?]{3,}|\b[A-Z]{4,}\s+[A-Z]{2,}\b)/g) ?? []).length),
  },
  {
    name: 'code',
    evidence: '',
    test: (reading) =>
      /\uE000|\w[_(]\w|\w\(\)|::|->|=|[a-z][A-Z]|[{}[\]<>]|\w\.\w+\(|\/\w+\//.test(reading.masked) ? 1 : 0,
  },
  { name: 'digits', evidence: '', test: (reading) => (/\d/.test(reading.masked) ? 1 : 0) },
  {
    name: 'mention',
    evidence: 'it speaks to someone by name',
    test: (reading) => (reading.tokens.some(({ word }) => word.startsWith('@')) ? 1 : 0),
  },
  { name: 'short', evidence: '', test: (reading) => (reading.tokens.length < 5 ? 1 : 0) },
  { name: 'long', evidence: '', test: (reading) => (reading.tokens.length > 25 ? 1 : 0) },
  { name: 'ellipsis', evidence: 'a pause', test: (reading) => (/\.\.\.|…/.test(reading.masked) ? 1 : 0) },
  { name: 'quotes', evidence: '', test: (reading) => (/\uE001|"/.test(reading.masked) ? 1 : 0) },
];

/** All signs, in the order of their weights. */
export const signs: readonly Sign[] = [...fieldSigns, ...stanceSigns];

/** Which part of a sentence's words is of some classes, from 0 to 1. */
function share({ byWord, all }: WordClasses, bits: number): number {
  let count = 0;
  if ((all & bits) !== 0) {
    for (let at = 0; at < byWord.length; at++) {
      count += ((byWord[at] ?? 0) & bits) === 0 ? 0 : 1;
    }
  }
  return count / Math.max(6, byWord.length);
}
