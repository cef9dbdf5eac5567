import assert from 'node:assert/strict';
import fc from 'fast-check';
import { globLimits, globsWithinLimits, matchesGlob, matchesGlobFromTop } from '../../../src/tone/team/glob.js';
import { anyText } from '../anyText.js';
import { runs } from '../runs.js';

/** Stands where a brace was, so that a star before it and a star in it do not become one sign. */
const seam = '¦';

/** Plain globs for one with braces: each choice written out. Only for short globs. */
function spelledOut(glob: string): readonly string[] {
  const close = closings(glob);
  const open = [...close.keys()].sort((a, b) => a - b)[0];
  if (open === undefined) {
    return [glob];
  }
  const end = close.get(open) ?? open;
  const head = glob.slice(0, open);
  return alternatives(glob.slice(open + 1, end))
    .flatMap(spelledOut)
    .flatMap((inner) => spelledOut(glob.slice(end + 1)).map((rest) => [head, inner, rest].join(seam)));
}

/** Sets are blanked, so that a brace in one is not counted. */
function withoutSets(glob: string): string {
  return glob.replace(/\[!?[^\]/]+\]/g, (set) => ' '.repeat(set.length));
}

function closings(glob: string): Map<number, number> {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  [...withoutSets(glob)].forEach((sign, at) => {
    if (sign === '{') {
      open.push(at);
    } else if (sign === '}' && open.length > 0) {
      pairs.set(open.pop() ?? 0, at);
    }
  });
  return pairs;
}

function alternatives(inner: string): readonly string[] {
  const pairs = [...closings(inner)];
  const commas = [...withoutSets(inner)].flatMap((sign, at) =>
    sign === ',' && !pairs.some(([from, to]) => from < at && at < to) ? [at] : [],
  );
  return [-1, ...commas].map((comma, index) => inner.slice(comma + 1, commas[index]));
}

/** The meaning of a glob in the plainest words, by trying everything. */
function matchesSlowly(path: string, glob: string): boolean {
  if (glob === '') {
    return path === '';
  }
  if (glob.startsWith(seam)) {
    return matchesSlowly(path, glob.slice(1));
  }
  const tails = Array.from(
    { length: path.length + 1 },
    (_, length) => [path.slice(0, length), path.slice(length)] as const,
  );
  const after = (token: string, fits: (head: string) => boolean): boolean =>
    tails.some(([head, tail]) => fits(head) && matchesSlowly(tail, glob.slice(token.length)));
  if (glob.startsWith('**/')) {
    return after('**/', (head) => head === '' || (head.endsWith('/') && !`/${head}`.includes('//')));
  }
  if (glob.startsWith('**')) {
    return after('**', () => true);
  }
  if (glob.startsWith('*')) {
    return after('*', (head) => !head.includes('/'));
  }
  const set = /^\[(!?)([^\]/¦]+)\]/.exec(glob.startsWith('[!]') ? '' : glob);
  const inSet = set?.[2] ?? '';
  if (set !== null && !/c-a/.test(inSet)) {
    const listed = inSet.replace('a-c', 'abc');
    return after(set[0], (head) => head.length === 1 && head !== '/' && listed.includes(head) === (set[1] === ''));
  }
  return after(glob.charAt(0), (head) => (glob.startsWith('?') ? head.length === 1 && head !== '/' : head === glob[0]));
}

function expected(path: string, glob: string): boolean {
  const open = glob.endsWith('/') ? `${glob}**` : glob;
  const rooted = open.replace(/^\.?\//, '');
  const whole = glob.replace(/\/$/, '').includes('/') ? rooted : `**/${rooted}`;
  return spelledOut(whole).some((one) => matchesSlowly(path.replace(/^\.?\//, ''), one));
}

const piece = fc.constantFrom(
  'a',
  'b',
  'c',
  '/',
  '/',
  '*',
  '**',
  '**/',
  '?',
  '{',
  '}',
  ',',
  '[ab]',
  '[!a]',
  '[a-c]',
  '[c-a]',
  '.',
);
const someGlob = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const somePath = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'c', '.', '/', '{', ','), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

/** Made of what takes a matcher that tries everything the longest. */
const hostileParts = ['**/', '*a', '**a', '{a,a}', '{*,**}', '?*', '{**/,*}', '{a,{a,', '*{a', '[!b]*'];
const hostileGlobs = hostileParts.flatMap((part) => {
  const glob = part.repeat(globLimits.each / part.length - 1);
  return [glob, `${glob}b`];
});
const hostilePaths = [
  'a'.repeat(4000),
  'a/'.repeat(2000),
  `${'aaa/'.repeat(60)}x.md`,
  `${'a'.repeat(250)}/`.repeat(16),
];

describe('A glob', () => {
  it('matches what it means', () => {
    fc.assert(
      fc.property(someGlob, somePath, (glob, path) => {
        assert.equal(matchesGlob(path, glob), expected(path, glob), `${glob} on ${path}`);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('never breaks', () => {
    fc.assert(fc.property(anyText({ maxLength: 10 }), fc.string(), (glob, path) => void matchesGlob(path, glob)));
  });

  it('is matched in time that its length bounds, whatever is in it', function () {
    this.timeout(60_000);
    for (const glob of hostileGlobs) {
      for (const path of hostilePaths) {
        const start = performance.now();
        matchesGlob(path, glob);
        assert.ok(performance.now() - start < 8000, `${glob.slice(0, 20)} on ${path.slice(0, 20)}`);
      }
    }
  });

  it('from the top is one that names its folders', () => {
    fc.assert(
      fc.property(someGlob, somePath, (glob, path) => {
        if (glob.includes('/') && !/^\.?\/|^[^/]*\/$/.test(glob)) {
          assert.equal(matchesGlobFromTop(path, glob), matchesGlob(path, glob));
        }
      }),
    );
    assert.deepEqual(
      [
        matchesGlobFromTop('a.md', '*.md'),
        matchesGlobFromTop('b/a.md', '*.md'),
        matchesGlobFromTop('b/a.md', '**/*.md'),
      ],
      [true, false, true],
    );
  });
});

describe('The globs of a list', () => {
  it('are used up to a length each, and together', () => {
    const long = 'a'.repeat(globLimits.each);
    const most = globLimits.all / globLimits.each;
    assert.equal(globsWithinLimits(Array.from({ length: most + 5 }, () => long)).length, most);
    assert.deepEqual(globsWithinLimits([`${long}a`, 'b']), ['b']);
    for (const part of ['{', '[', '{}', '*']) {
      assert.equal(matchesGlob('a', part.repeat(1_000_000)), false);
    }
  });
});
