import assert from 'node:assert/strict';
import { placeInYaml } from '../../../src/editor/teamFile/yamlPlace.js';

/** The place of the `|` in a text. */
function placeOf(text: string, listKey?: string) {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('|'));
  const column = lines[line]?.indexOf('|') ?? 0;
  lines[line] = lines[line]?.replace('|', '') ?? '';
  return placeInYaml((index) => lines[index] ?? '', lines.length, line, column, listKey);
}

function keyPlace(text: string): [string, string[]] | undefined {
  const place = placeOf(text);
  return place?.kind === 'key' ? [place.parent, [...place.present].sort()] : undefined;
}

const head = 'version: 1\ncommitments:\n';

describe('where a person types in the file', () => {
  it('knows the value of a key', () => {
    const place = placeOf(`${head}  - id: x\n    revisit: in two w|`);
    assert.deepEqual(place, { kind: 'value', key: 'revisit', written: 'in two w', from: 13, to: 21 });
    assert.equal(placeOf(`${head}  - state: |`)?.kind, 'value');
    const commented = placeOf(`${head}  - state: op| # soon`);
    assert.deepEqual(commented, { kind: 'value', key: 'state', written: 'op', from: 11, to: 13 });
  });

  it('knows the list of another file by its name', () => {
    const list = 'version: 1\nnorms:\n';
    const place = placeOf(`${list}  - id: x\n    |`, 'norms');
    assert.ok(place?.kind === 'key' && place.parent === 'item' && place.present.has('id'));
    const fresh = placeOf(`${list}  - |`, 'norms');
    assert.ok(fresh?.kind === 'key' && fresh.parent === 'list');
    assert.equal(placeOf(`${head}  - id: x\n    |`, 'norms'), undefined);
  });

  it('knows the keys around, above and below', () => {
    assert.deepEqual(keyPlace(`${head}  - id: x\n    |\n    state: open`), ['item', ['id', 'state']]);
    assert.deepEqual(keyPlace(`${head}  - id: x\n    pro|`), ['item', ['id']]);
    assert.deepEqual(keyPlace(`${head}  - id: x\n\n    # a thought\n    notes:\n      - text: y\n    |`), [
      'item',
      ['id', 'notes'],
    ]);
    assert.deepEqual(keyPlace(`${head}- id: x\n  |`), ['item', ['id']]);
  });

  it('does not take the keys of the neighbours', () => {
    assert.deepEqual(keyPlace(`${head}  - id: x\n    owner: y\n  - id: z\n    |\n  - made: u`), ['item', ['id']]);
  });

  it('knows endings, notes, new items and the file itself', () => {
    assert.deepEqual(keyPlace(`${head}  - id: x\n    ending:\n      on: 2026-01-01\n      |`), ['ending', ['on']]);
    assert.deepEqual(keyPlace(`${head}  - id: x\n    notes:\n      - |`), ['note', []]);
    assert.deepEqual(keyPlace(`${head}  - id: x\n    notes:\n      - on: 2026-01-01\n        |`), ['note', ['on']]);
    assert.deepEqual(keyPlace(`${head}  - |`), ['list', []]);
    assert.deepEqual(keyPlace(`${head}  - id: x\n  - |`), ['list', []]);
    assert.deepEqual(keyPlace('version: 1\n|'), ['file', ['version']]);
    assert.deepEqual(keyPlace('|'), ['file', []]);
  });

  it('says nothing inside of a text or of keys it does not know', () => {
    assert.equal(placeOf(`${head}  - id: x y|`)?.kind, 'value');
    assert.equal(placeOf(`${head}  some words| here`), undefined);
    assert.equal(placeOf(`${head}  - id: x\n    extra:\n      |`), undefined);
  });
});
