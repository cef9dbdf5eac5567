import assert from 'node:assert/strict';
import { changesInWords } from '../../../src/panel/changes.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { startRetro } from '../../../src/retro/start.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import { view } from '../../../src/retro/view.js';

const screen = { kind: 'screen' } as const;

function retro() {
  const [template] = builtInTemplates;
  assert.ok(template);
  const people = ['Noor', 'Sam', 'Ines', 'Tariq'].map((name, index) => ({ id: `p${index}`, name }));
  let state = startRetro({
    id: 'r',
    title: 'Sprint 42',
    date: '2026-11-20',
    at: 0,
    mode: 'shared',
    template,
    people,
    facilitator: 'p0',
  });
  let at = 0;
  return {
    view: () => view(state, screen),
    play(event: RetroEvent) {
      at += 1;
      state = apply(state, event, { actor: screen, at, seed: `0123456789abcdef${at}` }).state;
    },
  };
}

describe('changes in words', () => {
  it('says the step, and nothing when nothing changed', () => {
    const room = retro();
    const before = room.view();
    assert.deepEqual(changesInWords(before, room.view()), []);
    room.play({ type: 'step/goTo', step: 'write' });
    assert.deepEqual(changesInWords(before, room.view()), ['Now: Write.']);
  });

  it('says how many handed in, and never who or what', () => {
    const room = retro();
    room.play({ type: 'step/goTo', step: 'write' });
    const before = room.view();
    room.play({ type: 'entry/submit', cards: [{ id: 'c1', prompt: 'start', text: 'A secret.' }] });
    assert.deepEqual(changesInWords(before, room.view()), ['1 of 4 have handed in.']);
  });

  it('says who has the floor', () => {
    const room = retro();
    const before = room.view();
    room.play({ type: 'step/goTo', step: 'circle' });
    const words = changesInWords(before, room.view());
    assert.equal(words[0], 'Now: Circle.');
    assert.match(words[1] ?? '', /^(?:Noor|Sam|Ines|Tariq) has the floor\.$/);
  });

  it('says that someone asks for silence, without a name', () => {
    const room = retro();
    const before = room.view();
    room.play({ type: 'request/silence' });
    assert.deepEqual(changesInWords(before, room.view()), ['Someone asks for silence.']);
  });
});
