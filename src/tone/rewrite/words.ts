/** Small classes of words that the steps of a rewrite ask for. */
const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const adverbs = set(
  'always never just only even really actually still again so very too quite also already simply totally completely clearly obviously evidently apparently definitely literally seriously honestly basically probably constantly continually deliberately intentionally conveniently carelessly lazily blindly stubbornly blatantly ever once finally yet now then fucking damn bloody goddamn frankly repeatedly suddenly purposely routinely consistently regularly habitually all both somehow magically merrily happily ofcourse blithely quietly silently randomly basically perpetually forever at least',
);
export const absolutes = set(
  'always never constantly continually repeatedly forever routinely consistently habitually perpetually ever',
);
/** Ends the words that an act is done to: what follows tells when, where and how. */
export const adjuncts = set(
  'with in on at by for from during after before since without through via into onto over under to about as because when while whenever where which who that so and but or if unless until although though yet than instead despite except again yesterday today tomorrow tonight now twice everywhere already too then here there anyway once every each last next this-time later earlier yet either apart off up down back like behind against between within',
);
/** Words with which a clause goes on that cannot stand by itself. */
export const subordinators = set(
  'because since where which who when while before after until unless if as that although though so-that whenever whose for with without in on at by to from via',
);
export const connectors = set('and but so then or yet plus also thus therefore hence');
export const determiners = set(
  'a an the this that these those my our your his her its their every each all some any no both another one two three',
);
export const negations = set('not never');
export const modals = set('should could would might must');
/** Subjects that one is when an act was done to one. */
export const subjectForms: Readonly<Record<string, string>> = {
  me: 'I',
  us: 'we',
  him: 'he',
  her: 'she',
  them: 'they',
};
/** What breaks by itself in English: "the build broke" needs nobody who broke it. */
export const ergative = set('break crash fail stop slow leak hang freeze');
/** Who can be told or asked something: "we were not told". */
export const telling = set(
  'tell inform notify warn ask consult invite thank credit include involve show teach answer give send ping',
);
/** What people do to shared work besides harm, so that it can be told as what was done. */
const deeds = set(
  'assign invent reinvent rubber-stamp schedule block design implement test review document update cut reject ask answer build create define generate import install lock log migrate name pick plan port prefix print process publish pull query queue raise refactor release replace report request reserve reset restore return reuse round run save schedule select send serve share sign solve sort split squash start store structure submit suppress swap sync tag target track translate trigger trim tweak update upgrade upload validate verify wrap escalate estimate decide discuss hide keep lose mention notice raise spend blow hold catch check consider explain fix follow give handle hand include measure mark monitor move open own plan promise repeat resolve see show tell treat understand use withhold',
);
/** Harm that is told as what happened; all else a person is asked to do. */
export const harms = set(
  'break ruin destroy crash mess screw wreck damage corrupt delete drop remove lose skip ignore forget miss overlook neglect dismiss disregard bypass block delay hide leave merge push deploy force-push rename overwrite override revert rewrite copy paste paste ship release disable silence mute rush rubber-stamp approve reject close reopen change move introduce add commit hardcode duplicate misread misunderstand misspell reinvent undo dump throw postpone abandon interrupt swallow suppress upgrade downgrade bump touch let make put take turn use write read run call set',
);

/** Whether an act is told as what happened to its object. */
export function isDeed(base: string): boolean {
  return harms.has(base) || deeds.has(base);
}
