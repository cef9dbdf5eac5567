import assert from 'node:assert/strict';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';
import { findings, lookBack } from './languageFixtures.js';

/** Where persons are heard as causes. */
const notes = { ...lookBack, surface: 'notes' as const };

/** What speaks for innocence, with the sentence that is an accusation without it. */
const pairs: readonly (readonly [gate: string, innocent: string, accusing: string, context?: SentenceContext])[] = [
  ['a proper name', 'Thanks to Karen Chu for the notes.', 'Thanks for nothing, you clowns.'],
  ['the first person', "I'm lazy, I know.", "You're lazy, I know."],
  ['the first person in an apology', 'Sorry for being so rude.', 'You are being so rude.'],
  ['a condition', 'If you always break the loop early, it leaks.', 'You always break the release.'],
  ['documentation that says what one can do', 'You can always ignore the warning.', 'You always ignore my warnings.'],
  ['a denial', "It's not your fault.", "It's your fault."],
  ['a denial from afar', "I don't think you are lazy.", 'You are lazy.'],
  ["someone else's words", 'He claimed that you are lazy.', 'You are lazy.'],
  ['an honest question', 'Did you test this on Windows?', 'Did you even test this?'],
  ['perception', 'You should have three files now.', 'You should have tested this.'],
  ['praise', 'Great work fixing the build!', 'Great work breaking the build!'],
  ['a tool', 'Jenkins broke the build.', 'Bob broke the build.', notes],
  ['somebody hypothetical', 'Some fool could upload a script here.', 'You are such a fool.'],
  ['a thing', 'The proxy always breaks long polling.', 'You always break long polling.'],
];

describe('The gates', () => {
  for (const [gate, innocent, accusing, context = lookBack] of pairs) {
    it(`let ${gate} pass`, () => {
      assert.deepEqual(
        findings(innocent, context).map(({ rule }) => rule),
        [],
      );
    });
    it(`hold nothing else up: “${accusing}”`, () => {
      assert.notEqual(findings(accusing, context).length, 0);
    });
  }
});
