import type { ActResult } from '../protocol/panelMessages.js';

/** Acts that are remembered. */
const most = 10_000;

/** Acts by their ids, with their answers: one that is sent again is not done again. */
export class DoneActs {
  private readonly results = new Map<string, Promise<ActResult>>();

  /** @param ids of acts that were done before, oldest first */
  constructor(ids: readonly string[]) {
    for (const id of ids) {
      this.results.set(id, Promise.resolve({ ok: true }));
    }
  }

  /** Does what was not done yet. What fails was not done: it may be tried again. @returns the first answer */
  once(id: string, run: () => Promise<ActResult>): Promise<ActResult> {
    const known = this.results.get(id);
    if (known !== undefined) {
      return known;
    }
    const result = run();
    this.results.set(id, result);
    const [oldest] = this.results.keys();
    if (this.results.size > most && oldest !== undefined) {
      this.results.delete(oldest);
    }
    result.catch(() => this.results.delete(id));
    return result;
  }
}
