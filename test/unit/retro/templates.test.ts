import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { anonymities, levels, stepKinds } from '../../../src/retro/model.js';
import { setupSchema, templateSchema } from '../../../src/retro/setupSchema.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import { completeTemplate } from '../../../src/retro/templates/completeTemplate.js';
import { sampleTemplate } from '../../../src/retro/templates/sampleTemplate.js';
import { parseTemplate, templateFileSchema } from '../../../src/retro/templates/templateFile.js';
import { setup } from './room.js';

/** Problems as `line:character code`, both from one, as people count. */
function problems(text: string): readonly string[] {
  return parseTemplate(text, 'ours').problems.map(
    ({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`,
  );
}

describe('Built-in templates', () => {
  it('are seven, each fit to be played', () => {
    assert.equal(builtInTemplates.length, 7);
    for (const template of builtInTemplates) {
      assert.deepEqual(v.safeParse(templateSchema, template).issues, undefined, template.id);
      assert.ok(v.is(setupSchema, setup(4, { template })));
    }
  });
});

describe('A setup', () => {
  it('has a facilitator among its people, and people of different names', () => {
    assert.ok(!v.is(setupSchema, setup(4, { facilitator: 'zoe' })));
    assert.ok(
      !v.is(
        setupSchema,
        setup(1, {
          people: [
            { id: 'noor', name: 'Noor' },
            { id: 'x', name: 'noor' },
          ],
        }),
      ),
    );
    assert.ok(!v.is(setupSchema, setup(4, { id: '__proto__' })));
  });
});

describe('A team template', () => {
  it('begins with a sample that is one', () => {
    const { template, problems: none } = parseTemplate(sampleTemplate, 'our-retro');
    assert.deepEqual(none, []);
    assert.equal(template?.id, 'our-retro');
    assert.deepEqual(
      template?.prompts.map((prompt) => prompt.id),
      ['what-helped', 'what-was-hard', 'what-we-could-try'],
    );
    assert.ok(v.is(templateSchema, template));
  });

  it('needs a name and prompts, and no more', () => {
    const { template } = parseTemplate('name: Short\nprompts: [Über alles, "?"]\n', 'short');
    assert.deepEqual(template?.prompts, [
      { id: 'u-ber-alles', title: 'Über alles' },
      { id: 'prompt-2', title: '?' },
    ]);
    assert.equal(template?.steps.at(-1)?.kind, 'close');
  });

  it('says where each problem is', () => {
    assert.deepEqual(problems('prompts: [a]\n'), ['1:1 template/missing']);
    assert.deepEqual(problems('name: x\nprompts: [a]\nstepz: []\n'), ['3:1 template/unknown-key']);
    assert.deepEqual(problems('name: x\nprompts:\n  - title: a\n    hnit: b\n'), ['4:5 template/unknown-key']);
    assert.deepEqual(problems('name: x\nprompts: [a]\nsteps: [arrive, wirte, close]\n'), ['3:17 template/value']);
    assert.deepEqual(problems('name: x\nprompts: [a]\nsteps:\n  - step: write\n    minutes: long\n  - close\n'), [
      '5:14 template/value',
    ]);
    assert.deepEqual(problems('name: x\nprompts: [a]\nsteps: [arrive, write, close]\n'), ['3:24 template/plan']);
    assert.deepEqual(problems('name: x\nprompts: [a, A]\n'), ['2:14 template/same-id']);
    assert.deepEqual(problems('name: x\nprompts: [a]\nvotes: {budget: 2, cap: 3}\n'), ['3:25 template/votes']);
    assert.deepEqual(
      problems('name: x\nprompts: [a]\nsteps:\n  - {step: write, prompts: [b]}\n  - reveal\n  - close\n'),
      ['4:29 template/unknown-prompt'],
    );
    assert.deepEqual(problems('name: x\nprompts: [a]\nconfidentiality: secret\n'), ['3:18 template/value']);
  });

  it('stays calm with anything', () => {
    assert.deepEqual(problems('name: "x\n'), ['2:1 template/yaml']);
    assert.ok(problems('- a\n').length > 0);
    assert.ok(problems('').length > 0);
    assert.ok(problems('a: &a [x]\nb: *a\n').some((problem) => problem.includes('template/alias')));
    assert.deepEqual(problems('x'.repeat(200_000)), ['1:1 template/too-large']);
    assert.ok(problems('name: a\nname: b\n').includes('2:1 template/same-key'));
  });

  it('is read in a moment, whatever it is made of', function () {
    this.timeout(60_000);
    const within = (part: string) => part.repeat(100_000 / part.length);
    const slow = [within('a: 1\n'), within(']'), within('"\n'), `name: ${'{? '.repeat(400)}a${'}'.repeat(400)}`];
    for (const text of [...slow, Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')]) {
      const begin = performance.now();
      assert.ok(problems(text).length > 0);
      assert.ok(performance.now() - begin < 10_000, text.slice(0, 10));
    }
    assert.deepEqual(problems(within('- ')), ['1:1 template/too-deep']);
  });

  it('has the keys and words of its JSON schema', () => {
    const schema = JSON.parse(readFileSync('media/schemas/retroTemplate.schema.json', 'utf8'));
    assert.deepEqual(Object.keys(schema.properties), Object.keys(templateFileSchema.entries));
    assert.deepEqual(schema.definitions.step.enum, stepKinds);
    assert.deepEqual(schema.properties.confidentiality.enum, levels);
    assert.deepEqual(schema.properties.anonymity.enum, anonymities);
  });

  it('is completed where the cursor is', () => {
    const at = (text: string): readonly string[] => completeTemplate(text, text.length).map((one) => one.label);
    assert.deepEqual(at('na'), ['name']);
    assert.deepEqual(at('name: x\nsteps:\n  - cl'), ['close']);
    assert.deepEqual(at('name: x\nsteps:\n  - step: wr'), ['write']);
    assert.deepEqual(at('confidentiality: '), levels);
    assert.deepEqual(at('prompts:\n  - ti'), ['title']);
    assert.deepEqual(at('name: '), []);
    assert.equal(completeTemplate('steps:\n  - step: wr', 19)[0]?.from, 17);
  });
});
