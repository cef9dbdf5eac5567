import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makePrivate, writePrivate } from '../../../../src/editor/retro/privateFile.js';

describe('a private file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'private-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const openToOthers = async (path: string) => (process.platform === 'win32' ? 0 : (await stat(path)).mode & 0o077);

  it('is its owner’s alone, and so is a folder that is made for it', async () => {
    const path = join(folder, 'keys', 'one');
    await writePrivate(path, 'the key');
    assert.equal(await readFile(path, 'utf8'), 'the key');
    assert.deepEqual([await openToOthers(path), await openToOthers(dirname(path))], [0, 0]);
  });

  it('takes the place of one that others could read', async () => {
    const path = join(folder, 'one');
    await writeFile(path, 'a much longer key of before');
    await chmod(path, 0o644);
    await writePrivate(path, 'the key');
    assert.equal(await readFile(path, 'utf8'), 'the key');
    assert.equal(await openToOthers(path), 0);
  });

  it('is made of one that is there', async () => {
    const path = join(folder, 'one');
    await writeFile(path, 'the key');
    await chmod(path, 0o644);
    await makePrivate(path);
    assert.equal(await openToOthers(path), 0);
    await makePrivate(join(folder, 'none'));
  });
});
