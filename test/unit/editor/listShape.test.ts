import assert from 'node:assert/strict';
import { type CommitmentFile, makeEdit, parse, update } from '../../../src/commitments/commitmentFile.js';
import type { CommitmentList } from '../../../src/editor/commitments/desk.js';
import { childrenOf, ListShape, type TreeLook } from '../../../src/editor/commitments/listShape.js';
import { pageSize } from '../../../src/editor/commitments/treeNodes.js';

const look: TreeLook = { by: 'state', filter: '', today: '2026-11-24', normIds: new Set(), folders: false };
const list = { file: { folder: { uri: 'file:///team', name: 'team' } } } as unknown as CommitmentList;

const item = (id: string, rest = 'state: open'): string => `  - id: ${id}\n    promise: Promise ${id}.\n    ${rest}\n`;
const fileOf = (...items: string[]): CommitmentFile => parse(`version: 1\ncommitments:\n${items.join('')}`);
const snapshot = (file: CommitmentFile) => ({ missing: false, shown: file, latest: file });

function labels(shape: ListShape): string[] {
  return shape.groups.flatMap(({ group, children }) => [group.key, ...children.map(({ commitment }) => commitment.id)]);
}

describe('the shape of the tree', () => {
  it('has what is worth a word first, and promises in the order of the file', () => {
    const shape = new ListShape(list);
    shape.update(
      snapshot(fileOf(item('aa'), item('bb', 'revisit: 2026-11-20'), item('cc', 'state: kept'), item('dd'))),
      look,
    );
    assert.deepEqual(labels(shape), ['worth-a-word:', 'bb', 'open:', 'aa', 'dd', 'kept:', 'cc']);
  });

  it('keeps its nodes when the words of one promise change, and says that only that one looks different', () => {
    const shape = new ListShape(list);
    const before = fileOf(item('aa'), item('bb'), item('cc'));
    shape.update(snapshot(before), look);
    const nodes = shape.groups[0]?.children ?? [];
    const after = update(before, before.text.replace('Promise bb.', 'Another one.'));
    const changed = shape.update(snapshot(after), look);
    assert.deepEqual(shape.groups[0]?.children, nodes);
    assert.deepEqual(changed, [nodes[1]]);
    assert.equal(nodes[1]?.commitment.promise, 'Another one.');
  });

  it('says which groups change when a promise goes from one to another', () => {
    const shape = new ListShape(list);
    const before = fileOf(item('aa'), item('bb'), item('cc', 'state: kept'));
    shape.update(snapshot(before), look);
    const result = makeEdit(before, { kind: 'keep', id: 'aa', on: '2026-11-24' });
    assert.ok(result.ok);
    const changed = shape.update(snapshot(update(before, result.text)), look);
    assert.deepEqual(changed, shape.groups);
    assert.deepEqual(labels(shape), ['open:', 'bb', 'kept:', 'aa', 'cc']);
  });

  it('says that all changes when groups come or go', () => {
    const shape = new ListShape(list);
    assert.equal(shape.update(snapshot(fileOf(item('aa'))), look), 'all');
    assert.equal(shape.update(snapshot(fileOf(item('aa', 'state: kept'))), look), 'all');
  });

  it('tells nodes apart when two promises have the same id, or none', () => {
    const shape = new ListShape(list);
    shape.update(
      snapshot(parse('version: 1\ncommitments:\n  - promise: One.\n  - promise: Two.\n  - promise: One.\n')),
      look,
    );
    const ids = shape.groups.flatMap(({ children }) => children.map(({ id }) => id));
    assert.equal(ids.length, 3);
    assert.equal(new Set(ids).size, 3);
  });

  it('shows a notice above what could be read last', () => {
    const shape = new ListShape(list);
    const shown = fileOf(item('aa'));
    shape.update({ missing: false, shown, trouble: { message: 'Line 3 is no YAML.' }, readOnly: 'Read-only.' }, look);
    assert.deepEqual(
      shape.children().map((node) => node.kind),
      ['notice', 'notice', 'group'],
    );
  });

  it('keeps what the filter finds', () => {
    const shape = new ListShape(list);
    shape.update(snapshot(fileOf(item('aa'), item('bb'))), { ...look, filter: 'promise BB' });
    assert.deepEqual(labels(shape), ['open:', 'bb']);
  });

  it('lays out a long group page by page, and further for a promise that is looked for', () => {
    const shape = new ListShape(list);
    const ids = Array.from({ length: 3 * pageSize }, (_, index) => `a${index.toString(16).padStart(7, '0')}`);
    const file = fileOf(...ids.map((id) => item(id)));
    shape.update(snapshot(file), look);
    const [group] = shape.groups;
    assert.ok(group);
    assert.equal(group.children.length, pageSize);
    assert.equal(childrenOf(group).at(-1)?.kind, 'more');
    const wanted = file.commitments[2 * pageSize];
    assert.ok(wanted);
    assert.equal(shape.find(wanted)?.commitment, wanted);
    assert.equal(group.children.length, 2 * pageSize + 1);
  });
});
