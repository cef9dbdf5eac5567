import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Actor, Stamp } from '../../../src/retro/actor.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { type Anonymity, type ConfidentialityLevel, levels, type RetroState } from '../../../src/retro/model.js';
import { startRetro } from '../../../src/retro/start.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import { type Choice, choices, played } from './anyEvent.js';
import { setup, template } from './room.js';

/** A random retro: how it begins, and what happens in it. */
export interface Run {
  readonly choices: readonly Choice[];
  readonly people: number;
  readonly mode: 'shared' | 'room';
  readonly confidentiality: ConfidentialityLevel;
  readonly anonymity: Anonymity;
  readonly template: number;
  readonly board: boolean;
  /** Most runs begin somewhere in the middle. */
  readonly start: number;
}

export const someRun = (length: number): fc.Arbitrary<Run> =>
  fc.record({
    choices: choices(length),
    people: fc.integer({ min: 1, max: 7 }),
    mode: fc.constantFrom('shared', 'shared', 'room'),
    confidentiality: fc.constantFrom(...levels, 'repo', 'repo'),
    anonymity: fc.constantFrom('anonymous', 'anonymous', 'alias', 'named'),
    template: fc.nat(6),
    board: fc.boolean(),
    start: fc.nat(12),
  });

export function begin(run: Run): RetroState {
  const people = Array.from({ length: run.people }, (_, index) => ({ id: `pid-${index}`, name: `Person ${index}` }));
  const promises = [
    { id: 'p1', promise: 'We will try pairing.', owner: 'team', made: '2026-11-06' },
    { id: 'p2', promise: 'I will say so.', owner: 'Person 0', made: '2026-11-06' },
  ];
  const { mode, confidentiality, anonymity } = run;
  const cards = Array.from({ length: run.board ? 6 : 0 }, (_, index) => ({
    id: `b${index}`,
    prompt: 'start',
    text: `text b${index}!`,
  }));
  const groups = run.board ? [{ id: 'bg', name: 'text bg!', cards: ['b0', 'b1'] }] : [];
  const state = startRetro(
    setup(1, {
      people,
      facilitator: 'pid-0',
      mode,
      confidentiality,
      anonymity,
      promises,
      board: { cards, groups },
      template: builtInTemplates[run.template] ?? template(),
    }),
  );
  const step = state.steps[run.start]?.id ?? 'arrive';
  return apply(state, { type: 'step/goTo', step }, facilitator(state)).state;
}

/** A move of whoever facilitates. */
export function facilitator(state: RetroState, at = 4000): Stamp {
  const actor: Actor = state.mode === 'shared' ? { kind: 'screen' } : { kind: 'participant', id: state.facilitator };
  return { actor, at, seed: 'the seed of the facilitator' };
}

/** One move of a run, refused ones included. */
export interface Played {
  readonly event: RetroEvent;
  readonly stamp: Stamp;
  readonly taken: boolean;
}

/** Plays a run; `look` sees each state that comes out, the one before it, and the move that led there. */
export function play(
  run: Run,
  look: (state: RetroState, before: RetroState, move: Played) => void = () => undefined,
): { readonly state: RetroState; readonly log: readonly Played[] } {
  let state = begin(run);
  const log: Played[] = [];
  run.choices.forEach((choice, count) => {
    const { actor, event } = played(state, choice, count);
    const stamp = { actor, at: 5000 + count * 20_000, seed: `a seed of its own ${count}` };
    const result = apply(state, event, stamp);
    assert.ok(result.refused === undefined || result.state === state, 'a refused event changes nothing');
    const move = { event, stamp, taken: result.refused === undefined };
    const before = state;
    log.push(move);
    state = result.state;
    look(state, before, move);
  });
  return { state, log };
}

/** The state in its last step. */
export function closing(state: RetroState): RetroState {
  return apply(state, { type: 'step/goTo', step: state.steps.at(-1)?.id ?? '' }, facilitator(state, 9_000_000)).state;
}

/** The state once the retro is over. */
export function finished(state: RetroState): RetroState {
  return apply(closing(state), { type: 'retro/finish' }, facilitator(state, 9_000_000)).state;
}
