import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  always,
  closeAll,
  eventually,
  never,
  openFile,
  openText,
  pause,
  set,
  squiggles,
  underlined,
  until,
} from './toneDesk.js';

describe('The tone check points out blame', () => {
  afterEach(closeAll);

  it('in an untitled Markdown text, with its source, its rule and the page about it', async () => {
    const document = await openText(`# Notes\n\nThanks. ${always}\n`);
    const [found] = await until(document.uri, 1);
    assert.ok(found);
    assert.match(document.getText(found.range), /^You always/);
    assert.match(found.message, /^May read as blame/);
    assert.ok(typeof found.code === 'object');
    assert.match(String(found.code.value), /^absolute\//);
    assert.ok(found.code.target.path.endsWith(`/media/rules/${found.code.value}.md`));
    assert.notEqual(found.severity, vscode.DiagnosticSeverity.Error);
  });

  it('in a file, and only there where it stands', async () => {
    const document = await openFile(
      'docs/tone-review.md',
      `${always}\r\n\r\n\`${always}\`\r\n\r\n> ${always}\r\n\r\n${never}\r\n`,
    );
    await until(document.uri, 2);
    assert.deepEqual(
      squiggles(document.uri).map(({ range }) => range.start.line),
      [0, 6],
    );
  });

  it('not in a text without blame, nor in plain text, nor in code', async () => {
    const calm = await openText('The build broke twice this week. Could we run it before we merge?\n');
    const plain = await openText(always, 'plaintext');
    const code = await openText(`// ${always}\n`, 'typescript');
    const blame = await openText(always);
    await until(blame.uri, 1);
    await pause(200);
    assert.deepEqual([calm, plain, code].flatMap(underlined), []);
  });

  it('in comments of code for those who want that', async () => {
    await set('codeComments', true);
    const document = await openText(`// ${always}\nconst text = '${always}';\n`, 'typescript');
    await until(document.uri, 1);
    assert.equal(squiggles(document.uri)[0]?.range.start.line, 0);
    await set('codeComments', undefined);
    await until(document.uri, 0);
  });

  it('in a commit message that is written in an editor, comment lines left out', async () => {
    const document = await openText(`Fix the lock\n\n${always}\n\n# ${never}\n`, 'git-commit');
    await until(document.uri, 1);
  });

  it('in the Markdown cells of a notebook', async () => {
    const cells = [
      new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, always, 'markdown'),
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, `# ${always}`, 'python'),
    ];
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    await vscode.window.showNotebookDocument(notebook);
    const [text, code] = notebook.getCells();
    assert.ok(text && code);
    await until(text.document.uri, 1);
    assert.deepEqual(underlined(code.document), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(text.document.uri, 0);
  });

  it('in a document of another scheme', async () => {
    const files = new Map([['/review-notes.md', always]]);
    const provider = memoryFiles(files);
    const registered = vscode.workspace.registerFileSystemProvider('tonememory', provider);
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('tonememory:/review-notes.md'));
      await vscode.window.showTextDocument(document);
      await until(document.uri, 1);
    } finally {
      await closeAll();
      registered.dispose();
    }
  });

  it('and takes it away when the text leaves', async () => {
    const document = await openText(always);
    await until(document.uri, 1);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until(document.uri, 0);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await until(document.uri, 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(document.uri, 0);
  });

  it('for the text as it is, also while someone types fast', async () => {
    const document = await openText('');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document === document);
    const text = `Intro.\n\n${always} Thanks.\n\nMore 🙂 text. ${never}\n`;
    for (let at = 0; at < text.length; at += 3) {
      await editor.edit((edit) => edit.insert(document.positionAt(at), text.slice(at, at + 3)));
    }
    await until(document.uri, 2);
    assert.deepEqual(
      underlined(document).map((part) => part.slice(0, 9)),
      ['You alway', 'You never'],
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A line before.\n\n'));
    await eventually(() => squiggles(document.uri)[0]?.range.start.line === 4);
    assert.match(underlined(document)[0] ?? '', /^You always/);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, document.lineCount, 0)));
    await until(document.uri, 0);
  });

  it('at the levels that the settings name', async () => {
    const document = await openText(`${always}\n\nYou broke the nightly build with the last commit.\n`);
    await until(document.uri, 2);
    const gentle = squiggles(document.uri)[1];
    assert.equal(gentle?.severity, vscode.DiagnosticSeverity.Hint);
    await set('level', 'default');
    await until(document.uri, 1);
  });
});

function memoryFiles(files: Map<string, string>): vscode.FileSystemProvider {
  const none = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const read = ({ path }: vscode.Uri): Uint8Array => {
    const text = files.get(path);
    if (text === undefined) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    return new TextEncoder().encode(text);
  };
  return {
    onDidChangeFile: none.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: read(uri).length }),
    readFile: read,
    readDirectory: () => [],
    writeFile: ({ path }, content) => void files.set(path, new TextDecoder().decode(content)),
    createDirectory: () => undefined,
    delete: ({ path }) => void files.delete(path),
    rename: () => undefined,
  };
}
