// The entry of the tests inside VS Code: the group that COMMON_GROUND_SUITE names is a folder beside this file; without it,
// the tests directly beside this file run. Ends with one line for whoever counts.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const group = process.env.COMMON_GROUND_SUITE ?? '';
  const only = process.env.COMMON_GROUND_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, ...(only === undefined ? {} : { grep: only }) });
  const folder = join(__dirname, group);
  for (const file of globSync('*.test.js', { cwd: folder }).sort()) {
    mocha.addFile(join(folder, file));
  }
  const { passes, failures, pending } = await runMocha(mocha);
  process.stdout.write(`@result passed=${passes} failed=${failures} skipped=${pending}\n`);
  if (failures > 0) {
    throw new Error(`${failures} of the tests failed.`);
  }
  if (passes + pending === 0) {
    throw new Error(`There are no tests in ${folder}.`);
  }
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
