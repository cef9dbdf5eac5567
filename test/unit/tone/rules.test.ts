import assert from 'node:assert/strict';
import { checkSentence, isCandidate } from '../../../src/tone/detect/detector.js';
import type { Finding } from '../../../src/tone/finding.js';
import { loadParser } from '../../../src/tone/language/parser.js';
import { type Rule, ruleFamily } from '../../../src/tone/rules/rule.js';
import { buildRuleSet, ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { contextOf, onlyRule } from './languageFixtures.js';

const usual = { ...contextOf('default', 'gentle'), incident: true };

function first(found: readonly Finding[]): string {
  return found.map((finding) => `${finding.rule} «${finding.text}»`).join(', ');
}

describe('The rules of tone', () => {
  before(loadParser);

  for (const rule of ruleSet) {
    describe(rule.id, () => {
      const alone = onlyRule(rule.id);
      for (const text of rule.flags) {
        it(`flags “${text}”`, () => {
          assert.ok(isCandidate(text, alone), 'the cue scan lets it through');
          assert.notEqual(checkSentence(text, text, alone).length, 0);
        });
      }
      for (const text of rule.passes) {
        it(`leaves “${text}” alone`, () => {
          assert.equal(first(checkSentence(text, text, alone)), '');
          assert.equal(rule.level === 'opt-in' ? '' : first(checkSentence(text, text, usual)), '');
        });
      }
      it('says what it sees, why and from where', () => {
        assert.ok(rule.flags.length >= 5 && rule.passes.length >= 5, 'five examples of each kind');
        assert.match(rule.message, /^May read as /);
        assert.ok(rule.why !== '' && rule.source !== '' && rule.evidence !== '');
        assert.ok(rule.level === 'opt-in' || rule.rewrite.length >= 2, 'offers rewrites');
      });
    });
  }

  it('cover the families', () => {
    const families = new Set(ruleSet.map(ruleFamily));
    for (const family of [
      'feel-cause pseudo absolute counterfactual why-you even-test intent trait fault you-broke named-cause group',
      'not-getting-it minimiser sarcasm repeat threat stop hostile-q third-party harsh-code tone-police blame-tool ownership',
    ].flatMap((line) => line.split(' '))) {
      assert.ok(families.has(family), family);
    }
  });

  it('are refused when two carry the same id, or an id is no family/name', () => {
    const [rule] = ruleSet;
    assert.ok(rule !== undefined);
    assert.throws(() => buildRuleSet([[rule], [rule]]), /Two rules/);
    const unnamed: Rule = { ...rule, id: 'Nothing' };
    assert.throws(() => buildRuleSet([[unnamed]]), /family\/name/);
  });

  it('speak only at the levels that are on', () => {
    const text = 'Just use a mutex.';
    assert.equal(checkSentence(text, text, usual).length, 0);
    assert.equal(checkSentence(text, text, contextOf('opt-in')).length, 1);
    const off = { ...contextOf('default'), rules: new Map([['trait', 'off' as const]]) };
    assert.equal(
      checkSentence("You're lazy.", "You're lazy.", off).filter(({ rule }) => rule.startsWith('trait/')).length,
      0,
    );
  });
});
