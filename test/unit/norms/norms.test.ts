import assert from 'node:assert/strict';
import { standingOf } from '../../../src/norms/norm.js';
import type { NormsEdit } from '../../../src/norms/normsEdit.js';
import {
  emptyFile,
  itemAt,
  makeEdit,
  parse,
  placeOf,
  rangeOf,
  rebaseEdit,
  update,
} from '../../../src/norms/normsFile.js';
import { mergeMarked, mergeNorms } from '../../../src/norms/normsMerge.js';
import { starterNorms } from '../../../src/norms/starterNorms.js';

const text = `# How we want to be with one another.
version: 1
norms:
  # the first we agreed on
  - id: one-speaks
    text: One person speaks at a time. # and finishes
    why: 'Whoever expects to be interrupted says half of it.'
    adopted: 2026-10-01
    icon: ear
  - id: stays-here
    text: What is said here stays here.
`;

function edited(before: string, edit: NormsEdit): string {
  const result = makeEdit(parse(before), edit);
  assert.ok(result.ok, JSON.stringify(result));
  assert.deepEqual(result.file.norms, parse(result.text).norms);
  return result.text;
}

describe('a norms file', () => {
  it('is read with all that stands in it', () => {
    const file = parse(text);
    assert.deepEqual(file.problems, []);
    assert.deepEqual(
      file.norms.map(({ id, adopted, extra }) => [id, adopted, extra]),
      [
        ['one-speaks', '2026-10-01', { icon: 'ear' }],
        ['stays-here', undefined, {}],
      ],
    );
    assert.equal(
      text.slice(rangeOf(file, 1).start, rangeOf(file, 1).end),
      text.slice(text.indexOf('- id: stays')).trimEnd(),
    );
    const { fields } = placeOf(file, 0);
    const why = fields.get('why')?.value;
    assert.equal(text.slice(why?.start, why?.end), "'Whoever expects to be interrupted says half of it.'");
    assert.equal(itemAt(file, text.indexOf('What is said')), 1);
    assert.equal(itemAt(file, 0), -1);
  });

  it('keeps comments, quotes and keys of its own through edits', () => {
    const after = edited(text, {
      kind: 'edit',
      id: 'one-speaks',
      set: { text: 'We let each other finish.', why: "It's polite: always." },
    });
    assert.equal(
      after,
      text
        .replace('One person speaks at a time.', 'We let each other finish.')
        .replace("'Whoever expects to be interrupted says half of it.'", "'It''s polite: always.'"),
    );
    assert.equal(
      edited(text, { kind: 'adopt', id: 'stays-here', on: '2026-11-20' }),
      `${text}    adopted: 2026-11-20\n`,
    );
    assert.ok(!edited(text, { kind: 'edit', id: 'one-speaks', set: { why: null } }).includes('why'));
  });

  it('grows at its end, and can be put in another order', () => {
    const [first] = starterNorms;
    assert.ok(first);
    const after = edited(text, { kind: 'add', norm: { ...first, id: 'fresh' } });
    assert.ok(after.startsWith(text));
    assert.deepEqual(
      parse(after).norms.map(({ id }) => id),
      ['one-speaks', 'stays-here', 'fresh'],
    );
    const moved = edited(text, { kind: 'move', id: 'stays-here', before: 'one-speaks' });
    assert.deepEqual(
      parse(moved).norms.map(({ id }) => id),
      ['stays-here', 'one-speaks'],
    );
    assert.match(moved, /# the first we agreed on/);
    assert.deepEqual(parse(edited(text, { kind: 'remove', id: 'stays-here' })).norms.length, 1);
  });

  it('begins with nothing', () => {
    const all = starterNorms.reduce(
      (before, norm) => edited(before, { kind: 'add', norm: { ...norm, adopted: '2026-11-20' } }),
      emptyFile(),
    );
    assert.deepEqual(parse(all).problems, []);
    assert.equal(parse(all).norms.length, starterNorms.length);
    assert.match(edited('', { kind: 'add', norm: { id: 'a', text: 'We listen.' } }), /^version: 1\nnorms:\n/);
  });

  const refusals: readonly (readonly [NormsEdit, string])[] = [
    [{ kind: 'edit', id: 'nobody', set: { text: 'x' } }, 'gone'],
    [{ kind: 'edit', id: 'one-speaks', set: { text: ' ' } }, 'empty-text'],
    [{ kind: 'adopt', id: 'one-speaks', on: 'soon' }, 'bad-date'],
    [{ kind: 'add', norm: { id: 'one-speaks', text: 'x' } }, 'taken-id'],
    [{ kind: 'repair', item: 7, key: 'id', value: 'x' }, 'gone'],
  ];
  for (const [edit, code] of refusals) {
    it(`refuses to ${edit.kind}: ${code}`, () => {
      const result = makeEdit(parse(text), edit);
      assert.equal(result.ok ? 'done' : result.problem.code, code);
    });
  }

  const problems: readonly (readonly [string, string])[] = [
    ['version: 1\nnorms:\n  - text: x\n', 'missing-id'],
    ['version: 1\nnorms:\n  - id: a\n', 'missing-text'],
    ['version: 1\nnorms:\n  - id: a\n    text: x\n    adopted: soon\n', 'bad-date'],
    ['version: 1\nnorms:\n  - id: a\n    text: x\n  - id: a\n    text: y\n', 'duplicate-id'],
    ['version: 9\nnorms:\n', 'newer-version'],
    ['version: 1\nnorms: x\n', 'wrong-type'],
    ['version: 1\nnorms:\n  - x\n', 'wrong-type'],
  ];
  for (const [broken, code] of problems) {
    it(`tells ${code}`, () => {
      assert.deepEqual(
        parse(broken)
          .problems.map((problem) => problem.code)
          .slice(0, 1),
        [code],
      );
    });
  }

  it('can be repaired by place', () => {
    const after = edited('version: 1\nnorms:\n  - text: x\n', { kind: 'repair', item: 0, key: 'id', value: 'fresh' });
    assert.deepEqual(parse(after).problems, []);
  });

  it('is not changed behind the back of another', () => {
    const base = parse(text);
    const theirs = update(base, edited(text, { kind: 'edit', id: 'one-speaks', set: { text: 'Theirs.' } }));
    const mine: NormsEdit = { kind: 'edit', id: 'one-speaks', set: { text: 'Mine.' } };
    const result = rebaseEdit(base, mine, theirs);
    assert.equal(result.ok ? 'done' : result.problem.code, 'moved-meanwhile');
    assert.ok(rebaseEdit(base, { ...mine, id: 'stays-here' }, theirs).ok);
    assert.ok(rebaseEdit(base, { kind: 'add', norm: { id: 'b', text: 'x' } }, theirs).ok);
  });

  it('is merged norm by norm', () => {
    const [ours, theirs] = ['a', 'b'].map((id) => edited(text, { kind: 'add', norm: { id, text: `Norm ${id}` } }));
    const merged = mergeNorms(text, ours ?? '', theirs ?? '');
    assert.deepEqual(merged?.conflicts, []);
    assert.deepEqual(
      parse(merged.text)
        .norms.map(({ id }) => id)
        .toSorted(),
      ['a', 'b', 'one-speaks', 'stays-here'],
    );
    assert.deepEqual(mergeMarked(`<<<<<<< a\n${ours}=======\n${theirs}>>>>>>> b\n`)?.conflicts, []);
  });
});

describe('consent', () => {
  it('holds when everyone was heard and nobody needs a change', () => {
    assert.equal(standingOf(['yes', 'can-live-with-it']), 'adopted');
    assert.equal(standingOf(['yes', undefined]), 'waiting');
    assert.equal(standingOf([]), 'waiting');
    assert.equal(standingOf(['yes', 'need-a-change', undefined]), 'needs-a-change');
  });
});

describe('the starter set', () => {
  it('is about ten norms, each with a reason, each about all of us', () => {
    assert.ok(starterNorms.length >= 10 && starterNorms.length <= 12);
    assert.equal(new Set(starterNorms.map(({ id }) => id)).size, starterNorms.length);
    for (const { id, text: norm, why } of starterNorms) {
      assert.match(id, /^[a-z-]+$/);
      assert.ok(norm.length < 130 && why.length > 20, id);
      assert.ok(!/\byou\b/i.test(norm), id);
    }
  });
});
