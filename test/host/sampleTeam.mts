import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { inProject } from './paths.mts';
import { session } from './session.mts';

/** Who committed which files of the sample team, oldest first. What is named nowhere is left to be committed. */
const history = [
  {
    who: 'Noor',
    day: '2026-09-07',
    message: 'Read the price lists of our suppliers',
    paths: ['README.md', '.gitignore', 'src'],
  },
  { who: 'Yuki', day: '2026-10-02', message: 'Write down what we agreed on', paths: ['.common-ground'] },
  { who: 'Tariq', day: '2026-11-18', message: 'Notes from the last reviews', paths: ['docs/review-notes.md'] },
] as const;

/** A copy of the sample team that can be changed: a git repository with a little history and something to commit. */
export function copySampleTeam(): string {
  const folder = session().newFolder('harbour');
  cpSync(inProject('media', 'sample-team'), folder, { recursive: true });
  try {
    git(folder, 'Noor', '2026-09-07', ['init', '--quiet', '--initial-branch=main']);
    git(folder, 'Noor', '2026-09-07', ['config', 'user.name', 'Sam']);
    git(folder, 'Noor', '2026-09-07', ['config', 'user.email', 'sam@harbour.example']);
    for (const { who, day, message, paths } of history) {
      git(folder, who, day, ['add', '--', ...paths]);
      git(folder, who, day, ['commit', '--quiet', '--no-verify', '-m', message]);
    }
  } catch (error) {
    console.warn(`The sample team has no git history here: ${error instanceof Error ? error.message : error}`);
  }
  return folder;
}

function git(cwd: string, who: string, day: string, args: readonly string[]): void {
  const person = { NAME: who, EMAIL: `${who.toLowerCase()}@harbour.example`, DATE: `${day}T09:30:00Z` };
  const entries = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  execFileSync('git', ['-c', 'commit.gpgsign=false', '-c', 'core.hooksPath=/dev/null', ...args], {
    cwd,
    env: { ...process.env, ...Object.fromEntries(entries) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
