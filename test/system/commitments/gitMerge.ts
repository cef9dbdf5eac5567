import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Three versions of a file: what two branches come from, and what they made of it. `base: undefined`: both made the file. */
export interface Branches {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

type Git = (args: readonly string[], input?: string) => string;

/**
 * Merges many branches with the git of this machine, by lines, as it does without a driver.
 * @returns the merged texts; `undefined` where git sees a conflict.
 */
export function mergeWithGit(cases: readonly Branches[]): readonly (string | undefined)[] {
  return inRepository((git, folder) => {
    git(['fast-import', '--quiet', '--export-marks=marks'], cases.map(importCase).join(''));
    const marks = readFileSync(join(folder, 'marks'), 'utf8').matchAll(/^:(\d+) (\w+)$/gm);
    const hashes = new Map([...marks].map(([, mark, hash]) => [Number(mark), hash]));
    const lines = cases.map((_, index) => `${hashes.get(index * 3 + 2)} ${hashes.get(index * 3 + 3)}\n`);
    const answers = git(['merge-tree', '--write-tree', '-z', '--no-messages', '--stdin'], lines.join(''));
    const trees = readTrees(answers);
    const names = trees.flatMap((tree) => (tree ? [`${tree}:list.yaml\n`] : []));
    const texts = readBlobs(git(['cat-file', '--batch'], names.join('')));
    let next = 0;
    return trees.map((tree) => (tree ? texts[next++] : undefined));
  });
}

/** A bare repository that nobody's settings reach, gone afterwards. */
function inRepository<T>(work: (git: Git, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-merge-'));
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git: Git = (args, input = '') =>
    execFileSync('git', args, { cwd: folder, input, encoding: 'latin1', env, maxBuffer: 1 << 28 });
  try {
    git(['init', '--quiet', '--bare']);
    return work(git, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Commits 1, 2 and 3 of a case: the base, ours and theirs. */
function importCase({ base, ours, theirs }: Branches, index: number): string {
  const commit = (offset: number, text: string | undefined, from: string): string => {
    const head = `commit refs/heads/x\nmark :${index * 3 + offset}\ncommitter A <a@example.org> 0 +0000\n${data('x')}${from}`;
    return `${head}${text === undefined ? '' : `M 100644 inline list.yaml\n${data(text)}`}\n`;
  };
  const parent = `from :${index * 3 + 1}\n`;
  return `reset refs/heads/x\n\n${commit(1, base, '')}${commit(2, ours, parent)}${commit(3, theirs, parent)}`;
}

/** Texts go in and come out as bytes. */
function data(text: string): string {
  const bytes = Buffer.from(text).toString('latin1');
  return `data ${bytes.length}\n${bytes}\n`;
}

/** For each merge: 1 and a tree, or 0 and what is in conflict; then nothing. */
function readTrees(answers: string): readonly (string | undefined)[] {
  const trees: (string | undefined)[] = [];
  const fields = answers.split('\0');
  for (let at = 0; at + 1 < fields.length; at++) {
    trees.push(fields[at] === '1' ? fields[at + 1] : undefined);
    at += 2;
    while (fields[at] !== '') {
      at++;
    }
  }
  return trees;
}

function readBlobs(answers: string): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < answers.length; ) {
    const end = answers.indexOf('\n', at);
    const size = Number(answers.slice(at, end).split(' ')[2]);
    texts.push(Buffer.from(answers.slice(end + 1, end + 1 + size), 'latin1').toString());
    at = end + 1 + size + 1;
  }
  return texts;
}
