import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import { isWholeMarkdown, type Nodes, nodesOf } from '../../corpus/markdownNodes.js';
import { corpusRows } from '../../corpus/rows.js';

const accusations = corpusRows()
  .filter(({ label, surface }) => label === 'blame' && surface === 'comment')
  .map(({ text }) => text);
const plain = corpusRows()
  .filter(({ kind }) => kind === 'plain')
  .map(({ text }) => text);

/** A sentence with one of its words in code, emphasis, a link or brackets, in one of the places where sentences stand. */
const marked = fc
  .record({
    sentence: fc.constantFrom(...accusations),
    word: fc.nat(30),
    wrap: fc.constantFrom(
      ...['`', '**', '*', '_', '~~'].map((mark) => [mark, mark] as const),
      ['[', '](http://x.example/a_b)'] as const,
      ['[', '][ref]'] as const,
      ['<b>', '</b>'] as const,
      ['@', ''] as const,
    ),
    place: fc.constantFrom('', '- ', '- [ ] ', '> ', '## ', '1. ', '[^1]: ', '| a | '),
    before: fc.constantFrom(...plain),
    after: fc.constantFrom(...plain),
  })
  .map(({ sentence, word, wrap: [open, close], place, before, after }) => {
    const words = sentence.split(' ');
    const at = word % words.length;
    const bare = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words[at] ?? '');
    words[at] = bare?.[2] ? `${bare[1]}${open}${bare[2]}${close}${bare[3]}` : (words[at] ?? '');
    return `${before}\n\n${place}${words.join(' ')}\n\n${after}\n\n[ref]: http://y.example\n`;
  });

describe('Rewrites in Markdown', () => {
  it('leave every link, image, tag and piece of code as it was, and all blocks', () => {
    const checker = new ToneChecker(languageEngine);
    let seen = 0;
    fc.assert(
      fc.property(marked, (text) => {
        const before: Nodes = nodesOf(text);
        for (const { suggestions } of checker.check(text, 'markdown')) {
          for (const { range, newText, deletes } of suggestions.filter((one) => one.deletes !== true)) {
            const after = text.slice(0, range.start) + newText + text.slice(range.end);
            assert.equal(deletes, undefined);
            assert.ok(isWholeMarkdown(before, nodesOf(after)), `${text}\n-->\n${after}`);
            seen += 1;
          }
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(seen > 300, `${seen} rewrites`);
  }).timeout(60_000);
});
