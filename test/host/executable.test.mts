import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mts';
import { processesMarked } from './processes.mts';
import { runProgram } from './runProgram.mts';
import { session } from './session.mts';

describe('The executable that stands for VS Code', () => {
  it('prints what the tests print, exits with their code and leaves nothing behind when they fail', async () => {
    const { extension, tests } = writeExtension();
    const executable = inProject('test', 'host', 'executable.mts');
    const flags = [`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`, '--no-sandbox'];
    const program = runProgram([executable, extension, ...flags]);
    assert.equal(await program.ended, 1, program.output());
    assert.match(program.output(), /the extension is there: true/);
    assert.match(program.output(), /Failing on purpose/);
    assert.deepEqual(processesMarked(join(session().folder, 'cg-')), []);
  });
});

/** The smallest extension, and a test run that fails. */
function writeExtension(): { extension: string; tests: string } {
  const extension = session().newFolder('extension');
  const tests = join(extension, 'tests.js');
  const manifest = {
    name: 'small',
    publisher: 'fixtures',
    version: '1.0.0',
    engines: { vscode: '^1.96.0' },
    main: './main.js',
  };
  mkdirSync(extension, { recursive: true });
  writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, activationEvents: ['*'] }));
  writeFileSync(join(extension, 'main.js'), 'exports.activate = () => undefined;\n');
  writeFileSync(
    tests,
    `exports.run = async () => {
      const found = require('vscode').extensions.getExtension('fixtures.small') !== undefined;
      console.log('%s: %s', 'the extension is there', found);
      throw new Error('Failing on purpose');
    };\n`,
  );
  return { extension, tests };
}
