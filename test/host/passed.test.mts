import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, passedIn } from './passed.mts';
import { markName } from './processes.mts';
import { session } from './session.mts';

describe('What passed before', () => {
  const all = { passed: 3, failed: 0, skipped: 1 };
  let root: string;

  beforeEach(() => {
    root = session().newFolder('passed');
    mkdirSync(join(root, 'dist', 'deep'), { recursive: true });
    writeFileSync(join(root, 'dist', 'deep', 'one.js'), 'one');
    writeFileSync(join(root, 'package.json'), '{}');
    writeFileSync(join(root, 'other'), 'not read');
  });

  const fingerprint = (): string => fingerprintOf(root, ['dist', 'package.json', 'missing']);

  it('holds while the bytes are the same, and for that layer alone', () => {
    const passed = passedIn(join(root, 'kept'));
    passed.remember('e2e', fingerprint(), all);
    writeFileSync(join(root, 'other'), 'changed');
    assert.deepEqual(passed.recall('e2e', fingerprint()), all);
    assert.equal(passed.recall('system', fingerprint()), undefined);
  });

  it('holds in the next run, whose processes have marks of their own', () => {
    const before = process.env[markName];
    const first = fingerprint();
    process.env[markName] = '/another/session';
    try {
      assert.equal(fingerprint(), first);
    } finally {
      process.env[markName] = before ?? '';
    }
  });

  for (const [what, change] of [
    ['a changed file', () => writeFileSync(join(root, 'dist', 'deep', 'one.js'), 'two')],
    ['a file that came', () => writeFileSync(join(root, 'dist', 'new.js'), '')],
    ['a file that was missing', () => writeFileSync(join(root, 'missing'), '')],
    ['a setting', () => Object.assign(process.env, { COMMON_GROUND_TEST_SETTING: '1' })],
  ] as const) {
    it(`does not hold after ${what}`, () => {
      const passed = passedIn(join(root, 'kept'));
      passed.remember('e2e', fingerprint(), all);
      try {
        change();
        assert.equal(passed.recall('e2e', fingerprint()), undefined);
      } finally {
        delete process.env.COMMON_GROUND_TEST_SETTING;
      }
    });
  }

  it('keeps no failure, and nothing that cannot be read', () => {
    const passed = passedIn(join(root, 'kept'));
    passed.remember('e2e', fingerprint(), { ...all, failed: 1 });
    passed.remember('host', fingerprint(), { passed: 0, failed: 0, skipped: 0 });
    assert.equal(passed.recall('e2e', fingerprint()), undefined);
    assert.equal(passed.recall('host', fingerprint()), undefined);
    for (const torn of ['{', '{}', 'null', `{"fingerprint":"${fingerprint()}","counts":{"passed":"3"}}`]) {
      writeFileSync(join(root, 'e2e.json'), torn);
      assert.equal(passedIn(root).recall('e2e', fingerprint()), undefined);
    }
  });
});
