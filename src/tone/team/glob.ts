/**
 * Whether a path matches a glob: `*` within a folder, `**` over folders, `?`, `[abc]`, `{a,b}`. A glob without a slash matches in
 * every folder, as in `.gitignore`; one that ends with a slash matches everything in that folder.
 * @param path relative, with forward slashes.
 */
export function matchesGlob(path: string, glob: string): boolean {
  return patternOf(glob).test(path.replace(/^\.?\//, ''));
}

const patterns = new Map<string, RegExp>();

function patternOf(glob: string): RegExp {
  let pattern = patterns.get(glob);
  if (pattern === undefined) {
    pattern = new RegExp(`^${source(withFolders(glob))}$`, 'u');
    patterns.set(glob, pattern);
  }
  return pattern;
}

function withFolders(glob: string): string {
  const open = glob.endsWith('/') ? `${glob}**` : glob;
  const rooted = open.replace(/^\.?\//, '');
  return glob.replace(/\/$/, '').includes('/') ? rooted : `**/${rooted}`;
}

const TOKENS = /\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|\{[^{}]*\}|[\s\S]/gu;

function source(glob: string): string {
  return (glob.match(TOKENS) ?? []).map(tokenSource).join('');
}

function tokenSource(token: string): string {
  switch (token) {
    case '**/':
      return '(?:[^/]+/)*';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    default:
      return tokenGroupSource(token);
  }
}

function tokenGroupSource(token: string): string {
  if (token.length > 1 && token.startsWith('{')) {
    return `(?:${token.slice(1, -1).split(',').map(source).join('|')})`;
  }
  if (token.length > 1 && token.startsWith('[')) {
    const negated = token.startsWith('[!');
    const set = token.slice(negated ? 2 : 1, -1).replace(/[\\^\]&~|[(){}/]/g, '\\$&');
    return isRangeInOrder(set) ? `[${negated ? '^' : ''}${set}]` : escaped(token);
  }
  return escaped(token);
}

/** `[z-a]` is no set; it stands for itself. */
function isRangeInOrder(set: string): boolean {
  return [...set.matchAll(/(.)-(.)/gu)].every(([, low, high]) => (low ?? '') <= (high ?? ''));
}

function escaped(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
