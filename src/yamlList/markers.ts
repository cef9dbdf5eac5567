/** The two sides of a text with conflict markers, and what they come from where git wrote that, too. */
export interface Sides {
  readonly ours: string;
  readonly theirs: string;
  readonly base?: string;
}

type Side = 'both' | 'ours' | 'base' | 'theirs';

/**
 * Takes a text with git's conflict markers apart.
 * @returns `undefined` when there are none, or they do not match up.
 */
export function sidesOf(text: string): Sides | undefined {
  const sides = { ours: '', theirs: '', base: '' };
  let side: Side = 'both';
  let found = false;
  let known = true;
  for (const line of text.split(/(?<=\n)/)) {
    const next = sideAfter(line, side);
    if (next === 'broken') {
      return undefined;
    }
    if (next !== side) {
      found = true;
      known &&= !(side === 'ours' && next === 'theirs');
      side = next;
      continue;
    }
    for (const name of ['ours', 'theirs', 'base'] as const) {
      if (side === 'both' || side === name) {
        sides[name] += line;
      }
    }
  }
  if (!found || side !== 'both') {
    return undefined;
  }
  const { ours, theirs, base } = sides;
  return known ? { ours, theirs, base } : { ours, theirs };
}

function sideAfter(line: string, side: Side): Side | 'broken' {
  const marker = /^(<{7}|\|{7}|={7}|>{7})(?:\s|$)/.exec(line)?.[1]?.[0];
  switch (marker) {
    case '<':
      return side === 'both' ? 'ours' : 'broken';
    case '|':
      return side === 'ours' ? 'base' : 'broken';
    case '=':
      return side === 'ours' || side === 'base' ? 'theirs' : 'broken';
    case '>':
      return side === 'theirs' ? 'both' : 'broken';
    default:
      return side;
  }
}
