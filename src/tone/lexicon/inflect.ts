/** The forms of one verb. */
export interface VerbForms {
  readonly base: string;
  readonly s: string;
  readonly past: readonly string[];
  readonly ing: string;
}

const irregularPast: Readonly<Record<string, readonly string[]>> = {
  break: ['broke', 'broken'],
  forget: ['forgot', 'forgotten'],
  lie: ['lied'],
  steal: ['stole', 'stolen'],
  get: ['got', 'gotten'],
  panic: ['panicked'],
  make: ['made'],
  feel: ['felt'],
  give: ['gave', 'given'],
  throw: ['threw', 'thrown'],
  write: ['wrote', 'written'],
  take: ['took', 'taken'],
  leave: ['left'],
  lose: ['lost'],
  blow: ['blew', 'blown'],
  shit: ['shat', 'shitted'],
  let: ['let'],
  put: ['put'],
  think: ['thought'],
  know: ['knew', 'known'],
  understand: ['understood'],
  say: ['said'],
  tell: ['told'],
  hide: ['hid', 'hidden'],
  cheat: ['cheated'],
  wreak: ['wreaked'],
  do: ['did', 'done'],
  go: ['went', 'gone'],
  come: ['came'],
  see: ['saw', 'seen'],
  read: ['read'],
  send: ['sent'],
  spend: ['spent'],
  choose: ['chose', 'chosen'],
  fuck: ['fucked'],
  shove: ['shoved'],
  bring: ['brought'],
  cost: ['cost'],
  mislead: ['misled'],
  misread: ['misread'],
  misunderstand: ['misunderstood'],
  overlook: ['overlooked'],
  sweep: ['swept'],
  run: ['ran', 'run'],
  undo: ['undid', 'undone'],
  find: ['found'],
  quit: ['quit'],
  drive: ['drove', 'driven'],
  keep: ['kept'],
  pay: ['paid'],
  speak: ['spoke', 'spoken'],
  teach: ['taught'],
  overwrite: ['overwrote', 'overwritten'],
  rewrite: ['rewrote', 'rewritten'],
  redo: ['redid', 'redone'],
  build: ['built'],
  rebuild: ['rebuilt'],
  stick: ['stuck'],
  override: ['overrode', 'overridden'],
  be: ['was', 'been'],
  have: ['had'],
  bear: ['bore', 'borne'],
  beat: ['beat', 'beaten'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  burn: ['burned'],
  buy: ['bought'],
  catch: ['caught'],
  deal: ['dealt'],
  draw: ['drew', 'drawn'],
  fall: ['fell', 'fallen'],
  feed: ['fed'],
  fight: ['fought'],
  freeze: ['froze', 'frozen'],
  grow: ['grew', 'grown'],
  hang: ['hung'],
  hear: ['heard'],
  hit: ['hit'],
  hold: ['held'],
  hurt: ['hurt'],
  learn: ['learned'],
  lead: ['led'],
  mean: ['meant'],
  mistake: ['mistook', 'mistaken'],
  prove: ['proved'],
  rerun: ['reran', 'rerun'],
  reset: ['reset'],
  ride: ['rode', 'ridden'],
  sell: ['sold'],
  set: ['set'],
  show: ['showed', 'shown'],
  shut: ['shut'],
  sit: ['sat'],
  split: ['split'],
  spread: ['spread'],
  stand: ['stood'],
  swallow: ['swallowed'],
  tear: ['tore', 'torn'],
  wake: ['woke', 'woken'],
  withdraw: ['withdrew', 'withdrawn'],
  withhold: ['withheld'],
  cut: ['cut'],
  broadcast: ['broadcast'],
  meet: ['met'],
  eat: ['ate', 'eaten'],
  win: ['won'],
};
/** Verbs of more than one syllable whose last letter is doubled before an ending; shorter ones follow a rule. */
const doubled: ReadonlySet<string> = new Set(
  'omit commit forget babysit submit admit refer defer transfer prefer control debug format occur unpin rerun reset overlap permit hotplug'.split(
    ' ',
  ),
);

/** Whether the last letter of a verb is doubled before an ending: "skip", "commit". */
function doubles(verb: string): boolean {
  return (
    doubled.has(verb) || /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || /^[^aeiou]*qu[aeiou][^aeiouwxy]$/.test(verb)
  );
}

function pastOf(verb: string): readonly string[] {
  const irregular = irregularPast[verb];
  if (irregular !== undefined) {
    return irregular;
  }
  if (verb.endsWith('e')) {
    return [`${verb}d`];
  }
  if (/[^aeiou]y$/.test(verb)) {
    return [`${verb.slice(0, -1)}ied`];
  }
  return [doubles(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`];
}

function ingOf(verb: string): string {
  if (verb === 'lie') {
    return 'lying';
  }
  if (verb.endsWith('e') && !/[eoy]e$/.test(verb)) {
    return `${verb.slice(0, -1)}ing`;
  }
  return doubles(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

function thirdOf(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) {
    return `${verb}es`;
  }
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** Inflects a regular verb, and the irregular ones that the lexicon has. */
export function inflect(verb: string): VerbForms {
  return { base: verb, s: thirdOf(verb), past: pastOf(verb), ing: ingOf(verb) };
}

/** The plural of a regular noun. */
export function plural(noun: string): string {
  return thirdOf(noun);
}
