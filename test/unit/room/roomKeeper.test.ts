import assert from 'node:assert/strict';
import { lower } from '../../../src/retro/confidentiality.js';
import type { RetroState } from '../../../src/retro/model.js';
import { startRetro } from '../../../src/retro/start.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { readKept } from '../../../src/room/kept.js';
import { RoomKeeper } from '../../../src/room/roomKeeper.js';
import { roomSetup } from './people.js';

/** Writes when it is told to. */
class SlowJournal extends MemoryJournal {
  restarts = 0;
  private readonly waiting: (() => void)[] = [];

  override async restart(entry: string): Promise<void> {
    this.restarts += 1;
    await this.turn();
    await super.restart(entry);
  }

  override async append(entry: string): Promise<void> {
    await this.turn();
    await super.append(entry);
  }

  /** Writes one thing after the other until nothing waits. */
  async write(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      next();
      await new Promise((done) => setImmediate(done));
    }
  }

  private turn(): Promise<void> {
    return new Promise((done) => this.waiting.push(done));
  }
}

const cards = Array.from({ length: 30 }, (_, index) => ({ id: `b${index}`, prompt: 'start', text: `Text ${index}.` }));

describe('What keeps a room', () => {
  const trouble = { notKept: () => assert.fail('not kept'), notErased: () => assert.fail('not erased') };
  const soon = () => new Promise((done) => setImmediate(done));

  function keeping(state: RetroState) {
    const journal = new SlowJournal();
    const keeper = new RoomKeeper(journal, { id: 'r1', invitation: 'i'.repeat(43) }, state, {}, [], trouble);
    let version = 0;
    const keep = (next: RetroState, act?: string) => {
      version += 1;
      return keeper.keep(version, next, {}, act);
    };
    return { journal, keeper, keep };
  }

  it('begins the journal anew once for all that is turned to ashes meanwhile, and answers when it is gone', async () => {
    let state = startRetro({ ...roomSetup(), board: { cards, groups: [] } });
    const { journal, keeper, keep } = keeping(state);
    void keeper.begin(0);
    await journal.write();
    const answered: number[] = [];
    for (const [index, { id }] of cards.entries()) {
      state = lower(state, `card/${id}`, 'ashes');
      void keep(state, `act-${index}`).then(() => answered.push(index));
      await soon();
    }
    state = { ...state, words: { noor: 'after' } };
    void keep(state, 'last').then(() => answered.push(cards.length));
    assert.deepEqual(answered, []);
    await journal.write();
    assert.equal(answered.length, cards.length + 1);
    assert.equal(journal.restarts, 3);
    assert.ok(!journal.entries.join().includes('Text'));
    const found = readKept(journal.entries);
    assert.deepEqual([found?.kept.retro.words, found?.acts.length], [{ noor: 'after' }, cards.length + 1]);
  });

  it('answers what comes while the journal begins anew in the order of the changes', async () => {
    let state = startRetro({ ...roomSetup(), board: { cards, groups: [] } });
    const { journal, keeper, keep } = keeping(state);
    void keeper.begin(0);
    await journal.write();
    const answered: string[] = [];
    const change = (name: string, next: RetroState) => {
      state = next;
      void keep(next, name).then(() => answered.push(name));
    };
    change('word', { ...state, words: { noor: 'one' } });
    change('ashes', lower(state, 'card/b1', 'ashes'));
    change('word again', { ...state, words: { noor: 'two' } });
    await journal.write();
    change('and again', { ...state, words: { noor: 'three' } });
    await journal.write();
    assert.deepEqual(answered, ['word', 'ashes', 'word again', 'and again']);
    assert.deepEqual(readKept(journal.entries)?.kept.retro.words, { noor: 'three' });
    assert.ok(!journal.entries.join().includes('Text 1.'));
  });
});
