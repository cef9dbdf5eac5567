import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { Commitment } from '../../../src/commitments/commitment.js';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import { emptyFile, makeEdit, parse } from '../../../src/commitments/commitmentFile.js';
import { mergeCommitments, mergeMarked } from '../../../src/commitments/commitmentMerge.js';
import { gapFor } from '../../../src/yamlList/gap.js';
import { type Branches, mergeWithGit } from './gitMerge.js';
import { someId } from './someFiles.js';

/** More with `RUNS=500`. */
const runs = Number(process.env.RUNS ?? 12);

const day = '2026-12-02';
const owners = ['Noor', 'Sam', 'team'];

function made(text: string, edit: CommitmentEdit): string {
  const result = makeEdit(parse(text), edit);
  assert.ok(result.ok, JSON.stringify(result));
  return result.text;
}

/** New ones of the same retro: all lines but two are the same. */
function addition(id: string): CommitmentEdit {
  const commitment = { id, promise: `Promise ${id}`, owner: 'team', made: '2026-11-20', from: 'retros/2026-11-20.md' };
  return { kind: 'add', commitment };
}

function fileOf(ids: readonly string[]): string {
  return ids.reduce((text, id, index) => {
    const added = made(text, addition(id));
    return index % 2 === 0 ? made(added, { kind: 'note', id, on: '2026-11-27', text: 'Done twice.' }) : added;
  }, emptyFile());
}

/** What a person may do to an open commitment, by a number. */
function touch(id: string, which: number): CommitmentEdit {
  const edits: readonly CommitmentEdit[] = [
    { kind: 'keep', id, on: day, because: 'It worked' },
    { kind: 'letGo', id, on: day, because: 'It no longer fits' },
    { kind: 'note', id, on: day, text: 'Once more.' },
    { kind: 'snooze', id, until: '2027-01-01' },
    { kind: 'edit', id, set: { promise: `Another ${which}`, owner: owners[which % owners.length] ?? null } },
  ];
  return edits[which % edits.length] ?? { kind: 'remove', id };
}

function idsOf(text: string): readonly string[] {
  return parse(text).commitments.map(({ id }) => id);
}

function modelsOf(text: string): ReadonlyMap<string, Commitment> {
  return new Map(parse(text).commitments.map((commitment) => [commitment.id, commitment]));
}

const team = fc.record({
  ids: fc.uniqueArray(someId, { minLength: 4, maxLength: 9 }),
  which: fc.tuple(fc.nat(50), fc.nat(50)),
});

/** A merge that git makes without a word, and that reads as both meant. */
function checkClean(cases: readonly Branches[]): void {
  mergeWithGit(cases).forEach((merged, index) => {
    const { base = '', ours, theirs } = cases[index] ?? { ours: '', theirs: '' };
    assert.ok(merged !== undefined, `a conflict:\n${base}\n---\n${ours}\n---\n${theirs}`);
    assert.deepEqual(parse(merged).problems, []);
    checkMeaning(merged, base, ours, theirs);
  });
}

/** What only one side changed is as that side has it. */
function checkMeaning(merged: string, base: string, ours: string, theirs: string): void {
  const [before, our, their, after] = [modelsOf(base), modelsOf(ours), modelsOf(theirs), modelsOf(merged)];
  for (const id of new Set([...our.keys(), ...their.keys()])) {
    const [old, mine, other] = [before, our, their].map((side) => JSON.stringify(side.get(id)));
    if (mine === old || other === old) {
      assert.equal(JSON.stringify(after.get(id)), mine === old ? other : mine);
    } else if (mine === undefined || other === undefined || mine === other) {
      assert.equal(JSON.stringify(after.get(id)), mine ?? other);
    }
  }
}

describe('two branches, merged by git without any help', () => {
  it('do not conflict when they touch different commitments', () => {
    const cases = fc.sample(team, runs).map(({ ids, which }): Branches => {
      const base = fileOf(ids.slice(2));
      const [first = '', second = ''] = idsOf(base).slice(which[0] % (ids.length - 3));
      return { base, ours: made(base, touch(first, which[0])), theirs: made(base, touch(second, which[1])) };
    });
    checkClean(cases);
  });

  it('do not conflict when one adds and the other touches any', () => {
    const cases = fc.sample(team, runs).map(({ ids: [fresh = '', ...ids], which }): Branches => {
      const base = fileOf(ids);
      const id = ids[which[1] % ids.length] ?? '';
      return { base, ours: made(base, addition(fresh)), theirs: made(base, touch(id, which[0])) };
    });
    checkClean(cases);
  });

  it('do not conflict when each adds one, unless both found the same gap', () => {
    const cases = fc
      .sample(team, runs * 2)
      .filter(({ ids: [first = '', second = '', ...ids] }) => gapFor(first, ids.length) !== gapFor(second, ids.length))
      .map(({ ids: [first = '', second = '', ...ids] }): Branches => {
        const base = fileOf(ids);
        return { base, ours: made(base, addition(first)), theirs: made(base, addition(second)) };
      });
    assert.ok(cases.length > runs / 2);
    checkClean(cases);
  });
});

describe('two versions, merged commitment by commitment', () => {
  it('both add one: to any file, at the same place, to an empty or a new file', () => {
    const team2 = fc.uniqueArray(someId, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(team2, ([first = '', second = '', ...ids]) => {
        const file = fileOf(ids);
        for (const base of ids.length === 0 ? [file, '', 'version: 1\ncommitments: []\n'] : [file]) {
          const [ours, theirs] = [made(base, addition(first)), made(base, addition(second))];
          const merged = mergeCommitments(base, ours, theirs);
          assert.deepEqual(merged?.conflicts, []);
          assert.deepEqual(parse(merged.text).problems, []);
          checkMeaning(merged.text, base, ours, theirs);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('keep what each did to the same commitment', () => {
    const base = fileOf(['aaaaaaaa', 'bbbbbbbb']);
    const ours = made(base, { kind: 'keep', id: 'aaaaaaaa', on: day, because: 'It worked' });
    const noted = made(base, { kind: 'note', id: 'aaaaaaaa', on: day, text: 'Thrice.' });
    const theirs = made(noted, { kind: 'edit', id: 'aaaaaaaa', set: { owner: 'Sam' } });
    const merged = mergeCommitments(base, ours, theirs);
    assert.deepEqual(merged?.conflicts, []);
    const commitment = modelsOf(merged.text).get('aaaaaaaa');
    assert.equal(commitment?.state, 'kept');
    assert.equal(commitment.owner, 'Sam');
    assert.deepEqual(
      commitment.notes.map(({ text }) => text),
      ['Done twice.', 'Thrice.'],
    );
  });

  it('keep the notes of both', () => {
    const base = fileOf(['aaaaaaaa']);
    const [ours, theirs] = ['Ours.', 'Theirs.'].map((text) =>
      made(base, { kind: 'note', id: 'aaaaaaaa', on: day, text }),
    );
    const merged = mergeCommitments(base, ours ?? '', theirs ?? '');
    assert.deepEqual(
      parse(merged?.text ?? '').commitments[0]?.notes.map(({ text }) => text),
      ['Done twice.', 'Ours.', 'Theirs.'],
    );
  });

  it('conflict where they ended one in two ways: only there, between markers', () => {
    const base = fileOf(['aaaaaaaa', 'bbbbbbbb', 'cccccccc']);
    const ours = made(base, { kind: 'keep', id: 'bbbbbbbb', on: day });
    const theirs = made(made(base, { kind: 'letGo', id: 'bbbbbbbb', on: day, because: 'x' }), touch('cccccccc', 2));
    const merged = mergeCommitments(base, ours, theirs);
    assert.deepEqual(merged?.conflicts, ['bbbbbbbb']);
    const file = parse(merged.text);
    assert.equal(file.refusal?.code, 'conflict-markers');
    assert.equal(file.commitments.length, 4);
    assert.match(
      merged.text,
      /<<<<<<< ours\n {2}- id: bbbbbbbb[^<]*state: kept[^<]*=======\n {2}- id: bbbbbbbb[^>]*let-go[^>]*>>>>>>> theirs\n/,
    );
  });

  it('keep one that one side took out and the other changed', () => {
    const base = fileOf(['aaaaaaaa', 'bbbbbbbb']);
    const [ours, theirs] = [made(base, { kind: 'remove', id: 'bbbbbbbb' }), made(base, touch('bbbbbbbb', 2))];
    for (const merged of [mergeCommitments(base, ours, theirs), mergeCommitments(base, theirs, ours)]) {
      assert.equal(merged?.conflicts.length, 0);
      assert.equal(modelsOf(merged.text).get('bbbbbbbb')?.notes.at(-1)?.text, 'Once more.');
    }
    assert.deepEqual(idsOf(mergeCommitments(base, ours, base)?.text ?? ''), ['aaaaaaaa']);
  });

  it('are left to a merge by lines where they cannot be taken apart', () => {
    const base = fileOf(['aaaaaaaa']);
    for (const broken of [
      `${base}oops: "`,
      'commitments: [{ id: a, promise: b }]\n',
      base.replaceAll('aaaaaaaa', ''),
      base + base.slice(23),
    ]) {
      assert.equal(mergeCommitments(base, base, broken), undefined);
    }
  });

  it('lose nothing, whatever both did', () => {
    const wishes = fc.array(fc.tuple(fc.nat(20), fc.nat(7)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(someId, { minLength: 1, maxLength: 6 }), wishes, wishes, (ids, mine, others) => {
        const base = fileOf(ids);
        const [ours, theirs] = [mine, others].map((list, side) =>
          list.reduce((text, wish) => doAny(text, wish, side), base),
        );
        const merged = mergeCommitments(base, ours ?? '', theirs ?? '');
        assert.ok(merged);
        const back = mergeCommitments(base, theirs ?? '', ours ?? '');
        assert.deepEqual(back?.conflicts.toSorted(), merged.conflicts.toSorted());
        if (merged.conflicts.length === 0) {
          assert.deepEqual(parse(merged.text).problems, []);
          checkMeaning(merged.text, base, ours ?? '', theirs ?? '');
          assert.deepEqual(idsOf(back.text).toSorted(), idsOf(merged.text).toSorted());
        }
      }),
      { numRuns: runs },
    );
  });
});

/** One of all things that can be done, if it can. */
function doAny(text: string, [item, which]: readonly [number, number], side: number): string {
  const ids = idsOf(text);
  const id = ids[item % Math.max(1, ids.length)] ?? '';
  const others: readonly CommitmentEdit[] = [
    addition(`${side === 0 ? 'a' : 'b'}${item}${which}`.padEnd(8, 'c')),
    { kind: 'remove', id },
    { kind: 'move', id, before: ids[which] ?? null },
  ];
  const result = makeEdit(parse(text), which < 5 ? touch(id, which) : (others[which - 5] ?? touch(id, which)));
  return result.ok ? result.text : text;
}

describe('a file in which git left conflict markers', () => {
  it('is merged by what stands on both sides', () => {
    const base = fileOf(['aaaaaaaa']);
    const [ours, theirs] = [made(base, addition('01234567')), made(base, addition('0fedcba9'))];
    const [head = ''] = base.split('  - id');
    const both = (text: string): string => text.slice(head.length, text.length - (base.length - head.length));
    const marked = `${head}<<<<<<< HEAD\n${both(ours)}=======\n${both(theirs)}>>>>>>> other\n${base.slice(head.length)}`;
    assert.deepEqual(mergeMarked(marked)?.conflicts, []);
    assert.deepEqual(idsOf(mergeMarked(marked)?.text ?? '').toSorted(), ['01234567', '0fedcba9', 'aaaaaaaa']);
  });

  it('takes an ended promise for the later one', () => {
    const one = fileOf(['aaaaaaaa']);
    const kept = made(one, { kind: 'keep', id: 'aaaaaaaa', on: day });
    const noted = made(one, { kind: 'note', id: 'aaaaaaaa', on: day, text: 'More.' });
    const merged = mergeMarked(`<<<<<<< HEAD\n${kept}=======\n${noted}>>>>>>> other\n`);
    assert.deepEqual(merged?.conflicts, []);
    const [commitment] = parse(merged.text).commitments;
    assert.equal(commitment?.state, 'kept');
    assert.equal(commitment.notes.length, 2);
  });

  it('stays as it is where markers do not match up', () => {
    for (const text of [
      '',
      fileOf([]),
      '<<<<<<< a\n',
      '=======\n>>>>>>> b\n',
      '<<<<<<< a\n=======\n<<<<<<< b\n>>>>>>> c\n',
    ]) {
      assert.equal(mergeMarked(text), undefined);
    }
  });
});

describe('the merge driver, called by git', () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-driver-'));
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env, stdio: 'pipe' });
  const list = join(folder, 'list.yaml');
  const commit = (text: string): void => {
    writeFileSync(list, text);
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
  };

  before(() => {
    const driver = join(folder, '.git', 'merge.cjs');
    git('init', '--quiet', '--initial-branch=main');
    buildSync({
      entryPoints: ['src/shell/merge.ts'],
      bundle: true,
      platform: 'node',
      outfile: driver,
      logLevel: 'silent',
    });
    git('config', 'user.name', 'A');
    git('config', 'user.email', 'a@example.org');
    git('config', 'merge.common-ground.driver', `"${process.execPath}" "${driver}" %O %A %B`);
    writeFileSync(join(folder, '.gitattributes'), '*.yaml merge=common-ground\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'start');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('merges two branches that both make the file, and leaves markers where they disagree', () => {
    git('switch', '--quiet', '-c', 'theirs');
    commit(made(emptyFile(), addition('bbbbbbbb')));
    git('switch', '--quiet', 'main');
    commit(made(emptyFile(), addition('aaaaaaaa')));
    git('merge', '--quiet', '-m', 'merge', 'theirs');
    const merged = readFileSync(list, 'utf8');
    assert.deepEqual(idsOf(merged).toSorted(), ['aaaaaaaa', 'bbbbbbbb']);

    git('switch', '--quiet', '-c', 'more');
    commit(made(merged, { kind: 'keep', id: 'aaaaaaaa', on: day }));
    git('switch', '--quiet', 'main');
    commit(made(merged, { kind: 'letGo', id: 'aaaaaaaa', on: day, because: 'x' }));
    assert.throws(() => git('merge', '--quiet', '-m', 'merge', 'more'));
    assert.equal(parse(readFileSync(list, 'utf8')).refusal?.code, 'conflict-markers');
  }).timeout(20_000);
});
