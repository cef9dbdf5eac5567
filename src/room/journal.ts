/**
 * What survives the hub. Entries are text; the first one after {@link Journal.restart} says everything, the others say what changed
 * since. A disk and a memory one exist; a stream of a server that many hubs share fits behind the same verbs (append: XADD,
 * read: XRANGE, restart: a new stream under the same name).
 */
export interface Journal {
  /** Everything that was kept, in order; what was torn while it was written is left out. Called once, before anything else. */
  read(): Promise<readonly string[]>;
  /** Resolves when the entry survives the process. Entries are kept, and resolve, in the order of the calls. */
  append(entry: string): Promise<void>;
  /** Forgets all entries and begins with this one. A crash in between leaves either the old ones or the new one. */
  restart(entry: string): Promise<void>;
  /** Leaves nothing. Resolves also when there was nothing. */
  erase(): Promise<void>;
  /** Lets go of what it holds open, and keeps the entries: the hub stops and comes back. */
  stop(): Promise<void>;
}

/** Survives nothing: for tests, and for a room that is never to be written down. */
export class MemoryJournal implements Journal {
  entries: string[] = [];

  read(): Promise<readonly string[]> {
    return Promise.resolve([...this.entries]);
  }

  append(entry: string): Promise<void> {
    this.entries.push(entry);
    return Promise.resolve();
  }

  restart(entry: string): Promise<void> {
    this.entries = [entry];
    return Promise.resolve();
  }

  erase(): Promise<void> {
    this.entries = [];
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
