import assert from 'node:assert/strict';
import { nodeCrypto } from '../../../../src/room/nodeCrypto.js';
import { answersOf, question, ringWithAnswers, ringWithCards, textsOf } from './people.js';

describe('A sealed round', () => {
  it('brings out what everyone handed in, and tells everyone', async () => {
    const ring = await ringWithCards(3);
    const outcome = await ring.run('cards');
    assert.ok(outcome.ok);
    assert.deepEqual([...textsOf(outcome.contents)].sort(), ['text 0', 'text 1', 'text 2']);
    assert.equal(outcome.contents.length, 30);
    for (const person of ring.people.values()) {
      const done = person.news.find((one) => one.type === 'done');
      assert.ok(done);
    }
  });

  it('is the same with the real thing', async () => {
    const crypto = await nodeCrypto();
    const ring = await ringWithAnswers(3, { crypto: () => ({ ...crypto }) });
    const outcome = await ring.run(question);
    assert.ok(outcome.ok);
    assert.deepEqual(answersOf(outcome.contents), [0, 1, 2]);
  });

  it('can be counted again by everyone when it was a vote', async () => {
    const ring = await ringWithAnswers(4);
    [...ring.people.values()].forEach((person, index) => {
      person.contents = [{ kind: 'votes', votes: [[0, index + 1]] }];
    });
    const outcome = await ring.run('vote');
    assert.ok(outcome.ok);
    for (const person of ring.people.values()) {
      const done = person.news.find((one) => one.type === 'done');
      assert.deepEqual(await done?.count(), outcome.contents);
    }
  });

  it('works for one, two and eighteen people', async () => {
    for (const count of [1, 2, 18]) {
      const ring = await ringWithAnswers(count);
      const outcome = await ring.run(question);
      assert.ok(outcome.ok, String(count));
      assert.equal(answersOf(outcome.contents).length, count);
    }
  });

  it('gives nobody the keys to single answers of a secret question', async () => {
    const ring = await ringWithAnswers(4);
    const outcome = await ring.run(question);
    assert.ok(outcome.ok);
    assert.deepEqual(answersOf(outcome.contents), [0, 1, 2, 3]);
    const opened = ring.wire.filter(({ to, message }) => to !== undefined && message.includes('"opened"'));
    assert.ok(opened.length === 4 && opened.every(({ message }) => !message.includes('"keys"')));
  });

  it('gives everyone the same words', async () => {
    const ring = await ringWithCards(6);
    await ring.hub.gather();
    const words = [...ring.people.values()].map((person) => {
      const news = person.news.find((one) => one.type === 'gathered');
      return news?.gathering.words.join(' ');
    });
    assert.equal(new Set(words).size, 1);
    assert.match(words[0] ?? '', /^(\w+ ){5}\w+$/);
  });
});
