import assert from 'node:assert/strict';
import { isSentAsWritten, readAs, surfaceOf } from '../../../../src/editor/tone/surface.js';

describe('surfaceOf', () => {
  const cases: readonly [scheme: string, languageId: string, surface: string | undefined][] = [
    ['file', 'markdown', 'markdown'],
    ['untitled', 'markdown', 'markdown'],
    ['vscode-vfs', 'markdown', 'markdown'],
    ['comment', 'markdown', 'commentBox'],
    ['comment', 'plaintext', 'commentBox'],
    ['vscode-scm', 'scminput', 'commit'],
    ['file', 'git-commit', 'commit'],
    ['vscode-notebook-cell', 'markdown', 'notebook'],
    ['file', 'typescript', undefined],
    ['file', 'plaintext', undefined],
    ['chatSessionInput', 'plaintext', undefined],
    ['chatSessionInput', 'markdown', undefined],
    ['vscode-chat-code-block', 'markdown', undefined],
    ['git', 'markdown', undefined],
    ['output', 'log', undefined],
  ];
  for (const [scheme, languageId, surface] of cases) {
    it(`reads ${languageId} of ${scheme}: as ${surface ?? 'nothing of ours'}`, () => {
      assert.equal(surfaceOf(scheme, languageId, false), surface);
    });
  }

  it('takes in code when its comments are checked, but no data', () => {
    assert.equal(surfaceOf('file', 'typescript', true), 'code');
    assert.equal(surfaceOf('file', 'python', true), 'code');
    assert.equal(surfaceOf('file', 'json', true), undefined);
    assert.equal(surfaceOf('chatSessionInput', 'typescript', true), undefined);
  });

  it('reads a box as Markdown whatever its controller calls it', () => {
    assert.equal(readAs('commentBox', 'plaintext'), 'markdown');
    assert.equal(readAs('commit', 'git-commit'), 'git-commit');
  });

  it('knows which texts are sent as they are written', () => {
    assert.deepEqual((['markdown', 'commentBox', 'commit', 'notebook', 'code'] as const).filter(isSentAsWritten), [
      'commentBox',
      'commit',
    ]);
  });
});
