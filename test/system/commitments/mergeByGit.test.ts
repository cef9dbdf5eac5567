import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { emptyFile, parse } from '../../../src/commitments/commitmentFile.js';
import { gapFor } from '../../../src/yamlList/gap.js';
import { largestMerge } from '../../../src/yamlList/merge.js';
import { addition, checkMeaning, day, fileOf, idsOf, made, team, touch } from '../../unit/commitments/branches.js';
import { runs } from '../../unit/runs.js';
import { type Branches, mergeWithGit } from './gitMerge.js';

/** A merge that git makes without a word, and that reads as both meant. */
function checkClean(cases: readonly Branches[]): void {
  mergeWithGit(cases).forEach((merged, index) => {
    const { base = '', ours, theirs } = cases[index] ?? { ours: '', theirs: '' };
    assert.ok(merged !== undefined, `a conflict:\n${base}\n---\n${ours}\n---\n${theirs}`);
    assert.deepEqual(parse(merged).problems, []);
    checkMeaning(merged, base, ours, theirs);
  });
}

describe('two branches, merged by git without any help', () => {
  it('do not conflict when they touch different commitments', () => {
    const cases = fc.sample(team, runs(12)).map(({ ids, which }): Branches => {
      const base = fileOf(ids.slice(2));
      const [first = '', second = ''] = idsOf(base).slice(which[0] % (ids.length - 3));
      return { base, ours: made(base, touch(first, which[0])), theirs: made(base, touch(second, which[1])) };
    });
    checkClean(cases);
  });

  it('do not conflict when one adds and the other touches any', () => {
    const cases = fc.sample(team, runs(12)).map(({ ids: [fresh = '', ...ids], which }): Branches => {
      const base = fileOf(ids);
      const id = ids[which[1] % ids.length] ?? '';
      return { base, ours: made(base, addition(fresh)), theirs: made(base, touch(id, which[0])) };
    });
    checkClean(cases);
  });

  it('do not conflict when each adds one, unless both found the same gap', () => {
    const cases = fc
      .sample(team, runs(24))
      .filter(({ ids: [first = '', second = '', ...ids] }) => gapFor(first, ids.length) !== gapFor(second, ids.length))
      .map(({ ids: [first = '', second = '', ...ids] }): Branches => {
        const base = fileOf(ids);
        return { base, ours: made(base, addition(first)), theirs: made(base, addition(second)) };
      });
    assert.ok(cases.length > runs(12) / 2);
    checkClean(cases);
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

  it('leaves a file that is too large for it to a merge by lines, and says so', () => {
    const items = Array.from(
      { length: 20_000 },
      (_, index) => `  - id: ${(0x10000000 + index).toString(16)}\n    promise: x\n`,
    );
    const large = `version: 1\ncommitments:\n${items.join('')}`;
    assert.ok(large.length > largestMerge);
    git('merge', '--abort');
    git('switch', '--quiet', '-c', 'large');
    commit(large);
    git('switch', '--quiet', '-c', 'one');
    commit(large.replace('promise: x', 'promise: y'));
    git('switch', '--quiet', 'large');
    commit(large.replace(/x\n$/, 'z\n'));
    const { stderr } = spawnSync('git', ['merge', '--quiet', '-m', 'merge', 'one'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    assert.match(stderr, /up to 600000 are merged item by item\. It is merged by lines\./);
    assert.equal(readFileSync(list, 'utf8'), large.replace('promise: x', 'promise: y').replace(/x\n$/, 'z\n'));
  }).timeout(20_000);
});
