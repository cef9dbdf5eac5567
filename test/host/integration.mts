// Runs the tests inside VS Code, group by group: `integration.mts [--desktop] [group…]`; `default` names the group of the
// tests directly in test/integration.
import { fork } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { countResults, resultLine, sum } from './counts.mts';
import { copyWorkspace, findGroups, type Group } from './groups.mts';
import { inProject } from './paths.mts';
import { Problem, runMain } from './problem.mts';
import { closeSession, endWithParent, session } from './session.mts';

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('-'));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));

endWithParent();
await runMain(async () => {
  try {
    return flags.includes('--single') ? await runTogether(names[0]?.split(',') ?? []) : await runGroups();
  } finally {
    await closeSession();
  }
});

/** Groups that need the same share a VS Code; each VS Code is a process, so that what it prints can be counted. */
async function runGroups(): Promise<number> {
  const results = [];
  for (const groups of Map.groupBy(wantedGroups(), needs).values()) {
    const labels = groups.map(label).join(',');
    console.log(`\n── ${labels}`);
    const child = fork(import.meta.filename, ['--single', labels, ...flags], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    results.push(await countResults(child));
  }
  const total = sum(results);
  console.log(resultLine(total));
  return total.failed === 0 ? 0 : 1;
}

function wantedGroups(): Group[] {
  const all = findGroups();
  const unknown = names.filter((name) => !all.some((group) => label(group) === name));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no group ${unknown.join(', ')} of integration tests; there are: ${all.map(label).join(', ')}.`,
    );
  }
  return all.filter((group) => names.length === 0 || names.includes(label(group)));
}

function needs({ workspace, extensions }: Group): string {
  return JSON.stringify([workspace, extensions]);
}

async function runTogether(labels: readonly string[]): Promise<number> {
  const groups = findGroups().filter((each) => labels.includes(label(each)));
  const [group] = groups;
  if (group === undefined) {
    throw new Problem(`There is no group ${labels.join(', ')} of integration tests.`);
  }
  const profile = ['user-data', 'extensions'].map((each) => `--${each}-dir=${session().newFolder(each)}`);
  try {
    return await runTests({
      ...(flags.includes('--desktop') ? {} : { vscodeExecutablePath: inProject('test', 'host', 'executable.mts') }),
      extensionDevelopmentPath: [inProject(), ...group.extensions.map((path) => inProject(path))],
      extensionTestsPath: inProject('out', 'test', 'integration', 'index.js'),
      extensionTestsEnv: { COMMON_GROUND_SUITES: groups.map(({ name }) => name).join(','), PATH: ownNodeFirst() },
      launchArgs: [
        ...(group.workspace === undefined ? [] : [copyWorkspace(group)]),
        '--disable-extensions',
        ...profile,
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function label(group: Group): string {
  return group.name === '' ? 'default' : group.name;
}

/** The wrapped executable is a script for this Node, whatever the machine's own is. */
function ownNodeFirst(): string {
  return dirname(process.execPath) + delimiter + (process.env.PATH ?? '');
}
