import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckHost, DocumentCheck } from '../../../src/editor/tone/documentCheck.js';
import { DocumentChecks } from '../../../src/editor/tone/documentChecks.js';
import { ToneHover } from '../../../src/editor/tone/hover.js';
import { TimeSlices } from '../../../src/editor/tone/timeSlices.js';
import { ToneChecker } from '../../../src/tone/checker.js';
import type { Finding } from '../../../src/tone/finding.js';
import { always, closeAll, eventually, openText, squiggles, until } from '../toneDesk.js';

/** Checks with an engine that finds nothing: what counts is what is held. */
function checksOfOurs(): DocumentChecks {
  const checker = new ToneChecker({
    isCandidate: () => false,
    checkSentence: () => [],
  });
  const host: CheckHost = {
    slices: new TimeSlices({ now: () => performance.now(), rest: (next) => setImmediate(next) }, 4),
    plan: async () => ({ checker, languageId: 'markdown', openBlanks: () => [] }),
    publish: (check) => checks.used(check),
    report: assert.fail,
  };
  const checks = new DocumentChecks(host, ({ languageId }) => languageId === 'markdown');
  return checks;
}

describe('What is known of a text', () => {
  afterEach(closeAll);

  it('is let go of when nobody looks, and made again when somebody does', async () => {
    const checks = checksOfOurs();
    try {
      checks.start();
      const opened: vscode.TextDocument[] = [];
      for (let count = 0; count < 25; count += 1) {
        const document = await openText(`${always} ${count}`);
        opened.push(document);
        await until(document.uri, 1);
        await eventually(() => checks.of(document.uri)?.isHeld === true);
      }
      const held = () => opened.map(({ uri }) => checks.of(uri)?.isHeld === true);
      await eventually(() => held().filter(Boolean).length === 21);
      assert.deepEqual(held().slice(0, 4), [false, false, false, false]);
      const [first] = opened;
      assert.ok(first);
      assert.equal(squiggles(first.uri).length, 1);
      await vscode.window.showTextDocument(first);
      await eventually(() => checks.of(first.uri)?.isHeld === true);
      await until(first.uri, 1);
    } finally {
      checks.dispose();
    }
  });
});

describe('The hover at a finding of the learned score alone', () => {
  it('says which words weighed most', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: always });
    const finding: Finding = {
      rule: 'quarrel/many-signs',
      level: 'gentle',
      range: { start: 0, end: 10 },
      text: always.slice(0, 10),
      message: 'May read as blame.',
      evidence: ['you always', 'break'],
      suggestions: [],
      modelOnly: true,
    };
    const text = async (found: Finding): Promise<string> => {
      const check = { upToDate: async () => [found] } as unknown as DocumentCheck;
      const hover = new ToneHover({ checkOf: () => check, why: async () => undefined });
      const shown = await hover.provideHover(document, new vscode.Position(0, 3));
      return (shown?.contents ?? []).map((part) => (part as vscode.MarkdownString).value).join('\n');
    };
    assert.match(await text(finding), /Weighed most: you always · break/);
    const { modelOnly: _, ...byRule } = finding;
    assert.match(await text(byRule), /What led to it: you always · break/);
  });
});
