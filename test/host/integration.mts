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
    return flags.includes('--single') ? await runGroup(names[0] ?? '') : await runGroups();
  } finally {
    await closeSession();
  }
});

/** Each group is a process, so that what it prints can be counted. */
async function runGroups(): Promise<number> {
  const results = [];
  for (const group of wantedGroups()) {
    console.log(`\n── ${label(group)}`);
    const child = fork(import.meta.filename, ['--single', label(group), ...flags], {
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

async function runGroup(name: string): Promise<number> {
  const group = findGroups().find((each) => label(each) === name);
  if (group === undefined) {
    throw new Problem(`There is no group ${name} of integration tests.`);
  }
  const profile = ['user-data', 'extensions'].map((each) => `--${each}-dir=${session().newFolder(each)}`);
  try {
    return await runTests({
      ...(flags.includes('--desktop') ? {} : { vscodeExecutablePath: inProject('test', 'host', 'executable.mts') }),
      extensionDevelopmentPath: [inProject(), ...group.extensions.map((path) => inProject(path))],
      extensionTestsPath: inProject('out', 'test', 'integration', 'index.js'),
      extensionTestsEnv: { COMMON_GROUND_SUITE: group.name, PATH: ownNodeFirst() },
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
