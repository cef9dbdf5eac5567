/** The longest glob that is matched, and the longest list of globs, in UTF-16 units: the time is in proportion to the length. */
export const globLimits = { each: 500, all: 10_000 } as const;

/**
 * Whether a path matches a glob: `*` within a folder, `**` over folders, `?`, `[abc]`, `[!abc]`, `{a,b}`. A glob without a slash
 * matches in every folder, as in `.gitignore`; one that ends with a slash matches everything in that folder. The time is at most in
 * proportion to the length of the glob times the length of the path, whatever is in them. A glob over the limit matches nothing.
 * @param path relative, with forward slashes.
 */
export function matchesGlob(path: string, glob: string): boolean {
  return glob.length <= globLimits.each && matchesWhole(withoutRoot(path), withFolders(glob));
}

/** The same, but a glob without a slash matches in the top folder only, as in the settings of VS Code. */
export function matchesGlobFromTop(path: string, glob: string): boolean {
  return glob.length <= globLimits.each && matchesWhole(withoutRoot(path), withFolders(`./${withoutRoot(glob)}`));
}

/** The globs of a list that are within the limits; those after the total is used up are left out. */
export function globsWithinLimits(globs: readonly string[]): readonly string[] {
  const short = globs.filter((glob) => glob.length <= globLimits.each);
  let total = 0;
  return short.filter((glob) => {
    total += glob.length;
    return total <= globLimits.all;
  });
}

function withFolders(glob: string): string {
  const open = glob.endsWith('/') ? `${glob}**` : glob;
  return glob.replace(/\/$/, '').includes('/') ? withoutRoot(open) : `**/${withoutRoot(open)}`;
}

function withoutRoot(path: string): string {
  return path.replace(/^\.?\//, '');
}

/** Places between the characters of a path, ascending, each once. */
type Places = readonly number[];

/** A part of a glob: the places that it can end at when it begins at one of `from`. */
type Part = (path: readonly string[], from: Places) => Places;

function matchesWhole(path: string, glob: string): boolean {
  const characters = [...path];
  return follow(partsOf(glob), characters, [0]).at(-1) === characters.length;
}

function follow(parts: readonly Part[], path: readonly string[], from: Places): Places {
  let places = from;
  for (const part of parts) {
    if (places.length === 0) {
      break;
    }
    places = part(path, places);
  }
  return places;
}

const parsed = new Map<string, readonly Part[]>();
const mostParsed = 1000;

function partsOf(glob: string): readonly Part[] {
  let parts = parsed.get(glob);
  if (parts === undefined) {
    parts = parse(tokensOf(glob));
    if (parsed.size >= mostParsed) {
      parsed.clear();
    }
    parsed.set(glob, parts);
  }
  return parts;
}

/** A piece of a glob as written; an opening brace has its alternatives. */
interface Token {
  readonly text: string;
  alternatives?: readonly (readonly Token[])[];
}

const written = /\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|./gsu;

/** The tokens of a glob, with those between a pair of braces inside of it. A brace without its partner stands for itself. */
function tokensOf(glob: string): readonly Token[] {
  const open: { before: Token[]; done: Token[][] }[] = [];
  let current: Token[] = [];
  for (const [text] of glob.matchAll(written)) {
    const inner = open.at(-1);
    if (text === '{') {
      open.push({ before: current, done: [] });
      current = [];
    } else if (text === ',' && inner !== undefined) {
      inner.done.push(current);
      current = [];
    } else if (text === '}' && inner !== undefined) {
      open.pop();
      const alternatives = [...inner.done, current];
      current = inner.before;
      current.push({ text: '{}', alternatives });
    } else {
      current.push({ text });
    }
  }
  return open.reduceRight((last, { before, done }) => [...before, { text: '{' }, ...joined([...done, last])], current);
}

/** Alternatives that turned out to be none, with the commas between them. */
function joined(alternatives: readonly (readonly Token[])[]): readonly Token[] {
  return alternatives.flatMap((tokens, index) => (index === 0 ? tokens : [{ text: ',' }, ...tokens]));
}

function parse(tokens: readonly Token[]): readonly Part[] {
  return tokens.map(({ text, alternatives }) => (alternatives ? anyOf(alternatives.map(parse)) : partOf(text)));
}

function partOf(token: string): Part {
  switch (token) {
    case '**/':
      return folders;
    case '**':
      return run(() => true);
    case '*':
      return run(isInName);
    case '?':
      return one(isInName);
    default:
      return token.length > 1 && token.startsWith('[') ? setOf(token) : one((character) => character === token);
  }
}

function isInName(character: string): boolean {
  return character !== '/';
}

function one(accepts: (character: string) => boolean): Part {
  return (path, from) => {
    const reached: number[] = [];
    for (const at of from) {
      const character = path[at];
      if (character !== undefined && accepts(character)) {
        reached.push(at + 1);
      }
    }
    return reached;
  };
}

/** Any number of characters. */
function run(accepts: (character: string) => boolean): Part {
  return (path, from) => {
    const reached: number[] = [];
    for (const start of from) {
      // What an earlier start went through was reached from there.
      if (start <= (reached.at(-1) ?? -1)) {
        continue;
      }
      reached.push(start);
      for (let at = start; at < path.length && accepts(path[at] ?? '/'); at++) {
        reached.push(at + 1);
      }
    }
    return reached;
  };
}

/** Any number of whole folders, each with the slash behind it. */
function folders(path: readonly string[], from: Places): Places {
  const starts = new Set(from);
  const reached: number[] = [];
  let inName = false;
  let behindFolder = false;
  for (let at = from[0] ?? path.length; at <= path.length; at++) {
    const begins: boolean = behindFolder || starts.has(at);
    if (begins) {
      reached.push(at);
    }
    const isSlash = path[at] === '/';
    behindFolder = isSlash && inName;
    inName = !isSlash && (begins || inName);
  }
  return reached;
}

function anyOf(alternatives: readonly (readonly Part[])[]): Part {
  return (path, from) => {
    const isReached = new Uint8Array(path.length + 1);
    for (const parts of alternatives) {
      for (const at of follow(parts, path, from)) {
        isReached[at] = 1;
      }
    }
    return [...isReached.keys()].filter((at) => isReached[at] === 1);
  };
}

/** `[a-z.]` or `[!a-z.]`: one character. `[z-a]` is no set and stands for itself. */
function setOf(token: string): Part {
  const isNegated = token.startsWith('[!') && token !== '[!]';
  const ranges = [...token.slice(isNegated ? 2 : 1, -1).matchAll(/(.)-(.)|./gsu)].map(([single, low, high]) => ({
    low: codeOf(low ?? single),
    high: codeOf(high ?? single),
  }));
  if (ranges.some(({ low, high }) => low > high)) {
    const characters = [...token].map((character) => one((other) => other === character));
    return (path, from) => follow(characters, path, from);
  }
  return one((character) => {
    const code = codeOf(character);
    return isInName(character) && ranges.some(({ low, high }) => low <= code && code <= high) !== isNegated;
  });
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
