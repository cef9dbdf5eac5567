import assert from 'node:assert/strict';
import { fastCrypto } from './fastCrypto.js';
import { card, Ring, textsOf } from './people.js';

/** Everyone has one card: `text 0`, `text 1`, … */
async function withCards(count: number, options: Parameters<typeof Ring.of>[1] = {}): Promise<Ring> {
  const ring = await Ring.of(count, options);
  const { random } = fastCrypto(77);
  [...ring.people.values()].forEach((person, index) => {
    person.contents = [card(`text ${index}`, random(32))];
  });
  return ring;
}

describe('A sealed round', () => {
  it('brings out what everyone handed in, and tells everyone', async () => {
    const ring = await withCards(5);
    const outcome = await ring.run('cards');
    assert.ok(outcome.ok);
    assert.deepEqual([...textsOf(outcome.contents)].sort(), ['text 0', 'text 1', 'text 2', 'text 3', 'text 4']);
    assert.equal(outcome.contents.length, 50);
    for (const person of ring.people.values()) {
      const done = person.news.find((one) => one.type === 'done');
      assert.ok(done);
      assert.deepEqual(textsOf(await done.count()), textsOf(outcome.contents));
    }
  });

  it('works for one, two and thirteen people', async () => {
    for (const count of [1, 2, 13]) {
      const ring = await withCards(count);
      const outcome = await ring.run('cards');
      assert.ok(outcome.ok, String(count));
      assert.equal(textsOf(outcome.contents).length, count);
    }
  });

  it('gives everyone the same words', async () => {
    const ring = await withCards(6);
    await ring.hub.gather();
    const words = [...ring.people.values()].map((person) => {
      const news = person.news.find((one) => one.type === 'gathered');
      return news?.gathering.words.join(' ');
    });
    assert.equal(new Set(words).size, 1);
    assert.match(words[0] ?? '', /^\w+ \w+ \w+ \w+$/);
  });
});
