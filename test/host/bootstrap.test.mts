import assert from 'node:assert/strict';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mts';
import { runProgram } from './runProgram.mts';
import { session } from './session.mts';

describe('When something is missing, one sentence says what to do', () => {
  /** A fresh clone, as far as the first step is concerned. */
  function freshClone(): string {
    const clone = session().newFolder('clone');
    for (const path of ['package.json', 'package-lock.json', 'test/host']) {
      cpSync(inProject(path), join(clone, path), { recursive: true });
    }
    return clone;
  }

  async function firstStep(clone: string, env: NodeJS.ProcessEnv): Promise<string> {
    const program = runProgram([join(clone, 'test', 'host', 'bootstrap.mjs'), 'test'], { cwd: clone, env });
    assert.equal(await program.ended, 1, program.output());
    return program.output().trim().split('\n').at(-1) ?? '';
  }

  it('no npm', async () => {
    assert.match(
      await firstStep(freshClone(), { PATH: session().newFolder('bin') }),
      /^npm was not found\..*nodejs\.org/,
    );
  });

  it('no network', async () => {
    const unreachable = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };
    const env = { ...unreachable, npm_config_cache: session().newFolder('cache') };
    assert.match(await firstStep(freshClone(), env), /^The npm registry could not be reached\. Check the network/);
  });

  it('no install scripts', async () => {
    const clone = freshClone();
    const bin = session().newFolder('bin');
    // An npm that succeeds and brings nothing.
    symlinkSync('/bin/true', join(bin, 'npm'));
    mkdirSync(join(clone, 'node_modules'));
    assert.match(await firstStep(clone, { PATH: bin }), /install scripts.*npm ci --ignore-scripts=false/);
  });

  it('no browser', async () => {
    const code = `await (await import('./test/host/browser.mts')).launchBrowser();`;
    const program = runProgram(['--input-type=module', '-e', code], {
      env: { COMMON_GROUND_BROWSER: '/nowhere/chrome' },
    });
    assert.notEqual(await program.ended, 0);
    assert.match(
      program.output(),
      /COMMON_GROUND_BROWSER names \/nowhere\/chrome, and there is no such file: correct it/,
    );
  });

  it('an unknown command', async () => {
    const program = runProgram([inProject('test', 'host', 'bootstrap.mjs'), 'dance']);
    assert.equal(await program.ended, 1);
    assert.match(program.output(), /There is no "dance"\. Say one of: start, test,/);
  });
});
