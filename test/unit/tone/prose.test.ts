import assert from 'node:assert/strict';
import { proseOf } from './proseOf.js';

/** What a table of texts should read as. */
function reads(languageId: string, cases: readonly (readonly [string, readonly string[]])[]): void {
  for (const [text, expected] of cases) {
    it(JSON.stringify(text).slice(0, 90), () => {
      assert.deepEqual(proseOf(text, languageId), expected);
    });
  }
}

describe('Markdown prose', () => {
  describe('keeps paragraphs, headings, items and cells apart', () => {
    reads('markdown', [
      ['One.\n\nTwo.', ['One.', 'Two.']],
      ['# Title\nText goes\non here.', ['Title', 'Text goes on here.']],
      ['Title\n=====\n\nText', ['Title', 'Text']],
      ['- one\n- two\n  goes on\n\n  three', ['one', 'two goes on', 'three']],
      ['1. one\n2. two', ['one', 'two']],
      ['- [ ] open\n- [x] done', ['open', 'done']],
      ['| a | b |\n|---|---|\n| one two | three |', ['a', 'b', 'one two', 'three']],
      ['a | b\n--|--\none | two', ['a', 'b', 'one', 'two']],
    ]);
  });

  describe('reads through markup', () => {
    reads('markdown', [
      ['**You always** _break_ ~~it~~.', ['You always break it .']],
      ['See [the docs](https://x.y/z "title") please.', ['See the docs please.']],
      ['See [the docs][1] and text[^2].', ['See the docs and text .']],
      ['You <b>always</b> do<br>so.', ['You always do so.']],
      ['A \\*star\\* &amp; more.', ['A *star * more.']],
      ['snake_case_name stays, 2 * 3 < 7 & so on.', ['□ stays, 2 * 3 < 7 & so on.']],
    ]);
  });

  describe('leaves out what is code', () => {
    reads('markdown', [
      ['Use `you always`.', ['Use □.']],
      ['Use ``a ` b`` here.', ['Use □ here.']],
      ['```\nyou always\n```\nYes.', ['Yes.']],
      ['~~~js\nyou always\n~~~\nYes.', ['Yes.']],
      ['```\nopen to the end\n\nyou always', []],
      ['    indented code\n\nYes.', ['Yes.']],
      ['It goes on,\n      - far in.\n\n    code\n\nYes.', ['It goes on, - far in.', 'Yes.']],
      ['- item\n\n  ```\n  you always\n  ```\n- next', ['item', 'next']],
      ['Call foo() or a.b.c or src/x/y.ts or main.py:12 now.', ['Call □ or □ or □ or □ now.']],
      ['Mail a@b.org or https://x.y/z?a=b, then --force it at 1.2.3.', ['Mail □ or □, then □ it at □.']],
      ['![you always](x.png) Yes.', ['□ Yes.']],
      ['The `Map<String>` and Map<String> types.', ['The □ and Map□ types.']],
    ]);
  });

  describe('leaves out what others said', () => {
    reads('markdown', [
      ['> You always do.\n\nNo.', ['No.']],
      ['She wrote "you always do" today.', ['She wrote “” today.']],
      ['“You never ask. Really.” is harsh.', ['“” is harsh.']],
      ["Don't say it's the users' fault.", ["Don't say it's the users' fault."]],
      ['A 5" screen and 6" one.', ['A 5" screen and 6" one.']],
      ['An "open quote stays.', ['An "open quote stays.']],
    ]);
  });

  describe('leaves out what machines wrote', () => {
    reads('markdown', [
      ['---\ntype: note\n---\nYes.', ['Yes.']],
      ['<!-- you always -->\n\nYes.', ['Yes.']],
      ['<details>\nyou always\n</details>\n\nYes.', ['Yes.']],
      ['<script>\n\nyou always\n\n</script>\nYes.', ['Yes.']],
      ['It failed:\n2024-01-02 10:00:01,123 ERROR [main] you always\nSo it goes.', ['It failed:', 'So it goes.']],
      ['It threw.\n    at Object.run (/a/b.js:1:2)\nTypeError: you always\nSo.', ['It threw.', 'So.']],
      ['diff --git a/x b/x\n+++ b/x\n@@ -1 +1 @@\nSo.', ['So.']],
      ['Fine.\n\nCo-authored-by: You Always <a@b.c>', ['Fine.']],
      ['10:02 Alice paged the on-call.', ['10:02 Alice paged the on-call.']],
      ['> quoted\nmine', ['mine']],
      ['> quoted\n> too\n\nmine', ['mine']],
      ['[ref]: https://x.y/z', []],
    ]);
  });
});

describe('Plain text', () => {
  reads('plaintext', [
    ['One line\ngoes on.\n\nTwo *stays*.', ['One line goes on.', 'Two *stays*.']],
    ['- one\n- two', ['one', 'two']],
    ['> quoted\nmine', ['mine']],
  ]);
});

describe('Commit messages', () => {
  for (const languageId of ['git-commit', 'scminput']) {
    reads(languageId, [
      ['Fix the build\n\nIt broke.\n# You always\n# comment', ['Fix the build', 'It broke.']],
      ['Fix\n\nSigned-off-by: You Always <a@b>\nChange-Id: I123', ['Fix']],
      ['Fix\n\n# ------------------------ >8 ------------------------\nyou always\n\nyou never', ['Fix']],
      ['Fix\n\ndiff --git a/x b/x\nyou always\n\n+you never', ['Fix']],
    ]);
  }
});

describe('Comments in code', () => {
  reads('typescript', [
    ['const a = 1; // one thing\nconst b = 2;', ['one thing']],
    ['// first line\n// goes on. Next.\nlet a;', ['first line goes on.', 'Next.']],
    [
      '/**\n * What it does.\n *\n * @param a the thing\n * @returns nothing\n */',
      ['What it does.', 'the thing', 'nothing'],
    ],
    ['const a = \'// no\'; const b = "/* no */"; // yes', ['yes']],
    ['const a = `// no \n // no`; // yes', ['yes']],
    ['// const a = 1;\n// eslint-disable-next-line x\n// why it is so', ['why it is so']],
    ['fetch("http://x.y"); // see {@link Foo}', ['see □']],
  ]);
  reads('python', [
    ['# a comment\nx = "# no"\n', ['a comment']],
    ['def f():\n    """Does it.\n\n    Really."""\n    s = """no"""\n', ['Does it.', 'Really.']],
  ]);
  reads('sql', [["SELECT '-- no'; -- yes\n/* and so */", ['yes', 'and so']]]);
  reads('html', [['<p>no</p><!-- yes -->', ['yes']]]);
  reads('lua', [['--[[ one\ntwo ]] x = 1 -- three', ['one two', 'three']]]);
  reads('a-language-nobody-knows', [['a // yes\n/* also */', ['yes', 'also']]]);
});
