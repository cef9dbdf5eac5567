import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { always, choose, closeAll, eventually, menuAt, openText, pause, set, until } from '../toneDesk.js';

const title = 'Rephrase with your language model…';

/** What the language model was sent so far. */
async function sent(): Promise<string[]> {
  const fixture = vscode.extensions.getExtension<{ sent: string[] }>('common-ground-fixtures.language-model');
  assert.ok(fixture);
  return (await fixture.activate()).sent;
}

describe('Rephrasing with a language model', () => {
  before(async () => {
    await sent();
  });

  afterEach(closeAll);

  it('is offered where there is one, unless the person said never', async () => {
    const document = await openText(`Thanks. ${always} See you.`);
    await until(document.uri, 1);
    await menuWithModel(document);
    await set('rephrase', 'never');
    assert.ok(!(await menuAt(document, 'always')).some((action) => action.title === title));
  });

  it('sends nothing before the person agreed', async () => {
    const messages = await sent();
    const before = messages.length;
    const document = await openText(`Thanks. ${always} See you.`);
    await until(document.uri, 1);
    // VS Code shows no dialogs in tests, and says what it would have shown.
    await assert.rejects(
      choose(await menuWithModel(document), title),
      /refused to show dialog in tests\. Contents: Send this sentence to Fixture One\?/,
    );
    assert.equal(messages.length, before);
    assert.equal(document.getText(), `Thanks. ${always} See you.`);
  });

  it('sends the sentence alone, and replaces it by what the person chooses', async () => {
    const messages = await sent();
    await set('rephrase', 'always');
    const document = await openText(`Secret plans.\n\nThanks. ${always} See you.`);
    await until(document.uri, 1);
    const before = messages.length;
    const chosen = choose(await menuWithModel(document), title);
    await eventually(() => messages.length > before);
    await acceptFirst(() => !document.getText().includes(always));
    await chosen;
    assert.equal(document.getText(), 'Secret plans.\n\nThanks. The build broke twice this week. See you.');
    const message = messages.at(-1) ?? '';
    assert.ok(message.endsWith(`\n\n${always}`), message);
    assert.doesNotMatch(message, /Secret|Thanks|See you/);
    await until(document.uri, 0);
  });
});

/** The menu once VS Code has heard of the model. */
async function menuWithModel(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  for (let attempt = 1; ; attempt += 1) {
    const menu = await menuAt(document, 'always');
    if (menu.some((action) => action.title === title)) {
      return menu;
    }
    assert.ok(attempt < 200, 'the language model is not offered');
    await pause(200);
  }
}

/** Takes the first row of the list of proposals, as soon as it is there. */
async function acceptFirst(done: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && !done(); attempt += 1) {
    await pause(200);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
}
