import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onDisk, putOnDisk, startAgain, teamFile, until } from './team.js';

const text = `# ours
version: 1
commitments:
  - id: 7f3a9c21
    promise: When it is late, I will go home.
    owner: Noor
    made: 2026-11-06
    revisit: 2026-11-20
    from: retros/2026-11-06-sprint-41.md
    state: open
  - promise: One without an id.
    owner: team
    state: done
  - id: 7f3a9c21
    promise: One with the id of another.
    made: 6.11.2026
    revisit: in two weeks
    state: changed
    ending:
      on: 2026-11-20
      successor: 48f1c7aa
  - id: 48f1c7aa
    promise: The successor.
    state: open
`;

describe('the file of promises in the editor', function () {
  this.timeout(60_000);
  let original = '';
  let document: vscode.TextDocument;
  before(async () => {
    original = await onDisk();
  });
  beforeEach(async () => {
    await startAgain(original);
    await putOnDisk(text);
    document = await vscode.workspace.openTextDocument(teamFile());
    await until('the text', () => document.getText() === text);
    await vscode.window.showTextDocument(document);
  });
  after(() => startAgain(original));

  const lineOf = (words: string): number =>
    document.getText().slice(0, document.getText().indexOf(words)).split('\n').length - 1;
  const placeOf = (words: string, within = 0): vscode.Position =>
    document.positionAt(document.getText().indexOf(words) + within);
  const problems = () =>
    until('the problems', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length >= 4 ? found : undefined;
    });

  it('shows problems where they are', async () => {
    const found = await problems();
    const places = found.map(({ code, range }) => [code, range.start.line]);
    assert.deepEqual(
      places.sort((a, b) => Number(a[1]) - Number(b[1])),
      [
        ['missing-id', lineOf('promise: One without')],
        ['unknown-state', lineOf('state: done')],
        ['duplicate-id', lineOf('- id: 7f3a9c21\n    promise: One with the id')],
        ['bad-date', lineOf('made: 6.11.2026')],
        ['bad-date', lineOf('revisit: in two weeks')],
      ],
    );
  });

  async function fix(code: string, line: number, title: RegExp): Promise<void> {
    const isThere = (): boolean =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some((diagnostic) => diagnostic.code === code && diagnostic.range.start.line === line);
    // Those of the text before may still be shown.
    await until(`${code} in line ${line}`, isThere);
    const range = document.lineAt(line).range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const action = actions.find((each) => title.test(each.title));
    assert.ok(action?.edit, `${code}: ${actions.map((each) => each.title).join(', ')}`);
    await vscode.workspace.applyEdit(action.edit);
    await until(`no ${code} in line ${line}`, () => !isThere());
  }

  it('gives an id to a promise that has none, or the one of another', async () => {
    await fix('missing-id', lineOf('promise: One without'), /Give it an id/);
    assert.match(document.getText(), /- promise: One without an id\.\n {4}id: [0-9a-f]{8}\n/);
    await fix('duplicate-id', lineOf('promise: One with the id') - 1, /id of its own/);
    assert.match(document.getText(), /- id: (?!7f3a9c21)[0-9a-f]{8}\n {4}promise: One with the id/);
  });

  it('keeps both sides where two branches disagree', async () => {
    const theirs = (id: string): string => `  - id: ${id}\n    promise: Promise ${id}.\n    state: open\n`;
    const marked = `version: 1\ncommitments:\n<<<<<<< ours\n${theirs('aaaaaaa1')}=======\n${theirs('bbbbbbb2')}>>>>>>> theirs\n`;
    await putOnDisk(marked);
    await until('the markers', () => document.getText() === marked);
    await until('the problem', () => vscode.languages.getDiagnostics(document.uri)[0]?.code === 'conflict-markers');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(2).range,
    );
    const action = actions.find(({ title }) => title === 'Keep both sides');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.doesNotMatch(document.getText(), /<<<|===|>>>/);
    assert.ok(document.getText().includes(theirs('aaaaaaa1')) && document.getText().includes(theirs('bbbbbbb2')));
  });

  it('reads a state as it was meant', async () => {
    await fix('unknown-state', lineOf('state: done'), /It is kept/);
    assert.match(document.getText(), /One without an id\.\n {4}owner: team\n {4}state: kept/);
  });

  it('reads a day as it was said', async () => {
    await fix('bad-date', lineOf('revisit: in two weeks'), /Write \d{4}-\d{2}-\d{2}/);
    assert.match(document.getText(), /revisit: \d{4}-\d{2}-\d{2}\n {4}state: changed/);
  });

  it('reads a day inside of an ending', async () => {
    await putOnDisk(text.replace('on: 2026-11-20', 'on: "20.11.2026"'));
    await until('the text', () => document.getText().includes('20.11.2026'));
    await fix('bad-date', lineOf('20.11.2026'), /Write \d{4}-\d{2}-\d{2}/);
    assert.match(document.getText(), /ending:\n {6}on: \d{4}-\d{2}-\d{2}\n {6}successor: 48f1c7aa/);
  });

  async function complete(words: string, within: number, typed: string): Promise<vscode.CompletionItem[]> {
    const position = placeOf(words, within);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, position, typed);
    await vscode.workspace.applyEdit(edit);
    const at = document.positionAt(document.offsetAt(position) + typed.trimEnd().length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return list.items;
  }
  const names = (items: vscode.CompletionItem[]): string[] =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  it('completes keys that are missing, states, owners and days', async () => {
    const keys = names(await complete('    state: done', 0, '    re\n'));
    assert.ok(keys.includes('revisit') && keys.includes('notes'), keys.join(', '));
    assert.ok(!keys.includes('promise'), 'what is there is not offered again');
    await vscode.commands.executeCommand('undo');
    const states = names(await complete('state: done', 'state: '.length, ''));
    assert.deepEqual(states.slice(0, 4), ['open', 'kept', 'changed', 'let-go']);
    const owners = names(await complete('owner: team', 'owner: '.length, ''));
    assert.ok(owners.includes('Noor') && owners.includes('team'), owners.join(', '));
    const days = await complete('in two weeks', 'in two weeks'.length, '');
    const first = days.find(
      ({ insertText }) => typeof insertText === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(insertText),
    );
    assert.ok(first, names(days).join(', '));
  });

  it('completes where a promise came from', async () => {
    const sources = names(await complete('retros/2026-11-06', 0, ''));
    assert.ok(
      sources.some((path) => path.endsWith('2026-11-20-sprint-42.md')),
      sources.join(', '),
    );
  });

  it('tells the whole story in a hover, and nothing that acts', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf('When it is late', 3),
    );
    const story = hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
      .join('\n');
    assert.match(story, /When/);
    assert.match(story, /Noor/);
    assert.match(story, /Worth&nbsp;a&nbsp;word|Worth a word/);
  });

  it('goes to the retro, and from a successor to its promise', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      10,
    );
    assert.ok(links.some(({ target }) => target?.path.endsWith('/.common-ground/retros/2026-11-06-sprint-41.md')));
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      placeOf('successor: 48f1c7aa', 'successor: '.length + 2),
    );
    assert.equal(places[0]?.range.start.line, lineOf('- id: 48f1c7aa'));
  });

  it('offers keep, change and let go above open promises', async () => {
    const lenses = await until('the lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    const first = lenses
      .filter(({ range }) => range.start.line === lineOf('- id: 7f3a9c21'))
      .map(({ command }) => command?.command);
    assert.ok(first.includes('commonGround.commitments.keep'));
    assert.ok(first.includes('commonGround.commitments.letGo'));
    assert.equal(
      lenses.some(({ range }) => range.start.line === lineOf('ending:')),
      false,
    );
  });

  it('has an outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['When it is late, I will go home.', 'One without an id.', 'One with the id of another.', 'The successor.'],
    );
  });
});
