import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { scalarText } from '../../../src/yamlList/scalarText.js';
import { anyText } from '../anyText.js';
import { saying } from '../commitments/someFiles.js';
import { runs } from '../runs.js';

const text = fc.oneof(
  saying,
  anyText({ maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '~',
    'null',
    'yes',
    'NO',
    'on',
    '0x1f',
    '1e3',
    '.5',
    '12:30',
    '2026-11-20',
    '---',
    '- a',
    '? a',
    '!a',
    '&a',
    '*a',
    '%a',
    '@a',
    '`a',
    '# a',
    'a # b',
    'a: b',
    'a:',
    '"a',
    "'a",
    '[a',
    '{a',
    '|',
    '>',
    '\ta',
    'a\t',
    'a\n',
    '\na',
    'a\n\nb',
    'a\n  b',
    '\ud800',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\x7f',
    'a\rb',
  ),
);

describe('a text, written as YAML', () => {
  it('reads as the same text, for readers of YAML 1.2 and of 1.1, in blocks and in braces', () => {
    const style = fc.constantFrom('plain', 'single', 'double', 'block', 'none' as const);
    fc.assert(
      fc.property(text, style, fc.constantFrom('\n', '\r\n'), (said, kind, lineEnd) => {
        const block = scalarText(said, { indent: 2, flow: false, lineEnd, style: kind });
        const flow = scalarText(said, { indent: 2, flow: true, lineEnd, style: kind });
        for (const version of ['1.1', '1.2'] as const) {
          const day = version === '1.1' && /^\d{4}-\d{2}-\d{2}$/.test(said);
          if (!day) {
            assert.deepEqual(parse(`a:${lineEnd}  b: ${block}${lineEnd}  c: d`, { version }), {
              a: { b: said, c: 'd' },
            });
            assert.deepEqual(parse(`a: { b: ${flow}, c: d }`, { version }), { a: { b: said, c: 'd' } });
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
