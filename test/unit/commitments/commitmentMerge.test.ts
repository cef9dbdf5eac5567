import assert from 'node:assert/strict';
import { parse } from '../../../src/commitments/commitmentFile.js';
import { mergeCommitments, mergeMarked } from '../../../src/commitments/commitmentMerge.js';
import { addition, day, fileOf, idsOf, made, modelsOf, touch } from './branches.js';

describe('two versions, merged commitment by commitment', () => {
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
});

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
