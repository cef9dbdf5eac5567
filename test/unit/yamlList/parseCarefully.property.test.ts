import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { parse, parseInSteps, updateInSteps } from '../../../src/commitments/commitmentFile.js';
import { mergeCommitments } from '../../../src/commitments/commitmentMerge.js';
import { mergeNorms } from '../../../src/norms/normsMerge.js';
import { doubledKeys, parseCarefully, plainData } from '../../../src/yamlList/parseCarefully.js';
import { largestPiece } from '../../../src/yamlList/parsing.js';
import { runs } from '../runs.js';

const token = fc.constantFrom(
  ...['- ', '? ', ': ', 'a: ', '"b": ', '{', '[', ']', '}', ',', '&a ', '*a ', '!t ', '"', "'", '|\n', '>\n'],
  ...['\n', '\n  ', '#', '\t', '---\n', '...\n', 'a', '%', '<<: ', ' :\n'],
);
const someYaml = fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(''));

describe('YAML from anywhere', () => {
  it('reads as with the library, but for keys that stand twice', () => {
    fc.assert(
      fc.property(someYaml, (text) => {
        const document = parseCarefully(text);
        const theirs = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
        assert.ok(document !== undefined);
        const errors = theirs.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
        assert.deepEqual(
          document.errors.map(({ code, pos }) => ({ code, pos })),
          errors.map(({ code, pos }) => ({ code, pos })),
        );
        const isDoubled = theirs.errors.some(({ code }) => code === 'DUPLICATE_KEY');
        assert.ok(!isDoubled || doubledKeys(document).length > 0);
        if (theirs.errors.length === 0 && !/[*?!]|<<|[[{:][\s\S]*:/.test(text)) {
          assert.deepEqual(plainData(document.contents) ?? null, theirs.toJS());
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('never uses up the stack, however deep it nests', function () {
    this.timeout(60_000);
    const unit = fc.array(token, { minLength: 1, maxLength: 4 }).map((tokens) => tokens.join(''));
    const ladder = unit.map((part) => Array.from({ length: 300 }, (_, level) => ' '.repeat(level) + part).join('\n'));
    fc.assert(
      fc.property(
        fc.oneof(
          unit.map((part) => part.repeat(2000)),
          ladder,
        ),
        (text) => {
          const errors = parseCarefully(text)?.errors ?? [];
          assert.ok(!errors.some(({ message }) => message.includes('call stack')));
        },
      ),
      { numRuns: runs(60) },
    );
    for (const part of ['- ', '? ', '[', '{? ', 'a: :\n', ': ']) {
      assert.equal(parseCarefully(part.repeat(5000)), undefined, part);
    }
  });
});

const head = 'version: 1\ncommitments:\n';
const first = `${head}  - id: a\n`;
const upTo = (length: number, part: string) => part.repeat(Math.ceil(length / part.length));

/** Shapes that took seconds or more for some hundred kilobytes. */
const slow: Readonly<Record<string, (length: number) => string>> = {
  'keys that stand twice': (length) => upTo(length, 'a: 1\n'),
  'many keys': (length) => Array.from({ length: length / 8 }, (_, index) => `k${index}: 1\n`).join(''),
  'keys above the list': (length) => `${Array.from({ length: length / 8 }, (_, at) => `k${at}: 1\n`).join('')}${first}`,
  'keys in an item': (length) => first + Array.from({ length: length / 12 }, (_, at) => `    k${at}: 1\n`).join(''),
  quotes: (length) => upTo(length, '"\n'),
  brackets: (length) => upTo(length, ']'),
  braces: (length) => upTo(length, '{}'),
  comments: (length) => upTo(length, '#\n'),
  'comments in an item': (length) => first + upTo(length, '    #\n'),
  'conflict markers': (length) => upTo(length, '<<<<<<< a\n'),
  'broken items': (length) => head + upTo(length, '  - "\n'),
  'empty items': (length) => head + upTo(length, '  -\n'),
  'an id again and again': (length) => head + upTo(length, '  - id: a\n'),
};

/** The longest wait for a step, in milliseconds. Steps after some time are as those before. */
function longestStep(steps: Generator<void, unknown>): number {
  const begin = performance.now();
  let longest = 0;
  for (let done = false; !done && performance.now() - begin < 600; ) {
    const start = performance.now();
    done = steps.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

describe('A list that was made to be slow', () => {
  for (const [title, make] of Object.entries(slow)) {
    it(`keeps nobody waiting: ${title}`, function () {
      this.timeout(60_000);
      const before = parse(`${first}  - id: b\n`);
      for (const length of [largestPiece - 100, 2_000_000]) {
        const text = make(length);
        assert.ok(longestStep(parseInSteps(text)) < 5000, `${length} characters, read`);
        assert.ok(longestStep(updateInSteps(before, text)) < 5000, `${length} characters, after a change`);
      }
    });

    it(`is merged, or left to git, in a moment: ${title}`, function () {
      this.timeout(60_000);
      for (const length of [200_000, 2_000_000]) {
        const text = make(length);
        const start = performance.now();
        mergeCommitments('', text, `${text}  - id: b\n`);
        mergeNorms('', text, `${text}  - id: b\n`);
        assert.ok(performance.now() - start < 25_000);
      }
    });
  }

  it('is shown whole, and nothing is written into it', () => {
    const text = `${upTo(largestPiece, '# x\n')}${head}  - id: b0000001\n    promise: x\n`;
    const file = parse(text);
    assert.equal(file.text, text);
    assert.equal(file.commitments.length, 1);
    assert.match(file.refusal?.message ?? '', /^This has \d+ characters and is not read; up to 60000 are/);
  });
});
