import { classBits, type WordClasses } from './classBits.js';
import type { WordClass } from '../lexicon/lexicon.js';
import type { Reading } from '../pattern/reading.js';
import type { Sign } from './signList.js';
import { codeMark } from '../language/tokens.js';

const w = (words: WordClass, evidence: string): Sign => ({ name: words, evidence, words });
const p = (name: string, evidence: string, ...match: string[]): Sign => ({ name, evidence, match });

/** How many of a sentence's words pass, up to a most, from 0 to 1. */
function counted(name: string, evidence: string, most: number, passes: (word: string) => boolean): Sign {
  return {
    name,
    evidence,
    test: ({ tokens }) =>
      Math.min(
        most,
        tokens.reduce((sum, { word }) => sum + (passes(word) ? 1 : 0), 0),
      ) / most,
  };
}

const modals = new Set('can could may might need should want would will must have are get see'.split(' '));
const you = (word: string): boolean => word === 'you' || word === 'your' || word === 'yourself';

/** "You" with a verb of its own, not one that allows, advises or describes: what someone does or did. */
function youAct(reading: Reading): number {
  let count = 0;
  reading.tokens.forEach(({ word }, at) => {
    const next = reading.tokens[at + 1];
    if (
      word === 'you' &&
      next !== undefined &&
      next.cut === 0 &&
      !modals.has(next.word) &&
      reading.hasTag(at + 1, 'Verb')
    ) {
      count++;
    }
  });
  return Math.min(2, count) / 2;
}

/** "Your" before something that is not a matter of code: your vision, your answer, your company. */
function yourOwn({ tokens }: Reading, { byWord, all }: WordClasses): number {
  const isOwn = ({ word }: Reading['tokens'][number], at: number): boolean => {
    const next = tokens[at + 1];
    return (
      word === 'your' && next !== undefined && next.word !== codeMark && ((byWord[at + 1] ?? 0) & isTechnical) === 0
    );
  };
  return (all & isYour) !== 0 && tokens.some(isOwn) ? 1 : 0;
}
const isYour = classBits('your');
const isTechnical = classBits('technical', 'artifact', 'device', 'reviewing');

/** Everyday words in capitals among words that are not: NOT, WHY, ANY. */
function emphasized({ original }: Reading): number {
  const found = original.match(/\b[A-Z]{2,}(?:'[A-Z]+)?\b/g) ?? [];
  const words = found.filter((word) => everyday.has(word.toLowerCase()));
  return Math.min(2, words.length) / 2;
}
const everyday: ReadonlySet<string> = new Set(
  "not never always why any no you your stop exactly only all again every everything wrong read please do don't have really must my me us we is are can cannot can't this that what how who nothing nobody one still even before after again because about every wrong right yes know people want need should would could did does was were been has there here just so very much more most too than then when where which will won't isn't aren't doesn't didn't the and but for from with without at all ever actually literally clearly obviously seriously own same time work break fix change remove".split(
    ' ',
  ),
);

/** Stance: how the writer stands to those spoken of. */
export const stanceSigns: readonly Sign[] = [
  w('belittled', 'a name that looks down on someone'),
  w('strife', 'it is about strife'),
  w('mockMark', 'mock wonder'),
  w('exasperated', 'impatience'),
  w('sweeping', 'a sweeping word'),
  w('intensive', 'a strong word'),
  w('contrast', 'it sets one thing against another'),
  w('presume', 'it says what someone claims or demands'),
  w('owing', 'it is about who owes whom'),
  w('leaving', 'it is about leaving or being thrown out'),
  w('community', 'it is about people together'),
  w('wasted', 'it is about what was wasted'),
  w('failing', 'a word for failing'),
  w('verdicts', 'a verdict in one word'),
  w('sore', 'a sore feeling'),
  w('mend2', 'it tells someone what to do about themself'),
  w('gentle', ''),
  w('reviewing', ''),
  w('motive', 'a low motive'),
  w('nerve', 'an appeal to shame'),
  w('mockTitle', 'a mock title'),
  w('shoddy', 'a word for careless work'),
  w('role', 'it speaks of someone in their role'),
  counted('you-twice', 'it speaks to "you" over and over', 3, you),
  counted(
    'no-count',
    'it says no again and again',
    3,
    (word) => word === 'not' || word === 'no' || word === 'never' || word === 'nothing',
  ),
  {
    name: 'smile',
    evidence: '',
    test: ({ original }) =>
      /(?:^|\s)[:;]-?[)DP]+(?=\s|$|[.!?])|[\u{1F600}-\u{1F60A}\u{1F642}\u{1F44D}]|:slightly_smiling_face:|:smile:|:\+1:/u.test(
        original,
      )
        ? 1
        : 0,
  },
  {
    name: 'sneer',
    evidence: 'a sneering sign',
    test: ({ original }) =>
      /[\u{1F644}\u{1F921}\u{1F926}\u{1F937}\u{1F44F}\u{1F602}\u{1F923}\u{1F595}\u{1F620}\u{1F621}\u{1F92C}\u{1F612}\u{1F615}\u{1F643}\u{1F618}]|\b[xX]D+\b|:D{2,}|>:\(|:roll_eyes:|:clown_face:|:facepalm:/u.test(
        original,
      )
        ? 1
        : 0,
  },
  { name: 'emphasis', evidence: 'words written in capitals', test: emphasized },
  { name: 'you-act', evidence: 'it says what "you" do', test: youAct },
  { name: 'your-own', evidence: 'it speaks of what is "yours"', test: yourOwn },
  p(
    'you-object',
    'it is aimed at "you"',
    '{of|to|with|for|at|from|by|about|like|than|against|because of} you',
    'you $',
  ),
  p(
    'these-people',
    'it points at people',
    '{this|that} %person/%role',
    '{these|those} %crowd/people',
    '{you|this|that|these|those} {guy|guys|man|people|person|lot|bunch|crowd|team|company}',
    '{some|most|half} of you',
  ),
  p(
    'opener-sneer',
    'a sneer at the start',
    '^ {oh|ah|wow|gee|yeah|sure|right|yes|great|nice|cool|fine|well|lovely|brilliant|congratulations|congrats|bravo|so|and|but|lol|haha} ,',
  ),
  p(
    'you-question',
    'a question that goes at someone',
    '{do|did|have|are|were|can|could|would|will} {you|they|you guys|these people|anyone} %adv+ _',
    '{what|who|where|how|why} {do|did|are|were|is|the} {you|your|hell|fuck|heck|they|their}',
  ),
  p('and-you', 'it adds one deed of "you" to another', '{and|but|yet|then|while|so|because} you %adv* #Verb'),
  p(
    'you-as',
    'it says in what capacity "you" act',
    'as {a|an|the|your} %role/%person/company/community/project',
    '{you|people|they} who',
  ),
  p(
    'org-acts',
    'it says what a company or team does',
    '%org/%crowd {should|is|are|has|have|does|do|did|was|were|can|will|just|never|always|wants|want|thinks|think}',
    'the team/project/company/community %adv* {is|has|does|did|was|will|should|can|never}',
  ),
  p(
    'order-start',
    'an order',
    '^ {please|just|and|so|then|or|maybe|but}? %mend2 {it|your|to|the|about|up|over|out|a|some|down|back|that|what|how|away|on|off|yourself|us|me|people}',
  ),
  p('do-not', 'it forbids', '^ {please|and|so|just|but}? {do not|never} _'),
  p('not-even', 'a "not even"', 'not even', 'even {a|the|one|though|if|more}', 'at {all|least}', '{not|never} once'),
  p(
    'person-is',
    'it says what someone is',
    '{he|she|they|@person|%role} %adv* {is|are|was|were} %adv* {a|an|the|not|so|too|just|such|being|very|#Adjective}',
  ),
  p(
    'is-what',
    'it says what this is really',
    '{this|that|it|which} is %adv* {a|an|the|not|just|why|what|how|so|such|pure|exactly|your|their}',
  ),
  p(
    'there-is-no',
    'it says that there is none',
    '{there is|there are|have|has|with|see|show|shows|is} {no|zero|not any|not a single}',
  ),
  p(
    'need-of-you',
    'it says what "you" must do',
    'you {need to|must|have to|should|ought to|had better|better} {%mend2|stop|realize|realise|understand|accept|know|be|consider|reconsider|remember|care|work|take|treat|respect|hire|ask|do|start}',
  ),
  p('as-if', 'an "as if"', 'as {if|though}', 'like {you|they|it is|we are|a|an|some}', 'so-called', 'so called'),
  p('too-much', 'a "too"', '{too|so} #Adjective {to|that|for}'),
  p(
    'if-you-then',
    'an ultimatum',
    'if you {do not|can not|want|are|think|need|really|still|feel|keep|would|had|hate|ever} ,... {then|do not|please|just|stop|go|leave|you|why|maybe|perhaps|feel}',
  ),
  p(
    'for-time',
    'it counts time against someone',
    '{for|after|in|over|past|last} {years|months|weeks|days|ages|a year|a month|a decade|a long|so long|the last|the past|more than|over}',
    '{since|ago} ... {still|never|not|nothing}',
    '{years|months|weeks} {ago|later|now|of}',
  ),
  p(
    'we-they',
    'it sets "us" against others',
    '{we|i|us|our|my} ... {you|they|your|their}',
    '{you|they|your|their} ... {we|us|our|me|my}',
  ),
];
