/** Two words behind one: `don't` is `do` and `not`. Also as typed in haste: `dont`, `youre`, `u`. */
export type Expansion = readonly [first: string, second: string];

const auxiliaries = 'do does did is are was were have has had could should would might must need ai ca wo'.split(' ');
const hasty = new Set([
  'do',
  'does',
  'did',
  'is',
  'are',
  'was',
  'were',
  'have',
  'has',
  'had',
  'could',
  'should',
  'would',
  'ca',
  'wo',
  'ai',
]);
const irregular: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', ai: 'is' };
const pronouns = 'i you he she it we they that there who what where how why here when y'.split(' ');
const endings: readonly (readonly [string, string])[] = [
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['d', 'would'],
  ['m', 'am'],
  ['s', 'is'],
];

/** Those that follow no pattern. */
const others: readonly (readonly [written: string, first: string, second: string])[] = [
  ["let's", 'let', 'us'],
  ["y'all", 'you', 'all'],
  ["can't", 'can', 'not'],
  ['cannot', 'can', 'not'],
  ['gotta', 'got', 'to'],
  ['wanna', 'want', 'to'],
  ['gonna', 'going', 'to'],
  ['im', 'i', 'am'],
  ['youre', 'you', 'are'],
  ['youve', 'you', 'have'],
  ['theyre', 'they', 'are'],
  ['thats', 'that', 'is'],
  ['whats', 'what', 'is'],
  ["should've", 'should', 'have'],
  ["could've", 'could', 'have'],
  ["would've", 'would', 'have'],
  ["might've", 'might', 'have'],
  ["must've", 'must', 'have'],
  ['shouldve', 'should', 'have'],
  ['couldve', 'could', 'have'],
  ['wouldve', 'would', 'have'],
  ["you'r", 'you', 'are'],
  ['yourre', 'you', 'are'],
  ['youare', 'you', 'are'],
  ['youll', 'you', 'will'],
  ['youd', 'you', 'would'],
  ['theyve', 'they', 'have'],
  ['ive', 'i', 'have'],
  ['doesent', 'does', 'not'],
  ['dosent', 'does', 'not'],
  ['didint', 'did', 'not'],
  ['couldent', 'could', 'not'],
  ['dunno', 'not', 'know'],
  ['gimme', 'give', 'me'],
  ['lemme', 'let', 'me'],
  ['whos', 'who', 'is'],
  ['hes', 'he', 'is'],
];

function buildExpansions(): ReadonlyMap<string, Expansion> {
  const map = new Map<string, Expansion>();
  for (const auxiliary of auxiliaries) {
    const pair: Expansion = [irregular[auxiliary] ?? auxiliary, 'not'];
    map.set(`${auxiliary}n't`, pair);
    if (hasty.has(auxiliary)) {
      map.set(`${auxiliary}nt`, pair);
    }
  }
  for (const pronoun of pronouns) {
    for (const [ending, word] of endings) {
      map.set(`${pronoun}'${ending}`, [pronoun === 'y' ? 'you' : pronoun, word]);
    }
  }
  for (const [written, first, second] of others) {
    map.set(written, [first, second]);
  }
  return map;
}

/** By the written word in lower case with a straight apostrophe. */
export const expansions = buildExpansions();

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What "you are" may begin a clause behind, though no punctuation says so. */
const clauseOpeners = words(
  'and but or so because cuz cause then if when since while as why that also again yeah yes no ok lol dude man bro guys think know guess mean feel say said see sure like maybe unless btw tbh honestly seriously clearly obviously how',
);
const frequencies = words('always never constantly forever usually often rarely hardly');
const adverbs = words(
  'just still also only clearly obviously actually seriously simply literally basically probably definitely totally completely really very',
);
/** What people are said to be, and not their things alone. */
const states = words(
  'late wrong right rude lazy sorry busy here there around away available angry defensive dismissive negative mean careless careful clueless delusional incompetent ignorant arrogant condescending impossible insane crazy stupid pathetic ridiculous mistaken welcome helpful useless unavailable unprepared unreliable mad upset sloppy slow tired first last joking kidding lying gonna going trying supposed able allowed too',
);
/** Those that "your" is never written before. */
const bareStates = words(
  'wrong rude lazy welcome mistaken delusional incompetent clueless insane pathetic ridiculous joking kidding lying gonna supposed',
);
const insults = words(
  'idiot idiots moron morons fool fools joke clown clowns disgrace liar liars coward cowards jerk jerks bully hypocrite hypocrites fraud amateur amateurs hack loser losers troll trolls asshole assholes bitch dick prick child baby snob pig noob newb disaster nightmare failure embarrassment waste pain menace',
);
/** What comes after something that is said of someone: it is not a thing that this describes. */
const followers = words(
  'a an the this that these those my our your his her its their me us it him them everyone everything anything nothing things stuff people with about at on in to for from of and but or so when if because as like again anyway today now lol here there even all every any right',
);
const determiners = words(
  'a an the this that these those my our your his her its their me us it him them everyone everything things stuff people',
);
const places = words('at with about behind against');
const timely = words('time top track point it');
const nouns = words(
  'thing something anything nothing everything string spring king ring ping morning evening meeting building setting warning ceiling listing heading padding wording naming spelling timing mapping training hosting mailing wing sibling sting ending ceasing failing',
);
const technical = words('null found equal equals operator nullable gate list called');

/** Whether what "your" begins is about someone: the words after it, 1 for the next, empty past the end of the clause. */
export type WordAfter = (distance: number) => string;

/**
 * Whether "your" is "you are" typed in haste: only where nobody can mean a thing that is theirs, as in "your never on time".
 * @param before the word before it in its clause, empty where it begins one.
 */
export function meansYouAre(before: string, after: WordAfter): boolean {
  const opens = before === '' || before.startsWith('@') || clauseOpeners.has(before);
  const next = after(1);
  if (frequencies.has(next)) {
    return opens && (saysOf(after, 2) || isPlace(after, 2));
  }
  if (adverbs.has(next)) {
    return saysFreely(after, 2) || (opens && saysOf(after, 2));
  }
  return (
    saysFreely(after, 1) ||
    (opens && ((bareStates.has(next) && ends(after(2))) || isDoing(after, 1) || (next === 'being' && saysOf(after, 2))))
  );
}

/** "not listening", "so rude", "a complete moron", "the reason": no thing is described so. */
function saysFreely(after: WordAfter, at: number): boolean {
  const next = after(at + 1);
  switch (after(at)) {
    case 'not':
    case 'so':
      return next !== '' && !technical.has(next);
    case 'too':
      return next !== '' && ends(after(at + 2));
    case 'the':
      return next !== '';
    case 'a':
    case 'an':
      return insults.has(next) || insults.has(after(at + 2)) || insults.has(after(at + 3));
    default:
      return false;
  }
}

/** Something that is said of a person, with nothing behind that it describes. */
function saysOf(after: WordAfter, at: number): boolean {
  const next = after(at);
  const from = adverbs.has(next) || next === 'so' || next === 'too' ? at + 1 : at;
  return saysFreely(after, at) || (states.has(after(from)) && ends(after(from + 1))) || isDoing(after, from);
}

function ends(word: string): boolean {
  return word === '' || followers.has(word);
}

/**
 * "breaking the build", but not "breaking change", "testing setup", "meeting the"; behind an adverb also "complaining" alone. Where much
 * follows, it may be what someone's doing leads to: "your playing the victim deceives nobody".
 */
function isDoing(after: WordAfter, at: number): boolean {
  const next = after(at);
  const behind = after(at + 1);
  const does = next.length > 5 && next.endsWith('ing') && !nouns.has(next);
  return does && (at > 1 ? ends(behind) : determiners.has(behind) && after(longestDeed + 1) === '');
}

/** The most words of a clause with nothing but what someone is doing. */
const longestDeed = 5;

/** "on time", "at standup", "in the way", but not "on flag", "in sync state". */
function isPlace(after: WordAfter, at: number): boolean {
  const next = after(at + 1);
  switch (after(at)) {
    case 'on':
      return timely.has(next) || determiners.has(next);
    case 'in':
      return determiners.has(next);
    default:
      return places.has(after(at)) && next !== '';
  }
}

/** Each word with the ways it is typed in haste, in anger, or masked so as not to be said. */
const otherSpellings: Readonly<Record<string, string>> = {
  are: 'r',
  you: 'u ya yu yuo yoou yall youu',
  your: 'ur yoru yuor',
  because: 'cuz coz bc bcoz bcz becuase becasue becuse beacuse',
  please: 'plz pls plz plx pleaseee plss plzz pleas',
  people: 'ppl poeple peopel pepole',
  why: 'whyy whyyy whyyyy',
  so: 'soo sooo soooo sooooo',
  no: 'noo nooo noooo',
  stop: 'stahp stopp stooop',
  really: 'rly realy reallly reallyyy',
  never: 'nevr neverr neverrr nver',
  always: 'allways alwas alwyas alway alwayss',
  seriously: 'srsly seriosly seriousl',
  obviously: 'obviosly obviusly obvsly obv obvs obviously',
  definitely: 'definately definatly definitly defintely',
  apparently: 'apparantly aparently apperently',
  believe: 'beleive belive',
  ridiculous: 'rediculous ridiculus ridicolous',
  incompetent: 'incompetant imcompetent',
  arrogant: 'arrogent arogant',
  ignorant: 'ignorent',
  pathetic: 'patethic pathethic',
  unprofessional: 'unproffesional unprofesional',
  stupid: 'stupidd stoopid stuped stupiddd',
  idiot: 'idoit ideot idi0t',
  idiots: 'idoits ideots',
  maintainer: 'mantainer maintaner maintener',
  maintainers: 'mantainers maintaners maintener',
  developers: 'develoeprs developpers developper',
  community: 'comunity',
  their: 'thier',
  anymore: 'anymor',
  understand: 'undestand understnad undertand',
  guys: 'guyz gyus',
  thanks: 'thx thnx tnx thanx',
  fuck: 'f*ck f**k f*** fck fuk fuc phuck fcuk',
  fucking: 'f*cking f**king f***ing f****** fkn fking fckn fckin fcking fuckn fuking f-ing effing',
  shit: 'sh*t s**t s*** sh1t',
  shitty: 'sh*tty sh**ty',
  bullshit: 'bullsh*t b*llshit bulls*** bullcrap bullsh1t',
  bitch: 'b*tch b**ch biatch',
  asshole: 'a*shole a**hole assh*le ahole a-hole arsehole',
  assholes: 'a*sholes a**holes assh*les aholes arseholes',
  crap: 'cr*p',
  damn: 'd*mn dam',
  moron: 'm*ron',
  bothered: 'arsed arsed assed',
  lol: 'lool loool lolol lolz lulz',
  lmao: 'lmaoo lmaooo lmaoooo',
  wow: 'woow wooow woww wowww',
  ugh: 'ughh ughhh uggh',
};

/** One word for another spelling of it. */
export const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries(otherSpellings).flatMap(([word, others]) =>
    others.split(' ').flatMap((other): [string, string][] => (other === word ? [] : [[other, word]])),
  ),
);
