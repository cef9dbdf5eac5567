import assert from 'node:assert/strict';
import { answerLines } from '../../../src/shell/toneLines.js';
import type { Finding } from '../../../src/tone/finding.js';

const finding: Finding = {
  rule: 'absolute/you-always',
  level: 'default',
  range: { start: 0, end: 10 },
  text: 'You always',
  message: 'May read as blame.',
  evidence: [],
  suggestions: [{ label: 'Ask', range: { start: 0, end: 21 }, newText: 'Could we?' }],
};

async function answers(
  lines: readonly string[],
): Promise<{ read: boolean; answered: unknown[]; complaints: string[]; asked: string[] }> {
  const answered: unknown[] = [];
  const complaints: string[] = [];
  const asked: string[] = [];
  const read = await answerLines({
    lines: (async function* () {
      yield* lines;
    })(),
    check: (text, languageId) => {
      asked.push(languageId);
      return text.startsWith('You always') ? [finding] : [];
    },
    answer: (line) => answered.push(JSON.parse(line)),
    complain: (message) => complaints.push(message),
  });
  return { read, answered, complaints, asked };
}

describe('Line by line', () => {
  it('answers each line, in order', async () => {
    const { read, answered, asked } = await answers([
      '{"id":"a","text":"You always break it."}',
      '',
      '{"id":2,"text":"Fine.","languageId":"plaintext","label":1}',
    ]);
    assert.equal(read, true);
    assert.deepEqual(asked, ['markdown', 'plaintext']);
    const rewrites = [{ label: 'Ask', start: 0, end: 21, newText: 'Could we?', blanks: [] }];
    assert.deepEqual(answered, [
      {
        id: 'a',
        findings: [
          { start: 0, end: 10, rule: finding.rule, level: 'default', message: 'May read as blame.', rewrites },
        ],
      },
      { id: 2, findings: [] },
    ]);
  });

  it('says which line cannot be read, and goes on', async () => {
    const { read, answered, complaints } = await answers([
      'nope',
      '[1]',
      '{"id":1}',
      '{"id":true,"text":"x"}',
      '{"id":3,"text":"Fine."}',
    ]);
    assert.equal(read, false);
    assert.deepEqual(
      answered.map((answer) => (answer as { id: unknown }).id),
      [null, null, null, null, 3],
    );
    assert.equal(complaints.length, 4);
    assert.match(complaints[0] ?? '', /^line 1: not JSON/);
    assert.match(complaints[2] ?? '', /^line 3: expected \{"id"/);
  });
});
