import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cached, cacheFolder } from './cache.mts';
import { session } from './session.mts';

describe('The cache of downloads', () => {
  const before = process.env.COMMON_GROUND_CACHE;

  beforeEach(() => {
    process.env.COMMON_GROUND_CACHE = session().newFolder('cache');
  });

  after(() => {
    process.env.COMMON_GROUND_CACHE = before ?? '';
  });

  it('fills once and is whole or not there', async () => {
    let fills = 0;
    const fill = async (folder: string): Promise<void> => {
      fills += 1;
      writeFileSync(join(folder, 'part'), 'one');
      assert.equal(existsSync(join(cacheFolder(), 'thing')), false, 'nobody sees half of it');
    };
    await cached('thing', fill);
    await cached('thing', fill);
    assert.equal(fills, 1);
  });

  it('keeps nothing of a fill that failed, and clears up after a run that was killed', async () => {
    mkdirSync(join(cacheFolder(), 'thing.draft-999999999'), { recursive: true });
    await assert.rejects(
      cached('thing', () => Promise.reject(new Error('no network'))),
      /no network/,
    );
    assert.deepEqual(readdirSync(cacheFolder()), []);
  });

  it('serves two runs that fill it at once', async () => {
    const path = await cached('thing', async (folder) => {
      writeFileSync(join(folder, 'who'), 'late');
      // Another run is done first.
      mkdirSync(join(cacheFolder(), 'thing'));
      writeFileSync(join(cacheFolder(), 'thing', 'who'), 'early');
      await sleep(10);
    });
    assert.equal(readFileSync(join(path, 'who'), 'utf8'), 'early');
    assert.deepEqual(readdirSync(cacheFolder()), ['thing']);
  });
});
