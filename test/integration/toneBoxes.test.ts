import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  addAtEnd,
  always,
  choose,
  closeAll,
  eventually,
  folder,
  menuAt,
  never,
  openAsOnDisk,
  openFile,
  openText,
  pause,
  rewrites,
  squiggles,
  until,
} from './toneDesk.js';

let count = 0;

/**
 * Opens a real review box on a file of its own, and types into it until so many places are underlined. VS Code makes the box
 * again while it lays out a file that it has just opened: the one on screen counts.
 */
async function openBox(text: string, places: number): Promise<vscode.TextDocument> {
  count += 1;
  const { uri } = await openFile(
    `src/reviewed${count}.ts`,
    'export const answer = 42;\n\nexport const question = 6;\n',
  );
  await vscode.commands.executeCommand('reviewBox.open', { uri, line: 1 });
  for (let quiet = 0, attempt = 0; attempt < 500; attempt += 1) {
    await pause(100);
    const box = boxes().find(isShown);
    if (box !== undefined && box.getText() !== text) {
      await write(box, text);
    }
    quiet = box !== undefined && squiggles(box.uri).length === places ? quiet + 1 : 0;
    if (box !== undefined && quiet === 10) {
      return box;
    }
  }
  return assert.fail('The box does not come to rest.');
}

function isShown(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

function boxes(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'comment');
}

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('The tone check in a review box', () => {
  afterEach(closeAll);

  it('points out blame, rewrites it, and takes its squiggles along when it goes', async () => {
    const box = await openBox(`Thanks! ${always}`, 1);
    await choose(rewrites(await menuAt(box, 'always')), /./);
    await until(box.uri, 0);
    assert.match(box.getText(), /^Thanks! /);
    await write(box, always);
    await until(box.uri, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(box.uri, 0);
    assert.deepEqual(
      vscode.languages.getDiagnostics().filter(([{ scheme }, found]) => scheme === 'comment' && found.length > 0),
      [],
    );
  }).timeout(60_000);

  it('points out blame again when the box is back on screen', async () => {
    const text = `Well. ${always}`;
    const box = await openBox(text, 1);
    await openText('Something else.');
    await until(box.uri, 0);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder().uri, `src/reviewed${count}.ts`));
    // VS Code may make a new document for it, with the text that was there.
    await eventually(() =>
      boxes().some((each) => isShown(each) && each.getText() === text && squiggles(each.uri).length === 1),
    );
  }).timeout(60_000);

  it('ignores a place in this text only, and writes nothing into it', async () => {
    const text = `${always} ${never}`;
    const box = await openBox(text, 2);
    await choose(await menuAt(box, 'always'), 'Ignore it in this text');
    await until(box.uri, 1);
    assert.equal(box.getText(), text);
    // Another text knows nothing of it.
    await openBox(always, 1);
  }).timeout(60_000);
});

describe('The tone check in the commit box', () => {
  afterEach(closeAll);

  it('points out blame, and ignores it in this text only', async () => {
    const control = vscode.scm.createSourceControl('toneTest', 'Tone Test', folder().uri);
    try {
      await vscode.commands.executeCommand('workbench.view.scm');
      control.inputBox.value = `Fix the lock. ${always}`;
      await eventually(() => inputs().length > 0);
      const document = inputs().find((each) => each.getText().includes(always)) ?? inputs()[0];
      assert.ok(document);
      await until(document.uri, 1);
      const menu = await menuAt(document, 'always');
      assert.ok(!menu.some(({ title }) => title === 'Ignore it here'));
      await choose(menu, 'Ignore it in this text');
      await until(document.uri, 0);
      assert.equal(document.getText(), `Fix the lock. ${always}`);
    } finally {
      control.dispose();
    }
  });
});

function inputs(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'scminput');
}

describe('The words of a team', () => {
  const file = () => vscode.Uri.joinPath(folder().uri, '.common-ground/tone.yaml');
  let before: Uint8Array;

  beforeEach(async () => {
    before = await vscode.workspace.fs.readFile(file());
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.writeFile(file(), before);
  });

  it('are allowed at the squiggle, at once, and written into the file of the team', async () => {
    const document = await openFile('docs/team-review.md', `${always}\n\n${never}\n`);
    await until(document.uri, 2);
    await choose(await menuAt(document, 'always'), /fine in our team$/);
    await until(document.uri, 1);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file()));
    assert.match(text, /You always/i);
    assert.match(text, /# How Common Ground reads our texts/, 'comments survive');
    assert.match(text, /kill the worker/);
  });

  it('are followed when the file changes on disk', async () => {
    const document = await openFile('docs/team-review.md', `We had another ping pong review. ${always}\n`);
    await until(
      document.uri,
      (found) => found.length === 2 && found.some(({ message }) => /second round/.test(message)),
    );
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode('version: 1\nallow:\n  - you always\n'));
    await until(document.uri, 0);
    await vscode.workspace.fs.delete(file());
    await until(document.uri, 1);
  });

  it('have their mistakes shown in the file, while it is written', async () => {
    const document = await openAsOnDisk(file());
    await addAtEnd(document, 'bogus: true\n');
    const [problem] = await until(file(), 1);
    assert.ok(problem);
    assert.match(document.getText(problem.range), /bogus/);
    await vscode.commands.executeCommand('undo');
    await until(file(), 0);
  });
});
