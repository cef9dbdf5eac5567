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
