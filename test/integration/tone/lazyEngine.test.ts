import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { always, closeAll, openText, pause, squiggles, until } from '../toneDesk.js';

/** Extensions and tests share one process, and with it what was loaded. */
function isEngineLoaded(): boolean {
  return Object.keys(require.cache).some((path) => path.endsWith('toneEngine.js'));
}

/** This group has a VS Code of its own, and these tests come first in it: nobody else has loaded the engine. */
describe('The tone engine', () => {
  before(closeAll);
  afterEach(closeAll);

  it('is not loaded for a text without a letter', async () => {
    for (const text of ['', '\n\n', '- [ ] 12:30\n', '---\n']) {
      const { uri } = await openText(text);
      const explained = await vscode.commands.executeCommand('commonGround.tone.explain', { uri });
      assert.deepEqual(explained, { checked: true, findings: 0 });
    }
    assert.equal(isEngineLoaded(), false);
  });

  it('is not loaded for a text that nobody looks at', async () => {
    // An untitled text would be shown by VS Code itself after a while, since it is not saved.
    const file = join(mkdtempSync(join(tmpdir(), 'cg-')), 'review-notes.md');
    writeFileSync(file, `${always}\n`);
    const document = await vscode.workspace.openTextDocument(file);
    await pause(500);
    assert.equal(isEngineLoaded(), false);
    assert.deepEqual(squiggles(document.uri), []);
    await vscode.window.showTextDocument(document);
    await until(document.uri, 1);
    assert.equal(isEngineLoaded(), true);
  });

  it('is told of the first letter', async () => {
    const document = await openText('');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document === document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), always));
    await until(document.uri, 1);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await until(document.uri, 0);
  });
});
