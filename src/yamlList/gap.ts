/**
 * Where a new item goes among `count` others: before the one at this place, `undefined` when there is none.
 *
 * Two branches that each add at the end always conflict in git, because both add at the same line. So the place comes from the id, and ids
 * are random: two branches meet in one gap only once in `count` times. It is never behind the last item, where git would see an
 * addition and a note to the last item as changes of the same line.
 */
export function gapFor(id: string, count: number): number | undefined {
  return count === 0 ? undefined : Math.floor(fractionOf(id) * count);
}

/** 0 up to, not including, 1: the id itself when it is a hexadecimal number, a hash of it otherwise. */
function fractionOf(id: string): number {
  if (/^[0-9a-f]{8}$/.test(id)) {
    return Number.parseInt(id, 16) / 2 ** 32;
  }
  let hash = 2_166_136_261;
  for (const character of id) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  }
  return (hash >>> 0) / 2 ** 32;
}
