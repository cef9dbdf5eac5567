import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a layer of tests came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    nothing,
  );
}

/** `3 passed, 0 failed`, and the skipped if there are any. */
export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The line by which a test process tells its counts. */
export function resultLine({ passed, failed, skipped }: Counts): string {
  return `@result passed=${passed} failed=${failed} skipped=${skipped}`;
}

/**
 * Passes on what a test process prints, and sums up its result lines. A process that failed without a failure in its counts,
 * or that counted nothing, counts as one failure.
 */
export async function countResults(child: ChildProcess): Promise<Counts> {
  const found: Counts[] = [];
  const ended = new Promise<number | null>((done) => {
    child.on('error', () => done(1));
    child.on('close', done);
  });
  if (child.stdout !== null) {
    for await (const line of createInterface({ input: child.stdout })) {
      const match = /^@result passed=(\d+) failed=(\d+) skipped=(\d+)$/.exec(line);
      if (match === null) {
        console.log(line);
      } else {
        found.push({ passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) });
      }
    }
  }
  const code = await ended;
  const total = sum(found);
  const broken = found.length === 0 || (code !== 0 && total.failed === 0);
  return broken ? { ...total, failed: total.failed + 1 } : total;
}
