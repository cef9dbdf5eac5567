import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from './counts.mts';
import { markName } from './processes.mts';

/**
 * What passed before, and on which bytes: what VS Code and its browser show takes minutes, and shows the same as long as nothing that
 * it reads has changed. Only a whole layer that passed is kept; a failure never is.
 */
export interface Passed {
  /** What the layer came to when it passed on these very bytes, or `undefined`: it has to run. */
  recall(layer: string, fingerprint: string): Counts | undefined;
  remember(layer: string, fingerprint: string, counts: Counts): void;
}

/** What was kept in a folder; what cannot be read there is nothing. */
export function passedIn(folder: string): Passed {
  const file = (layer: string): string => join(folder, `${layer}.json`);
  return {
    recall(layer, fingerprint) {
      const kept = readKept(file(layer));
      return kept?.fingerprint === fingerprint ? kept.counts : undefined;
    },
    remember(layer, fingerprint, counts) {
      if (counts.failed === 0 && counts.passed > 0) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file(layer), JSON.stringify({ fingerprint, counts }));
      }
    },
  };
}

/** Settings of ours that change nothing in what is shown. */
const withoutPart = ['COMMON_GROUND_BUILT', 'COMMON_GROUND_CACHE', 'COMMON_GROUND_COMMAND', markName];

/**
 * One text for all that a layer reads: the files, by path and content, the machine's kind, the Node, and our settings.
 * @param reads files and folders in `root`.
 */
export function fingerprintOf(root: string, reads: readonly string[]): string {
  const hash = createHash('sha256');
  const paths = reads.flatMap((path) => [path, ...globSync(`${path}/**`, { cwd: root })]);
  for (const path of [...new Set(paths)].sort()) {
    const full = join(root, path);
    if (statSync(full, { throwIfNoEntry: false })?.isFile()) {
      hash.update(`${path}\n`).update(createHash('sha256').update(readFileSync(full)).digest());
    }
  }
  const settings = Object.entries(process.env).filter(
    ([name]) => name.startsWith('COMMON_GROUND_') && !withoutPart.includes(name),
  );
  hash.update(JSON.stringify([process.version, process.platform, process.arch, settings.sort()]));
  return hash.digest('hex');
}

function readKept(file: string): { readonly fingerprint: unknown; readonly counts: Counts } | undefined {
  try {
    const { fingerprint, counts } = JSON.parse(readFileSync(file, 'utf8'));
    const { passed, failed, skipped } = counts;
    return [passed, failed, skipped].every(Number.isSafeInteger) && failed === 0 ? { fingerprint, counts } : undefined;
  } catch {
    return undefined;
  }
}
