import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  always,
  choose,
  closeAll,
  even,
  lazy,
  menuAt,
  never,
  openText,
  rewrites,
  set,
  squiggles,
  underlined,
  until,
} from './toneDesk.js';

describe('The menu at a squiggle', () => {
  afterEach(closeAll);

  it('offers rewrites first, the best one preferred, then the off switches and the reason', async () => {
    const document = await openText(always);
    await until(document.uri, 1);
    const menu = await menuAt(document, 'always');
    const titles = menu.map(({ title }) => title);
    const offered = rewrites(menu);
    assert.ok(offered.length >= 2 && offered.length <= 4, titles.join(' | '));
    assert.deepEqual(menu.slice(0, offered.length), offered);
    assert.deepEqual(
      menu.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      [titles[0]],
    );
    for (const wanted of [
      /^Ignore it here/,
      /fine for me$/,
      /fine in our team$/,
      /^Turn the rule/,
      /^Snooze/,
      /^Why this\?/,
    ]) {
      assert.ok(
        titles.some((title) => wanted.test(title)),
        `${wanted} is not among ${titles.join(' | ')}`,
      );
    }
    assert.ok(!titles.some((title) => /language model/.test(title)), 'nobody has a language model here');
  });

  it('offers nothing where nothing is found', async () => {
    const document = await openText(`${always}\n\nThis is fine.`);
    await until(document.uri, 1);
    assert.deepEqual(await menuAt(document, 'This is fine'), []);
  });

  it('is up to date with a text that has just changed', async () => {
    const document = await openText('Thanks.');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), `${always} `);
    await vscode.workspace.applyEdit(edit);
    assert.ok(rewrites(await menuAt(document, 'always')).length > 0);
  });

  it('rewrites, is quiet about the result, and can be undone', async () => {
    const text = `First line.\n\n${always} Thanks.\n`;
    const document = await openText(text);
    await until(document.uri, 1);
    await choose(rewrites(await menuAt(document, 'always')), /./);
    await until(document.uri, 0);
    assert.doesNotMatch(document.getText(), /You always/);
    assert.match(document.getText(), /^First line\.\n\n.+Thanks\.\n$/s);
    await vscode.commands.executeCommand('undo');
    await until(document.uri, 1);
    assert.equal(document.getText(), text);
  });

  it('fills the blanks of a form with what the writer says, and warns of those that are left', async () => {
    const document = await openText(`${always}\n`);
    const [found] = await until(document.uri, 1);
    assert.ok(found);
    const menu = rewrites(await menuAt(document, 'always'));
    const rewrite = menu.findIndex(({ title }) => /\[.+\?\]/.test(title));
    assert.ok(rewrite >= 0, 'one of the rewrites asks the writer');
    const start = document.offsetAt(found.range.start);
    const end = document.offsetAt(found.range.end);
    const rule = typeof found.code === 'object' ? found.code.value : '';
    const place = { uri: document.uri.toString(), rule, start, end, rewrite, fill: ['the change of Tuesday'] };
    await vscode.commands.executeCommand('commonGround.tone.applyRewrite', place);
    assert.match(document.getText(), /the change of Tuesday/);
    const isBlank = ({ message }: vscode.Diagnostic): boolean => message.startsWith('A blank');
    const [blank] = await until(document.uri, (found) => found.some(isBlank));
    assert.ok(blank);
    assert.match(blank.message, /^A blank is still to fill: \[.+\?\]$/);
    assert.equal(blank.severity, vscode.DiagnosticSeverity.Warning);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, blank.range, 'look at it');
    await vscode.workspace.applyEdit(edit);
    await until(document.uri, 0);
  });

  it('rewrites all of a rule, and everything at once', async () => {
    const document = await openText(`${always}\n\n${always}\n\n${never}\n`);
    await until(document.uri, 3);
    const menu = await menuAt(document, 'always');
    assert.ok(menu.some(({ title }) => /^Rewrite every absolute/.test(title)));
    await choose(menu, /^Rewrite everything/);
    await until(document.uri, 0);
    assert.doesNotMatch(document.getText(), /You (?:always|never)/);
  });

  it('gives on-save fixes to those who name our kind: whole sentences, and none is taken away', async () => {
    const document = await openText(`${even}\n\n${lazy}\n`);
    await until(document.uri, 2);
    const [action, ...others] = await menuAt(document, 'lazy', 'source.fixAll.commonGround');
    assert.deepEqual(others, []);
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    await until(document.uri, 1);
    assert.match(document.getText(), /^[A-Z].+[.?]\n\nYou are lazy\.\n$/);
    assert.doesNotMatch(document.getText(), /[<>]/);
  });

  it('does the same as a command', async () => {
    const document = await openText(`${always}\n\n${never}\n`);
    await until(document.uri, 2);
    const uri = document.uri.toString();
    const result = await vscode.commands.executeCommand('commonGround.tone.fixAll', { uri });
    assert.deepEqual(result, { rewritten: 2, left: 0 });
    await until(document.uri, 0);
    const again = await vscode.commands.executeCommand('commonGround.tone.fixAll', { uri });
    assert.deepEqual(again, { rewritten: 0, left: 0 });
  });

  it('leaves what only the writer knows alone in a text that nobody looks at', async () => {
    const document = await openText(`${even}\n\n${lazy}\n`);
    await until(document.uri, 2);
    await openText('Something else.');
    const uri = document.uri.toString();
    const result = await vscode.commands.executeCommand('commonGround.tone.fixAll', { uri });
    assert.deepEqual(result, { rewritten: 1, left: 1 });
    assert.match(document.getText(), /You are lazy/);
  });
});

describe('The hover at a squiggle', () => {
  afterEach(closeAll);

  it('says why, what led to it, and what to write instead', async () => {
    const document = await openText(always);
    await until(document.uri, 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 5),
    );
    const contents = hovers.flatMap(({ contents }) => contents) as vscode.MarkdownString[];
    const text = contents.map(({ value }) => value).join('\n');
    assert.match(text, /command:commonGround\.tone\.showRule/);
    assert.match(text, /What led to it/);
    assert.match(text, /command:commonGround\.tone\.applyRewrite/);
  });
});

describe('The off switches', () => {
  afterEach(closeAll);

  it('ignore one place, with a note in the text that can be undone', async () => {
    const document = await openText(`- ${always}\n- ${never}\n`);
    await until(document.uri, 2);
    await choose(await menuAt(document, 'always'), 'Ignore it here');
    await until(document.uri, 1);
    assert.match(document.getText(), /tone-ignore/);
    assert.match(underlined(document)[0] ?? '', /never/);
    await vscode.commands.executeCommand('undo');
    await until(document.uri, 2);
  });

  it('allow a phrase for me', async () => {
    const document = await openText(`${always}\n\n${never}\n`);
    await until(document.uri, 2);
    await choose(await menuAt(document, 'always'), /fine for me$/);
    await until(document.uri, 1);
    const allowed = vscode.workspace.getConfiguration('commonGround.tone').inspect<string[]>('allow')?.globalValue;
    assert.equal(allowed?.length, 1);
    assert.match(allowed[0] ?? '', /always/i);
  });

  it('turn one rule off, and no other', async () => {
    const document = await openText(`${always}\n\n${always}\n\nYou made me feel ignored.\n`);
    await until(document.uri, 3);
    await choose(await menuAt(document, 'always'), /^Turn the rule/);
    await until(document.uri, 1);
    const rules = vscode.workspace.getConfiguration('commonGround.tone').inspect<object>('rules')?.globalValue;
    assert.deepEqual(Object.values(rules ?? {}), ['off']);
  });

  it('snooze, which ends by itself', async () => {
    const document = await openText(always);
    await until(document.uri, 1);
    await vscode.commands.executeCommand('commonGround.tone.snooze', { minutes: 0.08 });
    await until(document.uri, 0);
    assert.deepEqual(await vscode.commands.executeCommand('commonGround.tone.explain', { uri: document.uri }), {
      checked: false,
      reason: 'snoozed',
      findings: 0,
    });
    await until(document.uri, 1);
  });

  it('switch everything off, and on again', async () => {
    const document = await openText(always);
    await until(document.uri, 1);
    assert.equal(await vscode.commands.executeCommand('commonGround.tone.toggle'), false);
    await until(document.uri, 0);
    assert.equal(await vscode.commands.executeCommand('commonGround.tone.toggle', { on: true }), true);
    await until(document.uri, 1);
  });

  it('leave files out', async () => {
    await set('exclude', ['**/*.md', 'Untitled-*']);
    const document = await openText(always);
    const told = await vscode.commands.executeCommand('commonGround.tone.explain', { uri: document.uri.toString() });
    assert.deepEqual(told, { checked: false, reason: 'excluded', findings: 0 });
    assert.deepEqual(squiggles(document.uri), []);
  });
});

describe('The commands of the tone check', () => {
  afterEach(closeAll);

  it('refuse what they cannot read, in words', async () => {
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('commonGround.tone.turnRuleOff', { rule: 7 })),
      /does not understand/,
    );
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('commonGround.tone.snooze', { minutes: -1 })),
      /does not understand/,
    );
  });

  it('do nothing to a text that has moved on', async () => {
    const document = await openText(always);
    await until(document.uri, 1);
    const place = { uri: document.uri.toString(), rule: 'absolute/you-always', start: 3, end: 4, rewrite: 0 };
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('commonGround.tone.applyRewrite', place)),
      /changed since/,
    );
    assert.equal(document.getText(), always);
  });

  it('open a page to try it on, with something to find', async () => {
    await vscode.commands.executeCommand('commonGround.tone.try');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.equal(document.languageId, 'markdown');
    await until(document.uri, (found) => found.length >= 5);
    const quiet = document.getText().indexOf('These say the same');
    assert.ok(squiggles(document.uri).every(({ range }) => document.offsetAt(range.start) < quiet));
  });
});
