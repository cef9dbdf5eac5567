/** Who made a change, as git keeps it. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

/** As many names are kept; those who came last come first. */
const mostNames = 300;
/** No word of a text is longer. */
const longestName = 62;
/** Nobody's whole name is; what is beyond is not read. */
const longestFullName = 200;

/**
 * The words that people of a repository are called by: each part of a full name, a handle. Lower case, without what is no person
 * and without what is a common word: the check takes these words for people in any case.
 * @param authors the latest first; the same one may come often.
 */
export function authorNames(authors: Iterable<Author>): readonly string[] {
  const names = new Set<string>();
  for (const author of authors) {
    for (const name of isProgram(author) ? [] : namesOf(author)) {
      if (names.size === mostNames) {
        return [...names];
      }
      names.add(name);
    }
  }
  return [...names];
}

function namesOf({ name, email }: Author): readonly string[] {
  const handle = /^(?:\d+[+-])?([\w-]+)@users\.noreply\./i.exec(email)?.[1] ?? '';
  // What stands in brackets is a company, a time zone, a pronoun.
  const parts =
    name
      .slice(0, longestFullName)
      .replace(/\([^)]*\)|\[[^\]]*\]|<[^>]*>| via .*/g, ' ')
      .match(/@?[\p{L}\p{M}\p{N}_'’-]+/gu) ?? [];
  return [...parts, handle].map(asWord).filter(isName);
}

/** As words of a text are read. */
function asWord(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[@'-]+|['-]+$/g, '');
}

function isName(word: string): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  return letters > 1 && word.length <= longestName && !common.has(word);
}

function isProgram({ name, email }: Author): boolean {
  const account = email.replace(/@.*/s, '');
  return (
    /\[bot\]|\bbot\b|[a-z]bot$|-robot\b/i.test(name) ||
    /\[bot\]|^(?:\w+-)?(?:bot|no-?reply|do-?not-?reply)$/i.test(account) ||
    wordsOf(name).some((word) => programs.has(word))
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Accounts of these are tools and services, whatever else is in the name. */
const programs = listed(
  `actions allcontributors appveyor autofix autoroller azure bors bot bots buildkite builder ci circleci codecov codex codespace
  copilot crowdin dependabot deploy deployer devops github gitlab greenkeeper homu imgbot jenkins lokalise mergify netlify pipeline
  prow pyup release renovate robot semantic sentry snyk sonarcloud synchronizer teamcity tekton transifex translations vercel
  weblate workflow`,
);

/** Names that are words of English too, so that a sentence about a page or a price would read as one about a person. */
const words = `able art august april ash bank banks bay bell berry best bill black blue bond book bow bright brook brown buck bud build
  burn bush call card case cash chance chase church clay clear cliff close cloud cold cole cook cool core count craft crane cross crystal
  dale data dawn day days dean dial drew drop duke early east ever fair faith fall fast field fields fine finish fire fish flag flood
  ford forest found fox frank free french frost gene gift glass gold golden good grace grand grant grave gray green grey ground guest
  guide guy hand hard head heart high hill home hood hook hope house hunt hunter ivory jack jewel join joy judge july june just justice
  keen key keys king knight lab lake lamb land lane large last law lay lead lean legend light line link little live local long lord
  love low luck major man many march mark marks marsh master matter max may mayor mid mile miles mill mine mint money moon moor more
  moss nature never new news nice night noble north now off one open own page paint park parks part pass pat patch peace penny pepper
  pick pike place plain point pole pool poor pope port post pot power powers price prince print prize proper prosper queen quick rain
  ran ray read reed reef rice rich ride ring rise rivers rob rock rod rose round royal run rush safe saint sale salt sand sandy saw
  say self sharp shell shore short sides silver simple single skip sky slim small smart snow sole some son song south spark speed
  spring spy square star start steel step stone storm strange stream street strong sue sugar summer sun sweet swift table tall task
  tax temple thing till today top town tree true trust try turn van violet wade wait wall walls want war ward waters way weaver weeks
  well wells west wheel white wild will wills win wind wing winter wise wish wolf wood woods word words work worth wright yard york
  young`;

/** Words of one sentence or another, particles of names, and what is short for something. */
const small = `ad ai al am an and any as at be by can cd ci da das de dem den der des di do dos du ed eh el em en et for from go he
  her him his hi how id ii iii in inc io ip is it iv jr la le let li llc ltd me ml mr mrs ms my no not of oh ok on or os our out pc
  phd pr qa ran she so sr td ten ter that the their they this to two ui up us user ux van vm von was we who with yes you your zu zum`;

/** Tools and languages, roles, and what stands where nobody set a name. */
const things = `account admin administrator agent analyst android anonymous api app bash beta branch build client cloud coder
  computer consultant core dart data default desktop dev developer developers development docker elixir engineer engineering first
  git go guest info java js kotlin kubernetes laptop last linux localhost mac macbook machine mail main maintainer maintainers
  manager name node nobody null office ops owner perl php platform project python release repo root ruby rust scala security server
  service setup site software staff student support system team tech test tester testing tool tools ubuntu undefined unknown
  username users web windows`;

const common = listed(`${words} ${small} ${things}`);
