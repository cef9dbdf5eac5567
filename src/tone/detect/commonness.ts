/** Words that stand in every second sentence, about the most common first: poor cues. */
export const veryCommon: ReadonlySet<string> = new Set(
  'the a an to of in is it this that i you we be and or for on with as not are was do can if but have has your my they at by so just should would will what there no all from here its me when more use one then like get need see think could also how any does make why which want now only than don did please am had been because out up about'.split(
    ' ',
  ),
);
const common =
  'even still never always actually really know new same good better time way work works thing things code test tests people he she his her their them who where into some other being done doing go going look looks read add added change changes fix fixed sure right wrong set call called point issue problem bug every already again too very much well let maybe nice great run running own say said mean try trying keep stop write check remove team must may might such first last back seems seem our us these those get getting got off over only yes most many comment comments patch line file name case user users'.split(
    ' ',
  );

/** By word: how much more often it stands in a text than a word that is not common. Of two words the one at twice the rank is half as common. */
const frequencies = new Map([...veryCommon, ...common].map((word, rank) => [word, 30_000 / (rank + 3)]));

const known = new WeakMap<ReadonlySet<string>, number>();

/** How common a set of words is, roughly: the less, the better it is as a cue. */
export function commonness(words: ReadonlySet<string>): number {
  let weight = known.get(words);
  if (weight !== undefined) {
    return weight;
  }
  weight = 0;
  for (const word of words) {
    weight += frequencies.get(word) ?? 1;
  }
  known.set(words, weight);
  return weight;
}
