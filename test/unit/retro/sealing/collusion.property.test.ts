import assert from 'node:assert/strict';
import type { Content } from '../../../../src/retro/sealing/content.js';
import { runs } from '../../runs.js';
import { Ring } from './people.js';

const rounds = runs(30);
const people = 3;

/** Pearson's statistic against all places being equally likely. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The values that chance alone passes once in ten thousand times, by degrees of freedom. */
const rare = { 2: 18.42, 5: 25.74 } as const;

/**
 * A round with a hub and mixers that are all in league against one: they keep the order of what they mix, so that everything they
 * know of an envelope's way is kept too. @returns the place of each person's answer in what came out
 */
async function places(seed: number, honest: string): Promise<readonly number[]> {
  const ring = await Ring.of(people, { seed });
  [...ring.people.values()].forEach((person, index) => {
    person.contents = [{ kind: 'answers', answers: [index] } satisfies Content];
    if (person.id !== honest) {
      keepsOrder(person.crypto);
    }
  });
  const outcome = await ring.run('ballot/safety');
  assert.ok(outcome.ok);
  const answers = outcome.contents.map((content) => (content.kind === 'answers' ? content.answers[0] : -1));
  return [...ring.people.keys()].map((_, index) => answers.indexOf(index));
}

/** Makes the shuffle leave everything where it is: each draw is the highest there is. */
function keepsOrder(crypto: { random: (length: number) => Uint8Array }): void {
  const { random } = crypto;
  crypto.random = (length) => (length === 4 * people ? indexBytes() : random(length));
}

/** What Fisher and Yates read as "swap it with itself", from the last place to the second. */
function indexBytes(): Uint8Array {
  const bytes = new Uint8Array(4 * people);
  const view = new DataView(bytes.buffer);
  for (let last = people - 1, at = 0; last > 0; last -= 1, at += 4) {
    view.setUint32(at, last);
  }
  return bytes;
}

describe('A hub in league with all mixers but one', () => {
  it('sees nothing move when that one is in league as well: so the test below would tell', async () => {
    assert.deepEqual(await places(1, 'nobody'), [0, 1, 2]);
  });

  it('cannot say whose an answer is: every place and every way is as likely, wherever the honest one mixes', async () => {
    const counts = Array.from({ length: people }, () => Array(people).fill(0) as number[]);
    const ways = new Map<string, number>();
    for (let run = 0; run < rounds; run += 1) {
      const found = await places(run + 1, `pid-${run % people}`);
      ways.set(found.join(''), (ways.get(found.join('')) ?? 0) + 1);
      found.forEach((place, person) => {
        const row = counts[person] ?? [];
        row[place] = (row[place] ?? 0) + 1;
      });
    }
    for (const row of counts) {
      assert.ok(chiSquare(row) < rare[2], JSON.stringify(counts));
    }
    // All that the others know of the batches leaves six ways through the honest mixer.
    const all = [...ways.values(), ...Array(6 - ways.size).fill(0)];
    assert.ok(chiSquare(all) < rare[5], JSON.stringify([...ways]));
  }).timeout(5000 + 200 * rounds);
});
