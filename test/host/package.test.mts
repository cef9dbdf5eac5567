import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { inProject } from './paths.mts';
import { runProgram } from './runProgram.mts';
import { openWorkbench, temporaryFolder } from './workbench.mts';

describe('npm run package', () => {
  it('makes a package without warnings that starts in a clean VS Code', async () => {
    const program = runProgram([inProject('test', 'host', 'package.mts')]);
    assert.equal(await program.ended, 0, program.output());
    const file = /^(.+\.vsix): \d+ kB$/m.exec(program.output())?.[1] ?? '';
    assert.ok(statSync(file).size < 1_000_000);

    const workbench = await openWorkbench({
      folder: temporaryFolder('empty'),
      extensionDevelopmentPath: false,
      installed: [file],
    });
    try {
      await workbench.runCommand('Developer: Show Running Extensions');
      const row = workbench.page.locator('.runtime-extensions-editor .extension').filter({ hasText: 'Common Ground' });
      await row.filter({ hasText: /Activation: \d+/ }).waitFor({ timeout: 90_000 });
      const text = (await row.textContent()) ?? '';
      console.log(
        `      package ${(statSync(file).size / 1000).toFixed(0)} kB, ${/Activation: \d+ ?ms/.exec(text)?.[0] ?? text}`,
      );
    } finally {
      await workbench.close();
    }
  });
});
