import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Journal } from './journal.js';
import { headerBytes, openRecords, RecordSealer } from './sealedRecords.js';

/** Of a file that is being written, before it takes the place of the journal. One that is left over is of a crash. */
export const partEnding = '.part';

interface Waiting {
  readonly entry: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One encrypted file. What is appended in one moment is written and flushed together, so that a room of many costs the disk no more
 * than a room of few. The key lies elsewhere: without it what is left of the file, also in a backup, is noise.
 */
export class DiskJournal implements Journal {
  private file: FileHandle | undefined;
  private sealer: RecordSealer | undefined;
  /** Bytes that are known to be whole. */
  private size = 0;
  /** What the next write takes along; a new list for each. */
  private batch: Waiting[] | undefined;
  /** One thing after the other. */
  private queue: Promise<void> = Promise.resolve();

  /** @param key 32 random bytes */
  constructor(
    private readonly path: string,
    private readonly key: Uint8Array,
  ) {}

  async read(): Promise<readonly string[]> {
    try {
      return openRecords(await readFile(this.path), this.key);
    } catch (error) {
      if (isMissing(error)) {
        return [];
      }
      throw error;
    }
  }

  append(entry: string): Promise<void> {
    return new Promise((done, failed) => {
      const batch = this.batch ?? this.newBatch();
      batch.push({ entry, done, failed });
    });
  }

  /** The entry says everything, so what waits to be appended is in it already. */
  restart(entry: string): Promise<void> {
    const covered = this.batch?.splice(0) ?? [];
    this.batch = undefined;
    const begun = this.inTurn(() => this.begin(entry));
    settle(covered, begun);
    return begun;
  }

  erase(): Promise<void> {
    return this.inTurn(async () => {
      await this.close();
      await rm(this.path, { force: true });
      await rm(this.part, { force: true });
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.close());
  }

  private get part(): string {
    return `${this.path}${partEnding}`;
  }

  private inTurn(run: () => Promise<void>): Promise<void> {
    const result = this.queue.then(run);
    // Whoever called is told of a failure; the next one in the queue is not.
    this.queue = result.catch(() => undefined);
    return result;
  }

  private newBatch(): Waiting[] {
    const batch: Waiting[] = [];
    this.batch = batch;
    this.inTurn(() => {
      if (this.batch === batch) {
        this.batch = undefined;
      }
      const written = batch.length === 0 ? Promise.resolve() : this.flush(batch.map(({ entry }) => entry));
      settle(batch, written);
      return written;
    }).catch(() => undefined);
    return batch;
  }

  private async flush(entries: readonly string[]): Promise<void> {
    const { file, sealer } = this;
    if (file === undefined || sealer === undefined) {
      throw new Error('The journal was not begun.');
    }
    const bytes = Buffer.concat(entries.map((entry) => sealer.seal(entry)));
    try {
      await file.write(bytes, 0, bytes.length, this.size);
      await file.datasync();
      this.size += bytes.length;
    } catch (error) {
      // Half a record must not lie before the next one. Numbers were used up as well, so only a restart goes on from here.
      await file.truncate(this.size).catch(() => undefined);
      await this.close();
      throw error;
    }
  }

  private async begin(entry: string): Promise<void> {
    const sealer = new RecordSealer(this.key);
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = await open(this.part, 'w', 0o600);
    try {
      const bytes = Buffer.concat([sealer.header, sealer.seal(entry)]);
      await file.write(bytes, 0, bytes.length, 0);
      await file.datasync();
      await this.close();
      await rename(this.part, this.path);
      this.size = bytes.length;
    } catch (error) {
      await file.close();
      throw error;
    }
    this.file = file;
    this.sealer = sealer;
    await syncFolder(dirname(this.path));
  }

  private async close(): Promise<void> {
    const { file } = this;
    this.file = undefined;
    this.sealer = undefined;
    this.size = headerBytes;
    await file?.close();
  }
}

/** A new name lasts when its folder is flushed. Windows has no such thing, and keeps it anyway. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // A file system that cannot do this keeps its names by itself.
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function settle(batch: readonly Waiting[], written: Promise<void>): void {
  for (const { done, failed } of batch) {
    written.then(done, failed);
  }
}
