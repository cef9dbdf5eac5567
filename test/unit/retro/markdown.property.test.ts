import assert from 'node:assert/strict';
import { GFM, parser as lezer } from '@lezer/markdown';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { inline, item, task } from '../../../src/retro/markdown.js';
import { outcome } from '../../../src/retro/minutes.js';
import type { RetroState } from '../../../src/retro/model.js';
import { anyText } from '../anyText.js';
import { runs } from '../runs.js';
import { Room, template } from './room.js';

const reader = new MarkdownIt({ html: true });
const gfm = lezer.configure([GFM]);

/** What people type when they want to make something else of the minutes. */
const piece = fc.constantFrom(
  ...[
    '\\',
    '\\\\',
    '`',
    '``',
    '```',
    '~~~',
    '<',
    '>',
    '&',
    '!',
    '[',
    ']',
    '(',
    ')',
    '#',
    '##',
    '-',
    '--',
    '---',
    '+',
    '*',
    '**',
  ],
  ...[
    '***',
    '_',
    '___',
    '=',
    '===',
    '|',
    ':',
    '|---|',
    ':-:',
    '1.',
    '2)',
    '"',
    "'",
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
  ],
  ...[
    'a',
    'B',
    '/',
    '?',
    '.',
    'href=',
    '<img src=x>',
    '</a>',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '<b a="`">',
    '<http://e.x>',
  ],
  ...[
    '<a@e.x>',
    '[a](javascript:x)',
    '[a]: http://e.x',
    '[a]',
    '![a](http://e.x)',
    '[^1]',
    '[ ]',
    '&lt;',
    '&#27;',
    '&#x202e;',
  ],
  ...[
    '\u001b[31m',
    '\u0000',
    '\u0007',
    '\u0085',
    '\u009b',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u200f',
    '\ufeff',
    '\ud800',
    'é',
    '👩',
  ],
  ...['- - -', '* * *', '** *', '_ _ _', '    a', '<div>', 'http://e.x', 'http://e.x/`', '`<b>`', '\u00a0'],
);
const nasty = fc.oneof(
  { weight: 5, arbitrary: fc.array(piece, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: anyText({ minLength: 1, maxLength: 20 }) },
);
/** With a letter, so that it is not nothing. */
const someText = nasty.map((text) => `${text}x`);

/** What a paragraph or a heading may be made of. */
const inlineKinds = new Set(
  ['text', 'softbreak', 'code_inline', 'em', 'strong', 's'].flatMap((kind) => [kind, `${kind}_open`, `${kind}_close`]),
);
const noNode =
  /HTML|Comment|Processing|Image|^Link|Autolink|Table|Setext|Fenced|CodeBlock|Blockquote|Horizontal|Ordered|HardBreak/;

/** The blocks of a document in order. Nothing in it may be anything else than text. */
function blocksOf(document: string): readonly string[] {
  assert.doesNotMatch(document, /(?!\n)\p{Cc}|\p{Bidi_C}|\p{Cs}/u);
  const tokens = reader.parse(document, {});
  for (const child of tokens.flatMap(({ children }) => children ?? [])) {
    assert.ok(inlineKinds.has(child.type), `${child.type} in ${JSON.stringify(document)}`);
  }
  gfm.parse(document).iterate({
    enter: ({ name, from, to }) => {
      assert.ok(name !== 'Entity' || /^&(?:lt|amp);$/.test(document.slice(from, to)), document);
      assert.doesNotMatch(name, noNode, `${document.slice(from, to)} in ${JSON.stringify(document)}`);
    },
  });
  return tokens.map(({ type }) => type);
}

describe('Markdown of what people wrote', () => {
  it('has the blocks that we wrote, and in them nothing but text', () => {
    const document = (heading: string, text: string, inner: string, last: string) =>
      `# ${inline(heading)}\n\n${item(text)}\n${item(inner, '  ')}\n${item(last)}\n\n${task(last, true)}\n${task(inner, false)}\n`;
    const expected = blocksOf(document('x', 'x', 'x', 'x'));
    fc.assert(
      fc.property(someText, someText, someText, someText, (...texts) => {
        assert.deepEqual(blocksOf(document(...texts)), expected);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('reads as it was typed, but for emphasis and code', () => {
    fc.assert(
      fc.property(someText, (text) => {
        fc.pre(!/[*_~`]|(?<=\p{Cc}|\p{Bidi_C}|\p{Z})[\p{Cc}\p{Bidi_C}\p{Z}]|[\ufeff\ud800]/u.test(text));
        const typed = text.replace(/[\s\u0085]+/gu, ' ').replace(/[\p{Cc}\p{Bidi_C}]/gu, '');
        for (const written of [`# ${inline(text)}`, item(text)]) {
          const shown = reader.parse(written, {}).flatMap(({ children }) => children ?? []);
          const words = shown.map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');
          assert.equal(words.replace(/\p{Z}/gu, ' ').trim(), typed.trim());
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  it('keeps emphasis and code as they were typed', () => {
    assert.equal(item('**a** _b_ `<c> \\ &lt;` ``d`e``'), '- **a** _b_ `<c> \\ &lt;` ``d`e``');
    assert.equal(item('`<a> and ``b ```c```'), '- \\`&lt;a> and \\`\\`b \\`\\`\\`c\\`\\`\\`');
  });

  it('is written in a moment, whatever it is made of', () => {
    for (const part of [
      '`a',
      '`a``b',
      ':`a`',
      ':`a` ',
      '. ',
      '- ',
      '-',
      ':',
      '|',
      '\\',
      '&',
      '1',
      '\n',
      '<',
      '[',
      '* ',
      '#',
      ' ',
      '\u0000',
      '&#',
    ]) {
      const start = performance.now();
      item(part.repeat(100_000));
      inline(`x ${part.repeat(100_000)}x`);
      assert.ok(performance.now() - start < 8000, JSON.stringify(part));
    }
  });
});

/** A retro with a mark in each text that a person, a team or a template can set, and everything of it in the minutes. */
function marked(): RetroState {
  const promises = ['p1', 'p2', 'p3'].map((id) => ({ id, promise: 'MARK', owner: 'MARK', made: '2026-11-06' }));
  const room = new Room(5, { confidentiality: 'repo', promises, title: 'MARK' }).goTo('promises');
  room.do({ type: 'promise/answer', id: 'p1', answer: { kind: 'letGo', because: 'MARK' } });
  room.do({
    type: 'promise/answer',
    id: 'p3',
    answer: { kind: 'changed', agreedWith: 'MARK', because: 'MARK', promise: 'MARK' },
  });
  room.do({ type: 'promise/reflect', id: 'p2', helped: 'MARK', hindered: 'MARK' });
  room.goTo('norms').do({ type: 'norm/add', id: 'n1', text: 'MARK' }).do({ type: 'norm/hand', hand: 'yes' });
  room.goTo('write').all((_, i) => ({
    type: 'entry/submit',
    cards: [0, 1].map((n) => ({ id: `c${i}${n}`, prompt: 'stop', text: 'MARK' })),
  }));
  room.goTo('reveal').do({ type: 'reveal/open' }).do({ type: 'card/ask', id: 'c00', question: 'MARK' });
  room.do({ type: 'card/answer', id: 'c00', answer: 'MARK' }).goTo('circle').do({ type: 'circle/done' });
  room.do({ type: 'heard/say', id: 'h1', text: 'MARK' }).do({ type: 'heard/answer', answer: 'yes' });
  room.goTo('group').do({ type: 'group/make', id: 'g1', name: 'MARK', cards: ['c00', 'c10'] });
  room.do({ type: 'group/make', id: 'g2', name: 'MARK', cards: ['c20', 'c30'] });
  room.goTo('talk').do({ type: 'talk/propose', id: 'q1', title: 'MARK' });
  for (const topic of ['g1', 'c11', 'q1']) {
    room.do({ type: 'talk/start', topic }).do({ type: 'talk/note', id: `t${topic}`, text: 'MARK' });
  }
  room.goTo('commit');
  for (const id of ['k1', 'k2']) {
    room.do({ type: 'commitment/add', id, when: 'MARK', will: 'MARK', how: 'MARK', team: id === 'k1' });
  }
  room.do({ type: 'commitment/take', id: 'k2' }, 'sam').goTo('close');
  const { state } = room.do({ type: 'thanks/add', id: 'a1', to: 'sam', text: 'MARK' });
  const participants = state.participants.map((person) => ({ ...person, name: 'MARK' }));
  const prompts = template().prompts.map((prompt) => ({ ...prompt, title: 'MARK' }));
  return { ...state, participants, template: { ...state.template, name: 'MARK 2', prompts } };
}

describe('The minutes', () => {
  it('are the same blocks whatever was typed, in any place', () => {
    const state = JSON.stringify(marked());
    const minutesWith = (text: string): string => {
      const typed = JSON.stringify(text).slice(1, -1);
      return outcome(JSON.parse(state.replaceAll('MARK', () => typed))).repo ?? '';
    };
    const expected = blocksOf(minutesWith('x'));
    assert.ok(expected.length > 100);
    fc.assert(
      fc.property(someText, (text) => {
        assert.deepEqual(blocksOf(minutesWith(text)), expected);
      }),
      { numRuns: runs(150) },
    );
  });
});
