import assert from 'node:assert/strict';
import type { Actor } from '../../../src/retro/actor.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { RetroState, StepId } from '../../../src/retro/model.js';
import type { RefusalCode } from '../../../src/retro/refusal.js';
import type { RetroSetup } from '../../../src/retro/setup.js';
import { startRetro } from '../../../src/retro/start.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';
import { view } from '../../../src/retro/view.js';
import type { RetroView } from '../../../src/retro/viewModel.js';

export const names = ['Noor', 'Sam', 'Ines', 'Tariq', 'Yuki', 'Lena', 'Kwame', 'Jo'];
export const screen: Actor = { kind: 'screen' };
export const hub: Actor = { kind: 'hub' };

export function template(id = 'start-stop-continue') {
  const found = builtInTemplates.find((one) => one.id === id);
  assert.ok(found);
  return found;
}

export function setup(people = 8, changes: Partial<RetroSetup> = {}): RetroSetup {
  return {
    id: 'r1',
    title: 'Sprint 42',
    date: '2026-11-20',
    at: 1000,
    mode: 'shared',
    template: template(),
    people: names.slice(0, people).map((name) => ({ id: name.toLowerCase(), name })),
    facilitator: 'noor',
    ...changes,
  };
}

/** A retro that is played move by move. Moves have to be taken unless `refused` says otherwise. */
export class Room {
  state: RetroState;
  at = 2000;
  private count = 0;

  constructor(people = 8, changes: Partial<RetroSetup> = {}) {
    this.state = startRetro(setup(people, changes));
  }

  get people(): readonly string[] {
    return this.state.participants.filter((person) => person.presence !== 'left').map((person) => person.id);
  }

  /** From the shared screen for the room, or for a person. */
  do(event: RetroEvent, as: Actor | string = screen): this {
    const result = this.send(event, as);
    assert.equal(result.refused?.code, undefined, `${JSON.stringify(event)}: ${result.refused?.message}`);
    this.state = result.state;
    return this;
  }

  refused(code: RefusalCode, event: RetroEvent, as: Actor | string = screen): this {
    const result = this.send(event, as);
    assert.equal(result.refused?.code, code, JSON.stringify(event));
    assert.equal(result.state, this.state);
    return this;
  }

  /** The same for everyone, namelessly. */
  all(event: (person: string, index: number) => RetroEvent): this {
    this.people.forEach((person, index) => {
      this.do(event(person, index));
    });
    return this;
  }

  goTo(step: StepId): this {
    return this.do({ type: 'step/goTo', step });
  }

  seenBy(person?: string): RetroView {
    return view(this.state, person === undefined ? { kind: 'screen' } : { kind: 'participant', id: person });
  }

  private send(event: RetroEvent, as: Actor | string) {
    this.count += 1;
    this.at += 100;
    const named: Actor =
      this.state.mode === 'shared' ? { kind: 'screen', for: String(as) } : { kind: 'participant', id: String(as) };
    const actor = typeof as === 'string' ? named : as;
    return apply(this.state, event, { actor, at: this.at, seed: `seed number ${this.count}` });
  }
}

/** Cards handed in by everyone and shown: `c0`, `c1`, …, one for each person. */
export function withCards(people = 8, changes: Partial<RetroSetup> = {}): Room {
  const room = new Room(people, changes);
  room.goTo('write');
  room.all((_, index) => ({
    type: 'entry/submit',
    cards: [{ id: `c${index}`, prompt: 'start', text: `Card number ${index}` }],
  }));
  return room.goTo('reveal').do({ type: 'reveal/open' });
}
