import assert from 'node:assert/strict';
import { changesInWords } from '../../../src/panel/changes.js';
import { answersIn, ballotDraft, completeAnswers } from '../../../src/panel/together/ballotDrafts.js';
import { endingWords } from '../../../src/panel/together/endings.js';
import { type CloseName, closeReasons } from '../../../src/protocol/closeCodes.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { startRetro } from '../../../src/retro/start.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import { view } from '../../../src/retro/view.js';

describe('answers that wait in the panel', () => {
  it('are complete when none is missing', () => {
    assert.deepEqual(completeAnswers('3 4'), [3, 4]);
    assert.equal(completeAnswers('3 '), undefined);
    assert.equal(completeAnswers(''), undefined);
    assert.deepEqual(answersIn(' 4'), [undefined, '4']);
  });

  it('are kept by the question', () => {
    ballotDraft('safety').value = '3';
    assert.equal(ballotDraft('safety').value, '3');
    assert.equal(ballotDraft('worth').value, '');
  });
});

describe('the end of a line', () => {
  it('has a heading and an advice for every reason there is', () => {
    for (const why of Object.keys(closeReasons) as CloseName[]) {
      const { title, advice } = endingWords(why, 'The text of the hub.');
      assert.ok(title.length > 0 && advice.length > 0, why);
    }
  });

  it('offers a way back only where the link still opens something', () => {
    assert.equal(endingWords('finished', '').again, false);
    assert.equal(endingWords('notLetIn', '').again, false);
    assert.equal(endingWords('elsewhere', '').again, true);
    assert.equal(endingWords('left', '').again, true);
  });
});

describe('people who come and go', () => {
  function room(...events: readonly RetroEvent[]) {
    const [template] = builtInTemplates;
    assert.ok(template);
    const people = ['Noor', 'Sam'].map((name) => ({ id: name.toLowerCase(), name }));
    const setup = { id: 'r', title: 'R', date: '2026-11-20', at: 0, mode: 'room', template, people } as const;
    const state = events.reduce(
      (now, event, at) => apply(now, event, { actor: { kind: 'hub' }, at, seed: `0123456789abcdef${at}` }).state,
      startRetro({ ...setup, facilitator: 'noor' }),
    );
    return view(state, { kind: 'participant', id: 'noor' });
  }

  it('are said by name', () => {
    const before = room();
    const came = room({ type: 'person/join', id: 'ines', name: 'Ines' });
    assert.deepEqual(changesInWords(before, came), ['Ines is here.']);
    const left = room({ type: 'person/presence', id: 'sam', presence: 'left' });
    assert.deepEqual(changesInWords(before, left), ['Sam has left.']);
  });

  it('are no news while a line blinks', () => {
    const away = room({ type: 'person/presence', id: 'sam', presence: 'away' });
    assert.deepEqual(changesInWords(room(), away), []);
  });
});
