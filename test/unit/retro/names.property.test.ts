import assert from 'node:assert/strict';
import fc from 'fast-check';
import { looks } from '../../../src/retro/lookAlikes.js';
import { nameProblem, usableAlias } from '../../../src/retro/names.js';
import { sameName } from '../../../src/retro/people.js';
import { plainName, plainTitle } from '../../../src/retro/plainName.js';
import { runs } from '../runs.js';
import { realNames } from './realNames.js';

const settings = { numRuns: runs(1000), seed: 42 };
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
/** Texts of characters that names were imitated with. */
const oddText = fc
  .array(fc.oneof(fc.constantFrom(...'Noor\u0301\u202e\u200b\u2800\ue000\ud800\n(ß', '👩‍💻', 'مُ', '\u200c'), anyText), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const invisible = fc.constantFrom(
  ...'\u200b\u00ad\u2060\u202e\u202c\u2066\u034f\u115f\u3164\uffa0\ufe0f\ufeff\u061c\u180b',
  '\u{e0061}',
);

describe('Names of any characters', () => {
  it('have one form, which stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, oddText), (text) => {
        const name = plainName(text);
        assert.equal(plainName(name), name);
        assert.equal(plainTitle(plainTitle(text)), plainTitle(text));
        assert.ok(!/\s\s|^\s|\s$/u.test(name));
      }),
      settings,
    );
  });

  it('that are taken can be seen, stay on one line and turn no text around', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, oddText), (text) => {
        const name = plainName(text);
        if (nameProblem(name) === undefined) {
          assert.match(name, /[\p{L}\p{N}]/u);
          assert.ok(
            !/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff()[\]{}<>]/u.test(
              name,
            ),
          );
          assert.ok(!/\p{M}{9}/u.test(name) && name.length <= 80);
        }
        const alias = usableAlias(text, []);
        assert.ok(alias === undefined || !/(?![\u180b-\u180f]|\u200c|\u200d)[\p{C}()[\]{}<>]/u.test(alias));
      }),
      settings,
    );
  });

  it('are the same as themselves, in small letters, in capitals, and with anything invisible in them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...realNames),
        fc.array(fc.tuple(fc.nat(30), invisible), { maxLength: 5 }),
        (name, marks) => {
          const characters = [...name];
          for (const [at, mark] of marks) {
            characters.splice(at % (characters.length + 1), 0, mark);
          }
          const other = characters.join('');
          assert.ok(sameName(name, other) && sameName(other, name), JSON.stringify(other));
          assert.ok(sameName(name, name.toUpperCase()) && sameName(name, name.toLowerCase()), name);
          assert.equal(nameProblem(plainName(other)), undefined);
        },
      ),
      settings,
    );
  });

  it('with letters of their look-alikes are the same, or no names', () => {
    const imitations = Map.groupBy([...looks], ([, look]) => look);
    fc.assert(
      fc.property(
        fc.constantFrom('Noor', 'Samuel', 'Jacob', 'Priya', 'Quinn', 'OSCAR', 'Ines', 'Kwame', 'Yuki'),
        fc.nat(),
        (name, seed) => {
          const imitation = [...name].map((letter, at) => {
            const others = imitations.get(looks.get(letter) ?? letter) ?? [];
            return (seed >> at) % 2 === 0 ? letter : (others[(seed + at) % Math.max(others.length, 1)]?.[0] ?? letter);
          });
          const other = plainName(imitation.join(''));
          assert.ok(sameName(name, other) || nameProblem(other) !== undefined, other);
        },
      ),
      settings,
    );
  });
});
