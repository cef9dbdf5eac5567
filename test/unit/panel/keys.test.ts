import assert from 'node:assert/strict';
import { keyCaps, keyName, type Move, moveFor } from '../../../src/panel/keys.js';

const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const move = (key: string, disabled = false): Move => ({
  id: key,
  key,
  label: key,
  place: 'start',
  disabled,
  run: () => undefined,
});

describe('keys', () => {
  const moves = [move('P'), move('Space'), move('Ctrl+Enter'), move('?'), move('N', true)];

  it('finds the move of a letter on the page, in any case', () => {
    assert.equal(moveFor(moves, press('p'), 'page', true)?.id, 'P');
    assert.equal(moveFor(moves, press('P'), 'page', true)?.id, 'P');
    assert.equal(moveFor(moves, press('?'), 'page', true)?.id, '?');
  });

  it('leaves letters to whoever writes', () => {
    assert.equal(moveFor(moves, press('p'), 'text', true), undefined);
    assert.equal(moveFor(moves, press('Enter', { ctrlKey: true }), 'text', true)?.id, 'Ctrl+Enter');
  });

  it('leaves Space to a button that has the focus, and letters not', () => {
    assert.equal(moveFor(moves, press(' '), 'control', true), undefined);
    assert.equal(moveFor(moves, press(' '), 'page', true)?.id, 'Space');
    assert.equal(moveFor(moves, press('p'), 'control', true)?.id, 'P');
  });

  it('rests when single keys are switched off, but for those with Ctrl', () => {
    assert.equal(moveFor(moves, press('p'), 'page', false), undefined);
    assert.equal(moveFor(moves, press('Enter', { metaKey: true }), 'page', false)?.id, 'Ctrl+Enter');
  });

  it('offers nothing that is disabled', () => {
    assert.equal(moveFor(moves, press('n'), 'page', true), undefined);
  });

  it('names and draws keys', () => {
    assert.equal(keyName(press(' ')), 'Space');
    assert.deepEqual(keyCaps('Ctrl+Enter', false), ['Ctrl', 'Enter']);
    assert.deepEqual(keyCaps('Ctrl+Enter', true), ['⌘', 'Enter']);
    assert.deepEqual(keyCaps('+', false), ['+']);
    assert.deepEqual(keyCaps('Ctrl++', false), ['Ctrl', '+']);
  });
});
