// The entry of the tests inside VS Code: COMMON_GROUND_SUITES names groups, which are folders beside this file; the one without
// a name is the tests directly beside it. Each group finds the workspace as it was at the start. Ends with one line for
// whoever counts.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { workspaceAtStart } from './workspaceAtStart.js';

export async function run(): Promise<void> {
  const groups = (process.env.COMMON_GROUND_SUITES ?? '').split(',');
  const startAgain = groups.length > 1 ? workspaceAtStart() : async () => undefined;
  let [passed, failed, skipped] = [0, 0, 0];
  for (const group of groups) {
    await startAgain();
    const { passes, failures, pending } = await runGroup(group);
    passed += passes;
    failed += failures;
    skipped += pending;
  }
  process.stdout.write(`@result passed=${passed} failed=${failed} skipped=${skipped}\n`);
  if (failed > 0) {
    throw new Error(`${failed} of the tests failed.`);
  }
  if (passed + skipped === 0) {
    throw new Error(`There are no tests in ${groups.join(', ')}.`);
  }
}

async function runGroup(group: string): Promise<Mocha.Stats> {
  const only = process.env.COMMON_GROUND_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, ...(only === undefined ? {} : { grep: only }) });
  const folder = join(__dirname, group);
  const files = globSync('*.test.js', { cwd: folder }).sort();
  if (files.length === 0) {
    throw new Error(`There are no tests in ${folder}.`);
  }
  for (const file of files) {
    mocha.addFile(join(folder, file));
  }
  return runMocha(mocha);
}

function runMocha(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    try {
      const runner = mocha.run(() => resolve(runner.stats ?? fail('Mocha counted nothing.')));
    } catch (error) {
      reject(error);
    }
  });
}

function fail(message: string): never {
  throw new Error(message);
}
