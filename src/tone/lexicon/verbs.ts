import { inflect } from './inflect.js';

/** Verbs that engineers use of each other's work, in their base form. Rewrites inflect these and no others. */
const list = `
abandon abort abuse accept access accuse achieve acknowledge act adapt add address adjust admit adopt advise affect agree alert align allow alter amend
analyse analyze announce annotate answer apologise apologize appear append apply appoint appreciate approach approve archive argue arrange ask assert assess
assign assume attach attack attempt attend audit automate avoid backport bake ban barge batch be bear beat become begin behave believe benchmark blame blast
block bloat blow blur book bother botch bounce break bring bug build bump bundle bungle burn bury butcher buy bypass cache calculate capitalise capitalize call cancel care
carry catch categorise cause challenge change charge chase chat check cherry-pick choose claim clarify clean clear clobber clone close coach code collect combine come
comment commit communicate compare compile complain complete complicate compromise compute concatenate configure confirm confuse connect consider consult contact contain continue contribute
control convert convince coordinate copy correct corrupt cost count couple cover craft cram crash create credit criticise criticize cross cut damage deal debug
decide declare decline deduplicate default defer define delay delegate delete deliver demand deny depend deploy deprecate derail describe deserve design destroy detail detect determine develop
diagnose dictate disable disagree disappear discard disconnect discuss dismiss display disregard disrupt distribute ditch divide do document dodge double double-check downgrade download draft drag drain draw drive
drop dump duplicate edit elaborate email embed enable encode encourage end enforce ensure enter erase escalate escape estimate evaluate examine exceed exclude execute exist expand expect explain explore
export expose express extend extract face fail fall fat-finger feed feel fetch fight figure file fill filter find finish fire fix flag flatten flood flush focus follow force force-push
forget fork format forward freeze fuck fumble gather generate get give go google grant group grow guard guess guide halt hammer hand handle hang happen hardcode hate have hear help
hide highlight hijack hit hold hope hurt identify ignore implement import improve include increase inform initialise initialize inline inspect install insult integrate interrupt introduce invalidate invent invest
investigate invite involve isolate iterate join judge jump justify keep kick kill knock know label lack land last laugh launch lead leak learn leave lecture let lie lift limit link lint list
listen load lock log look lose love maintain make manage mangle mark mask match matter mean measure mention merge mess migrate mind miss misconfigure misjudge mislead misread misspell mistake mistype misunderstand
misuse mix mock modify monitor move multiply mute name need neglect negotiate notice notify offer omit open operate optimise optimize order organise organize output outsource overcomplicate overlook overload overrule
override overwrite own pack page paint panic parse participate pass paste patch pause pay perform persist phrase pick pile pin ping place plan play plot point poison polish pollute poll post postpone
prefer prepare present preserve press pretend prevent print prioritise prioritize process produce profile promise propose protect prove provide publish pull push put query question queue quit quote race raise ramble ran
rate reach react read realise realize rearrange rebase rebuild recall receive recommend reconsider record recover redesign redo reduce refactor refer reference reflect refuse regenerate register reinvent reject relate release
rely remember remind remove rename render reopen reorder repair repeat rephrase replace reply report represent reproduce request require rerun research reset reshape resolve respect respond restart restore restrict restructure resubmit
result retry return reuse revert review revise revisit revoke rewrite ride risk roll rotate round route ruin run rush sabotage save say scan schedule scrap screw scroll search secure see seem select sell send separate
serve set settle shadow shame share ship shout shove show shut sign silence simplify sit skim skip slap slip slow sneak snooze solve sort sound spam speak specify spell spend split spoil spot spread squash stage stall stand
start state stay steal steamroll step stick stop store stress stretch strip structure stuff submit subscribe suffer suggest summarise summarize supply support suppose suppress surface survive suspend swallow swap switch sync tag take talk target
teach tear tell terminate test thank think throttle throw tidy tie time toggle tolerate torpedo touch trace track trample transfer transform translate trash treat trigger trim troll troubleshoot trust try tune turn tweak twist type
undermine understand undo uninstall unlock unpin update upgrade upload use validate vanish verify version view violate visit vote wait wake walk want warn waste watch weaken wipe wish withdraw withhold wonder work worry wrap wreck write yank yell
`;

/** The ways in which a word can be a form of a verb. */
export type FormName = 'base' | 's' | 'past' | 'participle' | 'ing';

/** A verb as a word shows it. */
export interface VerbReading {
  readonly base: string;
  readonly form: FormName;
}

let readings: ReadonlyMap<string, readonly VerbReading[]> | undefined;

function build(): ReadonlyMap<string, readonly VerbReading[]> {
  const found = new Map<string, VerbReading[]>();
  const add = (word: string, base: string, form: FormName): void => {
    const known = found.get(word) ?? [];
    found.set(word, known);
    if (!known.some((one) => one.base === base && one.form === form)) {
      known.push({ base, form });
    }
  };
  for (const base of list.split(/\s+/).filter((word) => word !== '')) {
    add(base, base, 'base');
    add(formOf(base, 's'), base, 's');
    for (const past of inflect(base).past.slice(0, 1)) {
      add(past, base, 'past');
    }
    add(formOf(base, 'participle'), base, 'participle');
    add(formOf(base, 'ing'), base, 'ing');
  }
  for (const [word, form] of [
    ['am', 's'],
    ['are', 'base'],
    ['were', 'past'],
  ] as const) {
    add(word, 'be', form);
  }
  return found;
}

/** The verbs that a word can be a form of, in lower case; none for other words. */
export function verbsOf(word: string): readonly VerbReading[] {
  readings ??= build();
  return readings.get(word) ?? [];
}

/** The base form of the verb that a word is in one of these forms; `undefined` where it is none. */
export function baseIn(word: string, ...forms: readonly FormName[]): string | undefined {
  return verbsOf(word).find(({ form }) => forms.includes(form))?.base;
}

/** A form of a verb. */
export function formOf(base: string, form: FormName): string {
  const { s, past, ing } = inflect(base);
  const byForm = { base, s, past: past[0], participle: past.at(-1), ing };
  return byForm[form] ?? base;
}
