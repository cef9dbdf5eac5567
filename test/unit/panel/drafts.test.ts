import assert from 'node:assert/strict';
import {
  box,
  draftCards,
  dropAllCards,
  openCard,
  snapshot,
  takeDrafts,
  votes,
  writtenCards,
} from '../../../src/panel/drafts.js';

describe('drafts', () => {
  beforeEach(() => takeDrafts({ cards: {}, votes: {}, boxes: {} }));

  it('has one empty card at the end, and no more', () => {
    const first = openCard('start');
    assert.equal(openCard('start').id, first.id);
    first.text.value = 'Something.';
    assert.notEqual(openCard('start').id, first.id);
    assert.equal(draftCards('start').length, 2);
  });

  it('hands in what is written, trimmed, and leaves the empty ones out', () => {
    openCard('start').text.value = '  Something. ';
    openCard('start').text.value = '   ';
    openCard('stop').text.value = 'Else.';
    assert.deepEqual(
      writtenCards().map(({ prompt, text }) => ({ prompt, text })),
      [
        { prompt: 'start', text: 'Something.' },
        { prompt: 'stop', text: 'Else.' },
      ],
    );
  });

  it('comes back from a reload as it was', () => {
    openCard('start').text.value = 'Something.';
    box('heard').value = 'that it was late';
    votes.value = { t1: 2 };
    const kept = snapshot();
    takeDrafts({ cards: {}, votes: {}, boxes: {} });
    assert.deepEqual(snapshot(), { cards: {}, votes: {}, boxes: {} });
    takeDrafts(kept);
    assert.deepEqual(snapshot(), kept);
  });

  it('keeps nothing of what was handed in', () => {
    openCard('start').text.value = 'A secret.';
    dropAllCards();
    assert.equal(JSON.stringify(snapshot()).includes('secret'), false);
  });
});
