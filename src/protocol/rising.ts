/**
 * The places of a longest rising sequence: what may stay where it is while the rest moves. Patience sorting, n log n (M. Fredman,
 * "On computing the length of longest increasing subsequences", 1975).
 */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length, the place of the smallest number that a rising sequence of that length ends with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    const length = firstNotBelow(ends, number, numbers);
    before[place] = length > 0 ? ends[length - 1] : undefined;
    ends[length] = place;
  });
  const places = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) {
    places.add(place);
  }
  return places;
}

function firstNotBelow(ends: readonly number[], number: number, numbers: readonly number[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
