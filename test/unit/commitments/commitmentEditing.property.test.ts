import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import type { Commitment } from '../../../src/commitments/commitment.js';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import {
  type CommitmentFile,
  indexOf,
  makeEdit,
  parse,
  rebaseEdit,
  update,
} from '../../../src/commitments/commitmentFile.js';
import { contentLength } from '../../../src/yamlList/layout.js';
import { allProblems } from '../../../src/yamlList/listFile.js';
import { commentsOf } from '../../../src/yamlList/parsing.js';
import { applyTextEdits } from '../../../src/yamlList/textEdit.js';
import { runs } from '../runs.js';
import { saying, someDay, someFile, someId } from './someFiles.js';

interface Wish {
  readonly kind: Exclude<CommitmentEdit['kind'], 'repair'>;
  /** Numbers that are taken modulo the count of commitments. */
  readonly which: number;
  readonly other: number;
  readonly id: string;
  readonly text: string;
  readonly because: string;
  readonly on: string;
}

const someWish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('add', 'keep', 'letGo', 'change', 'reopen', 'note', 'snooze', 'edit', 'move', 'remove'),
  which: fc.nat(20),
  other: fc.nat(20),
  id: someId,
  text: saying,
  because: fc.option(saying, { nil: '' }),
  on: someDay,
});

function editFor(
  { kind, which, other, id: fresh, text, because, on }: Wish,
  ids: readonly string[],
): CommitmentEdit | undefined {
  const id = ids[which % Math.max(ids.length, 1)];
  const commitment = { id: fresh, promise: text, owner: 'Noor', made: on, revisit: on };
  if (kind === 'add') {
    return { kind, commitment };
  }
  if (id === undefined) {
    return undefined;
  }
  switch (kind) {
    case 'keep':
    case 'letGo':
      return { kind, id, on, because };
    case 'change':
      return { kind, id, on, agreedWith: text, because, successor: commitment };
    case 'note':
      return { kind, id, on, text };
    case 'snooze':
      return { kind, id, until: on };
    case 'edit':
      return { kind, id, set: { promise: text, owner: because.trim() === '' ? null : because } };
    case 'move':
      return { kind, id, before: ids[other % (ids.length + 1)] ?? null };
    case 'reopen':
    case 'remove':
      return { kind, id };
  }
}

/** What the commitments are after an edit, told without a word of YAML. */
function meant(before: readonly Commitment[], edit: CommitmentEdit): Map<string, Partial<Commitment>> {
  const after = new Map<string, Partial<Commitment>>(before.map((commitment) => [commitment.id, commitment]));
  if (edit.kind === 'add') {
    return after.set(edit.commitment.id, trimmed({ ...edit.commitment, state: 'open' }));
  }
  if (edit.kind === 'repair' || edit.kind === 'move') {
    return after;
  }
  const old = after.get(edit.id);
  assert.ok(old);
  const because = 'because' in edit && edit.because?.trim() ? { because: edit.because.trim() } : {};
  switch (edit.kind) {
    case 'keep':
    case 'letGo':
      return after.set(edit.id, {
        ...old,
        state: edit.kind === 'keep' ? 'kept' : 'let-go',
        ending: { ...old.ending, on: edit.on, ...because },
      });
    case 'change': {
      const agreed = { agreedWith: edit.agreedWith.trim(), successor: edit.successor.id };
      after.set(edit.id, { ...old, state: 'changed', ending: { ...old.ending, on: edit.on, ...because, ...agreed } });
      return after.set(edit.successor.id, trimmed({ ...edit.successor, state: 'open' }));
    }
    case 'reopen': {
      const { ending: _ended, ...rest } = old;
      return after.set(edit.id, { ...rest, state: 'open' });
    }
    case 'note':
      return after.set(edit.id, { ...old, notes: [...(old.notes ?? []), { on: edit.on, text: edit.text.trim() }] });
    case 'snooze':
      return after.set(edit.id, { ...old, revisit: edit.until });
    case 'edit': {
      const { owner: _owner, ...rest } = old;
      const owner = edit.set.owner?.trim();
      return after.set(edit.id, trimmed({ ...rest, promise: edit.set.promise ?? '', ...(owner ? { owner } : {}) }));
    }
    case 'remove':
      after.delete(edit.id);
      return after;
  }
}

function trimmed(commitment: Partial<Commitment>): Partial<Commitment> {
  return { notes: [], extra: {}, ...commitment, promise: commitment.promise?.trim() ?? '' };
}

function sameMeaning(file: CommitmentFile, expected: ReadonlyMap<string, Partial<Commitment>>): void {
  assert.deepEqual(new Map(file.commitments.map((commitment) => [commitment.id, commitment])), expected);
}

/** The lines of items that an edit was not about; they must be the same to the last character. */
function untouchedLines({ list }: CommitmentFile, touched: ReadonlySet<string>): readonly string[] {
  const others = list.items.filter(({ id }) => !touched.has(id));
  return others.map(({ block }) => block.slice(0, contentLength(block, list.frame?.indent ?? 0)).trimEnd());
}

function idsOf(edit: CommitmentEdit): ReadonlySet<string> {
  const ids = edit.kind === 'add' ? [edit.commitment.id] : edit.kind === 'repair' ? [] : [edit.id];
  return new Set(edit.kind === 'change' ? [...ids, edit.successor.id] : ids);
}

describe('edits of a commitments file', () => {
  it('reads what YAML reads', () => {
    fc.assert(
      fc.property(someFile, ({ text, ids }) => {
        const file = parse(text);
        assert.equal(file.refusal, undefined, file.refusal?.message);
        assert.ok(file.list.frame, 'the common layout was not seen');
        assert.deepEqual(
          file.commitments.map(({ id }) => id),
          ids,
        );
        const yaml = parseYaml(text, { schema: 'failsafe' }) as { commitments: { promise: string }[] | '' };
        const promises = yaml.commitments === '' ? [] : yaml.commitments.map(({ promise }) => promise.trim());
        assert.deepEqual(
          file.commitments.map(({ promise }) => promise),
          promises,
        );
      }),
      { numRuns: runs(15) },
    );
  });

  it('does what was meant, keeps all else, and leaves the same file as reading it anew', () => {
    let made = 0;
    let unsupported = 0;
    fc.assert(
      fc.property(someFile, fc.array(someWish, { minLength: 1, maxLength: 6 }), ({ text }, wishes) => {
        let file = parse(text);
        for (const wish of wishes) {
          const edit = editFor(
            wish,
            file.commitments.map(({ id }) => id),
          );
          if (!edit) {
            continue;
          }
          const result = makeEdit(file, edit);
          if (!result.ok) {
            unsupported += result.problem.code === 'unsupported-layout' ? 1 : 0;
            const reasons = ['already-ended', 'not-ended', 'taken-id', 'unsupported-layout'];
            assert.ok(reasons.includes(result.problem.code), JSON.stringify(result));
            continue;
          }
          made++;
          assert.equal(result.text, applyTextEdits(file.text, result.edits));
          sameMeaning(result.file, meant(file.commitments, edit));
          const anew = parse(result.text);
          assert.deepEqual(result.file.commitments, anew.commitments);
          assert.deepEqual(allProblems(result.file.list), anew.problems);
          assert.deepEqual(result.file.list.frame?.starts, anew.list.frame?.starts);
          checkUntouched(file, result.file, edit);
          file = result.file;
        }
      }),
      { numRuns: runs(30) },
    );
    assert.ok(made > unsupported * 10, `${made} made, ${unsupported} not supported`);
  });

  it('loses nothing between two writers', () => {
    fc.assert(
      fc.property(someFile, someWish, someWish, ({ text }, first, second) => {
        const base = parse(text);
        const ids = base.commitments.map(({ id }) => id);
        const theirs = editFor(first, ids);
        const mine = editFor(second, ids);
        const there = theirs && makeEdit(base, theirs);
        if (!there?.ok || !mine) {
          return;
        }
        const result = rebaseEdit(base, mine, update(base, there.text));
        if (result.ok) {
          sameMeaning(result.file, meant(there.file.commitments, mine));
        } else {
          assert.ok(result.problem.message.length > 10);
        }
      }),
      { numRuns: runs(15) },
    );
  });
});

function checkUntouched(before: CommitmentFile, after: CommitmentFile, edit: CommitmentEdit): void {
  const touched = idsOf(edit);
  if (edit.kind !== 'move' && edit.kind !== 'remove') {
    assert.deepEqual(untouchedLines(after, touched), untouchedLines(before, touched));
  }
  const gone = edit.kind === 'remove' || edit.kind === 'reopen' || (edit.kind === 'edit' && edit.set.owner === null);
  const comments = commentsOf(after.text);
  const lost = commentsOf(before.text).filter((comment) => !comments.includes(comment));
  assert.ok(gone || lost.length === 0, `lost ${JSON.stringify(lost)} by ${edit.kind}`);
  if (before.text.includes('\n')) {
    assert.equal(/[^\r]\n/.test(after.text), /[^\r]\n/.test(before.text), 'line ends');
  }
  assert.equal(after.text.startsWith('\ufeff'), before.text.startsWith('\ufeff'));
  for (const commitment of before.commitments) {
    if (
      !touched.has(commitment.id) &&
      edit.kind !== 'move' &&
      edit.kind !== 'remove' &&
      edit.kind !== 'add' &&
      edit.kind !== 'change'
    ) {
      assert.equal(
        after.commitments[indexOf(after, commitment.id)],
        commitment,
        'another object for the same commitment',
      );
    }
  }
}
