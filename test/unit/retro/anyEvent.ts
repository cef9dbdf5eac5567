import fc from 'fast-check';
import type { Actor } from '../../../src/retro/actor.js';
import { saveItems } from '../../../src/retro/confidentiality.js';
import type { EventType, RetroEvent } from '../../../src/retro/event.js';
import { eventTypes } from '../../../src/retro/eventSchema.js';
import type { BoxName, RetroState, StepKind } from '../../../src/retro/model.js';
import { anonymities, levels } from '../../../src/retro/model.js';
import { allowed } from '../../../src/retro/rules.js';
import { purposes } from '../../../src/retro/topics.js';

/** One step of a random retro, still without a retro: numbers that pick what there is when it is played. */
export interface Choice {
  readonly actor: number;
  readonly type: number;
  readonly numbers: readonly number[];
  /** Picks any event at all, not one that fits the step. */
  readonly wild: boolean;
}

export const choices = (length: number): fc.Arbitrary<Choice[]> =>
  fc.array(
    fc.record({
      actor: fc.nat(40),
      type: fc.nat(400),
      numbers: fc.array(fc.nat(60), { minLength: 6, maxLength: 6 }),
      wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { minLength: length / 2, maxLength: length },
  );

/** The actor and the event that a choice means in this state. Every text is `text <n>!`, with a number that is used once. */
export function played(state: RetroState, choice: Choice, count: number): { actor: Actor; event: RetroEvent } {
  const actor = pickActor(state, choice.actor);
  const kind = state.steps.find((step) => step.status === 'now')?.kind ?? 'arrive';
  const role =
    actor.kind === 'participant' ? (actor.id === state.facilitator ? 'facilitator' : 'participant') : 'screen';
  // Mostly what belongs to the step, so that retros get somewhere; the room moves on, and ends, now and then.
  const own = allowed(kind, role).filter(belongs(kind));
  const types = choice.wild ? eventTypes : choice.type % 3 > 0 && own.length > 0 ? own : allowed(kind, role);
  const picked = types[Math.floor(choice.type / 3) % types.length] ?? 'step/next';
  const type = picked === 'retro/finish' && (choice.numbers[3] ?? 0) < 40 ? 'step/back' : picked;
  return { actor, event: eventOf(type, state, choice.numbers, count) };
}

function belongs(kind: StepKind): (type: EventType) => boolean {
  const elsewhere = new Set(allowed(kind === 'arrive' ? 'norms' : 'arrive', 'screen'));
  return (type) => !elsewhere.has(type) || type.startsWith('ballot/');
}

function pickActor(state: RetroState, number: number): Actor {
  const people = state.participants.map((person) => person.id);
  const person = people[number % people.length] ?? 'nobody';
  if (number > 38) {
    return number === 39 ? { kind: 'hub' } : { kind: 'cardHolder', card: state.cards[0]?.id ?? 'none' };
  }
  if (state.mode === 'room') {
    return number % 4 === 3 ? { kind: 'hub' } : { kind: 'participant', id: person };
  }
  return number % 3 === 0 ? { kind: 'screen', for: person } : { kind: 'screen' };
}

/** An event of that type, right in its shape, from what is there. */
export function eventOf(type: EventType, state: RetroState, n: readonly number[], count: number): RetroEvent {
  const at = <T>(list: readonly T[], which: number): T | undefined => list[(n[which] ?? 0) % Math.max(list.length, 1)];
  const idOf = (list: readonly { readonly id: string }[], which: number): string => at(list, which)?.id ?? 'nothing';
  const text = `text ${count}!`;
  // Now and then an id that is there already.
  const id = n[5] === 0 ? idOf(state.cards, 0) : `x${count}`;
  const person = idOf(state.participants, 0);
  const card = idOf(state.cards, 0);
  const group = idOf(state.groups, 1);
  const topics = [...state.groups, ...state.cards, ...state.talk.proposals];
  const draft = idOf(state.commitments, 0);
  const yes = (n[1] ?? 0) % 2 === 0;
  const entry = Array.from({ length: (n[0] ?? 0) % 4 }, (_, index) => ({
    id: `${id}-${index}`,
    prompt: idOf(state.template.prompts, 1),
    text: `text ${count}.${index}!`,
    ...(state.anonymity === 'alias' ? { alias: 'Heron' } : {}),
  }));
  const boxes: readonly BoxName[] = ['safety', 'dials', 'worth', `confidence/${draft}`];
  const box = at(boxes, 2) ?? 'safety';
  const scale = box === 'safety' || box === 'dials' ? 4 : box === 'worth' ? 5 : 100;
  const answers = Array.from({ length: box === 'dials' ? 2 : 1 }, (_, index) =>
    scale === 100
      ? ((n[index] ?? 0) % 21) * 5
      : (n[index] ?? 0) % (box === 'safety' && (n[4] ?? 0) > 20 ? 2 : scale + 1),
  );
  const steps = state.steps;

  const make: { readonly [T in EventType]: () => Omit<Extract<RetroEvent, { type: T }>, 'type'> } = {
    'person/join': () => ({ id: (n[0] ?? 0) > 50 ? person : `pid-late${count}`, name: `Late ${count}` }),
    'person/rename': () => ({ id: person, name: `Name ${(n[1] ?? 0) % 5}` }),
    'person/presence': () => ({ id: person, presence: at(['here', 'away', 'left', 'here'] as const, 1) ?? 'here' }),
    'person/aside': () => ({ id: person, aside: yes }),
    'person/putOut': () => ({ id: (n[0] ?? 0) > 57 ? person : 'nobody' }),
    'person/influence': () => ({ influence: yes }),
    'facilitator/handOver': () => ({ to: person }),
    'facilitator/takeOver': () => ({}),
    'confidentiality/lower': () => ({ level: (n[0] ?? 0) > 55 ? 'room' : 'repo' }),
    'anonymity/raise': () => ({ anonymity: at(anonymities, 0) ?? 'anonymous' }),
    'step/next': () => ({}),
    'step/back': () => ({}),
    'step/goTo': () => ({ step: idOf(steps, 0) }),
    'step/skip': () => ({ step: idOf(steps, 0), skip: yes }),
    'step/move': () => ({ step: idOf(steps, 0), to: (n[1] ?? 0) % (steps.length + 1) }),
    'timer/start': () => ({ minutes: 5 }),
    'timer/extend': () => ({ minutes: 2 }),
    'timer/stop': () => ({}),
    'request/longer': () => ({}),
    'request/silence': () => ({}),
    'request/norm': () => (yes ? {} : { norm: idOf(state.norms, 0) }),
    'request/settle': () => ({ request: at(['longer', 'silence', 'norm'] as const, 0) ?? 'longer' }),
    'tick/set': () => ({ done: yes }),
    'arrive/word': () => ({ word: yes ? 'calm' : '' }),
    'safety/first': () => ({}),
    'ballot/open': () => ({ box }),
    'ballot/answer': () => ({ box, answers }),
    'ballot/close': () => ({ box }),
    'promise/answer': () => ({
      id: idOf(state.promises, 0),
      answer: at(
        [
          { kind: 'kept' },
          { kind: 'still' },
          { kind: 'letGo', because: text },
          { kind: 'changed', agreedWith: 'Sam', promise: text },
        ] as const,
        1,
      ) ?? { kind: 'kept' },
    }),
    'promise/clear': () => ({ id: idOf(state.promises, 0) }),
    'promise/reflect': () => ({ id: idOf(state.promises, 0), helped: yes ? text : '' }),
    'norm/add': () => ({ id, text }),
    'norm/edit': () => ({ id: idOf(state.norms, 0), text }),
    'norm/remove': () => ({ id: idOf(state.norms, 0) }),
    'norm/hand': () => ({
      hand: at(['yes', 'yes', 'live', 'change'] as const, 1) ?? 'yes',
      ...(state.norms.length > 0 && yes ? { id: idOf(state.norms, 0) } : {}),
    }),
    'entry/submit': () => ({ cards: entry }),
    'entries/sealed': () => ({ cards: entry, entries: (n[1] ?? 0) % 3 }),
    'entry/signed': () => ({
      cards: entry.map(({ alias: _, ...rest }: { alias?: string } & (typeof entry)[0]) => rest),
    }),
    'reveal/open': () => ({}),
    'card/edit': () => ({ id: card, text }),
    'card/withdraw': () => ({ id: card }),
    'card/ask': () => ({ id: card, question: text }),
    'card/answer': () => ({ id: card, answer: text }),
    'circle/restart': () => ({}),
    'circle/done': () => ({}),
    'circle/pass': () => ({}),
    'circle/later': () => ({}),
    'circle/read': () => (yes ? {} : { stop: true }),
    'circle/thank': () => ({}),
    'heard/say': () => ({ id, text }),
    'heard/answer': () => ({ answer: at(['yes', 'almost', 'skip'] as const, 0) ?? 'yes' }),
    'heard/skip': () => ({}),
    'group/make': () => ({ id, name: text, cards: [card, idOf(state.cards, 2)] }),
    'group/put': () => ({ group, card }),
    'group/take': () => ({ card }),
    'group/name': () => ({ group, name: text }),
    'group/merge': () => ({ from: idOf(state.groups, 0), into: group }),
    'group/undo': () => ({}),
    'vote/open': () => (yes ? {} : { budget: 4, cap: 2 }),
    'vote/cast': () => ({ votes: topics.length === 0 || yes ? {} : { [idOf(topics, 0)]: (n[2] ?? 0) % 6 } }),
    'vote/close': () => ({}),
    'vote/reset': () => ({}),
    'talk/propose': () => ({ id, title: text }),
    'talk/start': () => ({ topic: idOf(topics, 0), purpose: at(purposes, 1) ?? 'try', ...(yes ? { minutes: 3 } : {}) }),
    'talk/purpose': () => ({ purpose: at(purposes, 1) ?? 'try' }),
    'talk/appreciate': () => ({}),
    'talk/listen': () => ({ on: yes }),
    'talk/note': () => ({ id, text }),
    'talk/unnote': () => ({
      id: idOf(
        Object.values(state.talk.topics).flatMap((topic) => topic.notes),
        0,
      ),
    }),
    'talk/askMore': () => ({}),
    'talk/more': () => ({ answer: yes ? 'yes' : 'no' }),
    'talk/wellEnough': () => ({ answer: yes ? 'yes' : 'notYet' }),
    'talk/end': () => ({}),
    'commitment/add': () => ({ id, when: text, will: text, team: yes }),
    'commitment/edit': () => ({ id: draft, when: text, will: text, team: yes }),
    'commitment/remove': () => ({ id: draft }),
    'commitment/take': () => ({ id: draft }),
    'commitment/handBack': () => ({ id: draft }),
    'thanks/add': () => ({ id, to: person, text }),
    'thanks/remove': () => ({ id: idOf(state.appreciations, 0) }),
    'save/lower': () => ({ item: at(saveItems(state), 2)?.id ?? 'card/none', level: at(levels, 1) ?? 'ashes' }),
    'retro/finish': () => ({}),
  };
  return { type, ...make[type]() } as RetroEvent;
}
