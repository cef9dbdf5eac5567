import { type Match, matches } from '../../pattern/matcher.js';
import { Pattern } from '../../pattern/pattern.js';
import type { PatternText } from '../../pattern/patternText.js';
import type { Passage } from '../passage.js';
import type { Step, StepFinder } from '../step.js';

const LEAVE = 'Leave the accusation out';

/** Words that accuse and carry nothing else; where one of these stands in a sentence, it can be taken out. */
const removable: readonly PatternText[] = [
  // A name for a person, called out.
  '{you|ya} %adv* {%insult|clown|clowns|genius|geniuses|muppet|muppets|idiot|idiots|moron|morons|fool|fools|donkey|lot|people}',
  '%adv* {%insult|genius|einstein|sherlock|mate|buddy|pal|champ|sunshine|dude|man|kiddo|people|guys|princess|rockstar|hotshot|smartass|moron|idiot}',
  // Comparisons with others.
  '{like|as|than} {any|every|a|an|some} %adv* {competent|decent|sane|real|serious|normal|good|professional|senior|junior|experienced|reasonable|grown|first-year|five-year-old|five|child|kid|toddler|amateur|beginner|idiot|headless|drunk} _ _? {would|does|should|could|can|do}?',
  '{which|as} {any|every} %adv* {competent|decent|sane|real|serious|junior|intern|beginner|reasonable}? _ {knows|would know|can see|understands|should know|would see|can do}',
  '{even}? {a|an|my|the} {intern|child|junior|toddler|monkey|five-year-old|trained monkey|first-year student|beginner} {can|could|would|knows} _ _?',
  // Remarks about how often, and about what was to be expected.
  '{as|like} {always|usual|per usual|ever}',
  '{yet|once} again',
  'for once',
  'for the {umpteenth|nth|millionth|hundredth|tenth|second|third|fourth|fifth|sixth|seventh|last|thousandth|first} time {today|now|this week|this month|this sprint|this year|this morning}?',
  '{for|in} {the love of god|the love of|god is sake|gods sake|god sake|fucks sake|christ is sake|heaven is sake|crying out loud}',
  '{what a|no} {surprise|shock|shocker}',
  '{surprise|surprise surprise|unsurprisingly|predictably|typical|naturally|seriously|honestly|frankly|obviously|clearly|evidently|apparently|newsflash|hello|wow|bravo|congrats|congratulations|sigh|ugh|lol|smh|ffs|wtf|jesus|christ|jfc|omg}',
  '{on earth|in the world|the hell|the heck|the fuck|in god is name|in gods name|exactly}',
  '{not that|as if} {you|anyone|they|he|she} {would|will|ever|even|care|cares|cared|notice|noticed|bother|bothered} ...',
  '{as|like} {you|we all} {would|should} {know|have known} ...',
  '{if|when} you {had|would} %adv* {read|looked|bothered|tested|checked|listened|thought|run|tried|asked|cared} ...',
  '{if|when} you {read|looked|bothered|tested|checked|listened|thought|can be bothered|could be bothered|ever read|actually read|knew|had a clue} ...',
  'without even %adv* {thinking|looking|asking|reading|bothering|checking|testing|trying} {once|twice|first}? $',
  'in your {infinite wisdom|wisdom|ivory tower|little world|own little world|bubble}',
  '{with|in} your usual _',
  '{no offense|no offence|sorry|with all due respect|not to be rude|i am sorry} but',
  '{and|but} {you|they} {know|knew} {it|that|full well|perfectly well}',
  '{it is|that is|this is} {not} {rocket science|that hard|hard|difficult|that difficult|complicated|that complicated|brain surgery}',
  '{how hard {can|could} {it|that|this} be|is it {so|really|that|too} {hard|difficult|much}|what is so hard about {it|that|this}}',
  '{is|was} {that|it} too much to ask {for}?',
  '{unbelievable|incredible|ridiculous|pathetic|embarrassing|unacceptable|disgraceful|shameful|shocking|outrageous|amateurish|amateur hour|lazy|sloppy|clueless}',
  '{and|but|so}? {it|that|this} {is|was} {just|simply|so|plain|beyond|frankly|really|honestly|utterly|completely|absolutely|very|pretty|rather}* {unacceptable|ridiculous|pathetic|embarrassing|unprofessional|disgraceful|inexcusable|shameful|lazy|sloppy|careless|reckless|irresponsible|stupid|dumb|insane|amateurish|a joke|a disgrace|not good enough|amateur hour}',
  'which {is|was} %adv* {unacceptable|ridiculous|pathetic|embarrassing|unprofessional|disgraceful|inexcusable|lazy|sloppy|careless|reckless|irresponsible|stupid|insane|typical|amateurish}',
  '{are you|you are|you have to be|you must be|you have got to be} %adv* {kidding|joking|serious|for real|trolling} {me|right now}?',
  '{do|does} {anyone|anybody|nobody|you|you people|somebody} %adv* {read|test|care|think|listen|check|look|review|reviewing|even look} {anything|things|at all|here|any more|anymore|stuff|this stuff|this}? $',
  '{grow up|wake up|get real|get a grip|get a life|do better|try harder|be serious|calm down|think|come on|deal with it|good luck with that|think first|learn to read}',
  '{shame on|thanks to|because of|blame} {you|them|him|her}',
  '{on you|your fault|all on you|on them|their fault}',
  // What is threatened.
  '{or|otherwise|else} {else|otherwise}? {i|we} {will|am|are|would|shall|might} ...',
  '{or|otherwise} {find|look for|get|leave|expect|forget|face|you} ...',
  'or else ...',
  'and see what happens',
  '{before|unless} {i|we|someone} {lose|loses|start|take|escalate|escalates|revert|report|go|tell|come} ...',
  '{unless you want|if you want to keep|if you value|if you like your} ...',
  'do not make me _ ...',
  'i will not {ask|say|tell|warn|repeat} _ ...',
  '{this is|consider this} your {last|final|only} {warning|chance}',
  // Judgements at the end.
  '{but|and}? {you|they|he|she} {could not|can not|did not|do not|never} %adv* {care|cared|bother|bothered} {less|at all|to look|to check|to ask}? $',
  '{instead of|rather than} %adv* {complaining|whining|arguing|making excuses|blaming|wasting|breaking|playing|pretending|guessing|lecturing} ...',
  '{as|because|since} you {clearly|obviously|apparently|evidently} ...',
  '{thanks|thank you} for nothing',
  '{thanks a lot|thanks a bunch|nice one|nice work|nice job|great job|good job|great work|good work|well done|brilliant|fantastic|wonderful|lovely|marvellous|amazing|awesome|superb|genius|splendid|terrific}',
];

/** A pattern that ends with a gap goes on to the end of its clause. */
const patterns = removable.map((text) => ({
  pattern: new Pattern(text.replace(/ \.\.\.$/, '')),
  isOpen: text.endsWith('...'),
}));
/** What may be around words that were called out. */
const openers = new Set(['and', 'but', 'so', 'or', 'oh', 'well', 'just', 'because', 'please']);

/** Takes out what accuses and carries nothing else. */
export const removals: StepFinder = function* (passage) {
  const { reading } = passage;
  for (const { pattern, isOpen } of patterns) {
    for (const match of matches(pattern, reading)) {
      yield* withoutMatch(passage, isOpen ? { ...match, to: passage.reading.clauseEnd(match.to - 1) } : match);
    }
  }
};

/** Words that hold a sentence together where they stand inside of a clause; taken out only between cuts. */
function isParenthetical({ reading, count }: Passage, { from, to }: Match): boolean {
  const before = from === 0 || (reading.tokens[from]?.cut ?? 0) > 0 || openers.has(reading.word(from - 1));
  return before && (to >= count || (reading.tokens[to]?.cut ?? 0) > 0);
}

const inside =
  /^(?:yet again|once again|for once|as always|as usual|like always|for the |for god|for the love|on earth|in the world|the hell|the heck|the fuck|in your|like an?|like any|as any|which any|as every|or |otherwise|before |unless |if |instead|rather|in god|with your|seriously|honestly|obviously|clearly|apparently|evidently|not that|as if|because you|since you|as you|without even|no offen|sorry but|with all|i am sorry|and you know|but you know|do not make|i will not|even an?|a )/;

function* withoutMatch(passage: Passage, match: Match): Iterable<Step> {
  const { reading, count } = passage;
  const words = Array.from({ length: match.to - match.from }, (_, at) => reading.word(match.from + at)).join(' ');
  const stands = isParenthetical(passage, match);
  if (!stands && !inside.test(words)) {
    return;
  }
  if (match.from === 0 && match.to >= count) {
    return;
  }
  let from = match.from;
  while (from > 0 && openers.has(reading.word(from - 1)) && match.to >= count) {
    from--;
  }
  if (from === 0 && match.to >= count) {
    return;
  }
  yield { label: LEAVE, passage: without(passage, from, match.to), worth: stands ? 0.8 : 0.75 };
}

/** The passage without the tokens `from` to before `to`, and without the comma that set them apart. */
export function without(passage: Passage, from: number, to: number): Passage {
  const { count, original } = passage;
  const isOpen = from === 0;
  const start = isOpen ? passage.startOf(0) : passage.endOf(from - 1);
  if (isOpen) {
    const end = to < count ? passage.startOf(to) : original.length;
    return passage.cut(start, end, []);
  }
  if (to >= count) {
    return passage.cut(start, passage.endOf(to - 1), []);
  }
  const before = original.slice(start, passage.startOf(from));
  const after = original.slice(passage.endOf(to - 1), passage.startOf(to));
  const keepsComma = /,/.test(after) && !/,/.test(before);
  return /[.?!]/.test(before) && !/[.?!]/.test(after)
    ? passage.cut(passage.startOf(from), passage.startOf(to), [])
    : passage.cut(start, passage.startOf(to), [keepsComma || /[.?!:;–—()[\]"“”]/.test(after) ? after : ' ']);
}
