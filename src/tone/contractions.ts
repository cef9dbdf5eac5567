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
  map.set("let's", ['let', 'us']);
  map.set("y'all", ['you', 'all']);
  map.set("can't", ['can', 'not']);
  map.set('cannot', ['can', 'not']);
  map.set('gotta', ['got', 'to']);
  map.set('wanna', ['want', 'to']);
  map.set('gonna', ['going', 'to']);
  map.set('im', ['i', 'am']);
  map.set('youre', ['you', 'are']);
  map.set('youve', ['you', 'have']);
  map.set('theyre', ['they', 'are']);
  map.set('thats', ['that', 'is']);
  map.set('whats', ['what', 'is']);
  map.set("should've", ['should', 'have']);
  map.set("could've", ['could', 'have']);
  map.set("would've", ['would', 'have']);
  map.set("might've", ['might', 'have']);
  map.set("must've", ['must', 'have']);
  map.set('shouldve', ['should', 'have']);
  map.set('couldve', ['could', 'have']);
  return map;
}

/** By the written word in lower case with a straight apostrophe. */
export const expansions = buildExpansions();

/** One word for another spelling of it. */
export const spellings: ReadonlyMap<string, string> = new Map([
  ['u', 'you'],
  ['ya', 'you'],
  ['ur', 'your'],
  ['yall', 'you'],
  ['cuz', 'because'],
  ['coz', 'because'],
  ['plz', 'please'],
  ['pls', 'please'],
  ['ppl', 'people'],
  ['f*ck', 'fuck'],
  ['f**k', 'fuck'],
  ['fck', 'fuck'],
  ['fuk', 'fuck'],
  ['f*cking', 'fucking'],
  ['f**king', 'fucking'],
  ['fkn', 'fucking'],
  ['fking', 'fucking'],
  ['sh*t', 'shit'],
  ['sh*tty', 'shitty'],
  ['bullsh*t', 'bullshit'],
  ['b*tch', 'bitch'],
  ['a*shole', 'asshole'],
  ['a**hole', 'asshole'],
  ['arsehole', 'asshole'],
]);
