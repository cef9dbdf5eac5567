/**
 * A new id: 8 hex digits, random so that branches do not collide.
 *
 * Digits alone, or digits around an `e`, would read as a number in YAML; such ids are drawn again, so that no quotes are needed.
 *
 * @param random gives numbers from 0 (included) to 1 (excluded), as `Math.random` does.
 * @param taken ids that are not to be given again.
 */
export function nextId(random: () => number, taken: ReadonlySet<string> = new Set()): string {
  for (;;) {
    const id = Array.from({ length: 8 }, () => Math.floor(random() * 16).toString(16)).join('');
    if (/[a-df]/.test(id) && !taken.has(id)) {
      return id;
    }
  }
}
