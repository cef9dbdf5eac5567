import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskJournal } from '../../../src/room/diskJournal.js';
import { openRecords } from '../../../src/room/sealedRecords.js';

describe('The journal on disk', () => {
  const key = randomBytes(32);
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'));
    path = join(folder, 'rooms', 'one.room');
  });
  const opened: DiskJournal[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((journal) => journal.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  async function written(...entries: readonly string[]): Promise<DiskJournal> {
    const journal = new DiskJournal(path, key);
    opened.push(journal);
    await journal.restart('first');
    await Promise.all(entries.map((entry) => journal.append(entry)));
    return journal;
  }

  const reread = (otherKey: Uint8Array = key) => new DiskJournal(path, otherKey).read();

  it('gives back what was appended, in order', async () => {
    const entries = Array.from({ length: 40 }, (_, index) => `entry ${index} ${'é𝄞'.repeat(index)}`);
    const journal = await written(...entries);
    assert.deepEqual(await reread(), ['first', ...entries]);
    await journal.stop();
    assert.deepEqual(await reread(), ['first', ...entries]);
  });

  it('is there when it says so, and readable by nobody without the key', async () => {
    await written('a secret word');
    const bytes = await readFile(path);
    assert.ok(!bytes.includes('secret') && !bytes.includes('first'));
    assert.deepEqual(await reread(randomBytes(32)), []);
    if (process.platform !== 'win32') {
      assert.equal((await stat(path)).mode & 0o077, 0);
    }
  });

  it('that was torn anywhere gives back every whole entry before', async () => {
    await written('second', 'third');
    const whole = await readFile(path);
    const counts = new Set<number>();
    for (let length = 0; length <= whole.length; length += 1) {
      const entries = openRecords(whole.subarray(0, length), key);
      assert.deepEqual(entries, ['first', 'second', 'third'].slice(0, entries.length));
      counts.add(entries.length);
    }
    assert.deepEqual([...counts], [0, 1, 2, 3]);
    await writeFile(path, whole.subarray(0, -1));
    assert.deepEqual(await reread(), ['first', 'second']);
  });

  it('that was changed gives back nothing from there on', async () => {
    await written('second', 'third');
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const entries = openRecords(changed, key);
      assert.ok(entries.length < 3);
      assert.deepEqual(entries, ['first', 'second', 'third'].slice(0, entries.length));
    }
  });

  it('cannot be put together from other records', async () => {
    await written('second');
    const one = await readFile(path);
    await written('another');
    const other = await readFile(path);
    await writeFile(path, Buffer.concat([one, other.subarray(-(other.length - one.length + 40))]));
    assert.deepEqual(await reread(), ['first', 'second']);
  });

  it('begins anew with one entry that says everything, what was waiting included', async () => {
    const journal = await written('second');
    const waiting = journal.append('third, which the whole has in it');
    const restarted = journal.restart('everything');
    const next = journal.append('after');
    await Promise.all([waiting, restarted, next]);
    assert.deepEqual(await reread(), ['everything', 'after']);
    assert.deepEqual(await readdir(join(folder, 'rooms')), ['one.room']);
  });

  it('leaves nothing when it is erased, and nothing is nothing', async () => {
    const journal = await written('second');
    await journal.erase();
    assert.deepEqual(await readdir(join(folder, 'rooms')), []);
    assert.deepEqual(await reread(), []);
    await journal.erase();
    await assert.rejects(journal.append('too late'));
  });
});
