/**
 * A merge driver for git: `node merge.js %O %A %B`, with the common ancestor, our version and theirs. Writes the merged text over our
 * version. Ends with 0, or with 1 where the two disagree and conflict markers are left. Set up once per clone:
 *
 * ```sh
 * git config merge.common-ground.driver 'node "/path/to/merge.js" %O %A %B'
 * echo '.common-ground/*.yaml merge=common-ground' >> .gitattributes
 * ```
 *
 * Where it is not set up, git merges these files by lines, as all others.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mergeCommitments } from '../commitments/commitmentMerge.js';
import { mergeNorms } from '../norms/normsMerge.js';
import { largestMerge, type Merged } from '../yamlList/merge.js';

function main(paths: readonly string[]): number {
  const [base, ours, theirs] = paths;
  if (base === undefined || ours === undefined || theirs === undefined) {
    console.error('Three files are needed: the common ancestor, ours and theirs. Git passes them as %O %A %B.');
    return 2;
  }
  const [before, our, their] = [readText(base), readText(ours), readText(theirs)];
  const merged =
    before === undefined || our === undefined || their === undefined ? undefined : mergeByItem(before, our, their);
  if (!merged) {
    return mergeByLines(ours, base, theirs);
  }
  writeFileSync(ours, merged.text);
  return merged.conflicts.length > 0 ? 1 : 0;
}

function mergeByItem(before: string, our: string, their: string): Merged | undefined {
  const largest = Math.max(before.length, our.length, their.length);
  if (largest > largestMerge) {
    console.error(
      `Common Ground: a version of this file has ${largest} characters, and up to ${largestMerge} are merged item by item. It is merged by lines.`,
    );
    return undefined;
  }
  return mergeCommitments(before, our, their) ?? mergeNorms(before, our, their);
}

/** `undefined` for what is not UTF-8: written back, it would not be the same. */
function readText(path: string): string | undefined {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What git does without this driver: leaves conflict markers in our version. */
function mergeByLines(ours: string, base: string, theirs: string): number {
  const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
  const { status } = spawnSync('git', ['merge-file', ...labels, ours, base, theirs], { stdio: 'inherit' });
  return status === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
