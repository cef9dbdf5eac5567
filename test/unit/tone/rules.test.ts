import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { isCandidate } from '../../../src/tone/detect/detector.js';
import type { Finding } from '../../../src/tone/finding.js';
import { type Rule, ruleFamily } from '../../../src/tone/rules/rule.js';
import { buildRuleSet, ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { examplesOf } from '../../corpus/ruleExamples.js';
import { matchesOf } from '../../corpus/ruleMatches.js';
import { rulePages } from '../../corpus/rulePage.js';
import { contextOf, findings, lookBack } from './languageFixtures.js';

/** How much of the examples the score may judge otherwise: it is fitted on far more than them. */
const MOST_MISSED = 0.06;
const MOST_FOUND = 0.02;
/** Each pattern has to earn its place: the score finds what none of them does. */
const MOST_PATTERNS = 500;

function first(found: readonly Finding[]): string {
  return found.map((finding) => `${finding.rule} «${finding.text}»`).join(', ');
}

const withPatterns = ruleSet.filter(({ match }) => match.length > 0);
const scored = withPatterns.filter(({ level }) => level !== 'opt-in');

function assertFew(odd: readonly string[], of: number, most: number): void {
  const share = odd.length / of;
  assert.ok(share <= most, `${odd.length} of ${of} (${(100 * share).toFixed(1)} %):\n${odd.join('\n')}`);
}

/** The places in a sentence that a rewrite needs. */
function slotsIn(text: string, when: string | undefined): readonly string[] {
  const taken = [...text.matchAll(/\{(\w)(\w*)\}/g)].map(([, first = '', rest = '']) => first.toLowerCase() + rest);
  return [...taken, ...(when === undefined ? [] : [when])].filter((slot) => slot !== 'who');
}

describe('A rule of tone', () => {
  for (const rule of ruleSet) {
    it(`${rule.id} says what it sees, why and from where`, () => {
      assert.match(rule.message, /^May read as /);
      assert.ok(rule.why !== '' && rule.source !== '' && rule.evidence !== '');
      assert.ok(rule.level === 'opt-in' || rule.rewrite.length >= 2, 'offers rewrites');
    });
  }
  for (const rule of withPatterns) {
    it(`${rule.id} has examples, and its patterns match them`, () => {
      const { flags } = examplesOf(rule.id);
      assert.ok(flags.length >= 2, 'two examples');
      assert.deepEqual(
        flags.filter((text) => matchesOf(rule, text).matches.length === 0),
        [],
      );
    });
  }
  for (const rule of withPatterns.filter(({ level }) => level === 'opt-in')) {
    it(`${rule.id} speaks where it is switched on, whatever the score is`, () => {
      const { flags, passes } = examplesOf(rule.id);
      const context = { ...contextOf(), rules: new Map([[rule.id, 'default' as const]]) };
      for (const text of flags) {
        assert.ok(isCandidate(text, context), text);
        assert.deepEqual([...new Set(findings(text, context).map(({ rule: id }) => id))], [rule.id], text);
        assert.ok(!findings(text, lookBack).some(({ rule: id }) => id === rule.id), text);
      }
      for (const text of passes) {
        assert.equal(first(findings(text, context)), '', text);
      }
    });
  }
});

describe('The rules of tone', () => {
  it('are heard in nearly all of their examples', () => {
    const flags = scored.flatMap(({ id }) => examplesOf(id).flags.map((text) => ({ id, text })));
    const missed = flags.filter(({ text }) => !isCandidate(text, lookBack) || findings(text, lookBack).length === 0);
    assertFew(
      missed.map(({ id, text }) => `${id}: ${text}`),
      flags.length,
      MOST_MISSED,
    );
  });

  it('leave nearly all look-alikes alone', () => {
    const passes = scored.flatMap(({ id }) => examplesOf(id).passes);
    const found = passes.map((text) => ({ text, found: findings(text, lookBack) }));
    assertFew(
      found.filter(({ found }) => found.length > 0).map(({ text, found }) => `${text} – ${first(found)}`),
      passes.length,
      MOST_FOUND,
    );
  });

  it('cover the families', () => {
    const families = new Set(ruleSet.map(ruleFamily));
    for (const family of [
      'feel-cause pseudo absolute counterfactual why-you even-test intent trait fault you-broke named-cause group',
      'not-getting-it minimiser sarcasm repeat threat stop hostile-q third-party harsh-code tone-police blame-tool ownership',
    ].flatMap((line) => line.split(' '))) {
      assert.ok(families.has(family), family);
    }
  });

  it('have few patterns', () => {
    const count = ruleSet.reduce((sum, { match }) => sum + match.length, 0);
    assert.ok(count <= MOST_PATTERNS, `${count} patterns`);
  });

  it('are in files called like their families', () => {
    const files = new Map(
      globSync('src/tone/rules/families/*.ts').map((path) => [
        path.replace(/^.*[\\/]|\.ts$/g, ''),
        new Set([...readFileSync(path, 'utf8').matchAll(/^ {4}id: '([a-z-]+)\//gm)].map(([, family]) => family)),
      ]),
    );
    for (const [file, families] of files) {
      assert.deepEqual([...families], [file.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)], file);
    }
    const inFiles = [...files.values()].flatMap((families) => [...families]);
    assert.deepEqual(new Set(inFiles), new Set(ruleSet.map(ruleFamily)));
  });

  it('offer nothing that takes over what no pattern marks', () => {
    const dead = new Set(withPatterns.flatMap(({ rewrite }) => rewrite.map(({ text }) => text)));
    for (const { match, rewrite } of withPatterns) {
      const marked = new Set(
        match.flatMap((text) => [...text.matchAll(/(?<![^\s{|])=(\w+)/g)].map(([, slot = '']) => slot)),
      );
      for (const { text, when } of rewrite) {
        if (slotsIn(text, when).every((slot) => marked.has(slot))) {
          dead.delete(text);
        }
      }
    }
    assert.deepEqual([...dead], []);
  });

  it('are what their pages say', () => {
    const pages = rulePages();
    const written = globSync('media/rules/**/*.md').map((path) =>
      path.replaceAll('\\', '/').slice('media/rules/'.length),
    );
    assert.deepEqual(written.sort(), [...pages.keys()].sort(), 'npm run docs:rules makes the pages');
    for (const [name, text] of pages) {
      const page = readFileSync(`media/rules/${name}`, 'utf8').replaceAll('\r\n', '\n');
      assert.equal(page, text, `media/rules/${name}: npm run docs:rules makes the pages`);
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
    assert.equal(findings(text, lookBack).length, 0);
    assert.equal(findings(text, contextOf('opt-in')).length, 1);
    const off = { ...contextOf('default'), rules: new Map([['trait', 'off' as const]]) };
    assert.notEqual(findings("You're lazy.", contextOf('default')).length, 0);
    assert.equal(findings("You're lazy.", off).filter(({ rule }) => rule.startsWith('trait/')).length, 0);
  });
});
