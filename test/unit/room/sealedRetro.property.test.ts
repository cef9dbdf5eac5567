import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RetroEvent } from '../../../src/retro/event.js';
import { outcome } from '../../../src/retro/minutes.js';
import type { BoxName, StepId } from '../../../src/retro/model.js';
import { saveState } from '../../../src/retro/snapshot.js';
import { Hub } from '../../../src/room/hub.js';
import { type Journal, MemoryJournal } from '../../../src/room/journal.js';
import type { Room } from '../../../src/room/room.js';
import { sealDesks } from '../../../src/room/sealDesk.js';
import { fastCrypto } from '../retro/sealing/fastCrypto.js';
import { guest, roomSetup } from './people.js';
import { type Crossed, gatheredWith, quick, SealedPerson, sealedRoom } from './sealedPeople.js';

/** `COMMON_GROUND_RUNS=50` runs fifty times as many, with up to twelve people. */
const times = Number(process.env.COMMON_GROUND_RUNS ?? 1);
const settings = { numRuns: times === 1 ? 1 : 2 * times, seed: 11, endOnFailure: true };

interface Plan {
  readonly people: number;
  /** How many cards each writes, in the order of the people. */
  readonly cards: readonly number[];
  readonly votes: readonly number[];
  readonly answers: readonly number[];
  readonly alias: boolean;
  /** Someone comes in after the cards. */
  readonly late: boolean;
  /** Someone's line is lost while cards are sealed. */
  readonly dropsOut: boolean;
}

const numbers = (max: number) => fc.array(fc.nat(max), { minLength: 12, maxLength: 12 });
const plans: fc.Arbitrary<Plan> = fc.record({
  people: fc.integer({ min: 3, max: times > 1 ? 12 : 4 }),
  cards: numbers(times > 1 ? 5 : 2),
  votes: numbers(3),
  answers: numbers(4),
  alias: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  late: fc.boolean(),
  dropsOut: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
});

/** Keeps all that was ever written. */
class RememberingJournal extends MemoryJournal implements Journal {
  readonly all: string[] = [];
  override append(entry: string): Promise<void> {
    this.all.push(entry);
    return super.append(entry);
  }
  override restart(entry: string): Promise<void> {
    this.all.push(entry);
    return super.restart(entry);
  }
}

/** Words that occur nowhere else, and cannot be part of each other. */
const secretText = (person: number, card: number) => `secret<${person}:${card}>`;
const nameOf = (index: number) => (index === 0 ? 'Noor' : `Person ${index} Longname`);

class Play {
  readonly crossed: Crossed[] = [];
  readonly journal = new RememberingJournal();
  readonly states: string[] = [];
  written: readonly string[] = [];

  private constructor(
    private readonly plan: Plan,
    readonly hub: Hub,
  ) {}

  room: Room | undefined;
  people: SealedPerson[] = [];

  static async of(plan: Plan): Promise<Play> {
    const hub = new Hub({ makeSeals: sealDesks(Promise.resolve(fastCrypto(5)), { ...quick, amend: 20 }) });
    const play = new Play(plan, hub);
    try {
      await play.run();
    } finally {
      for (const { person } of play.people) {
        person.client.dispose();
      }
      await hub.stop();
    }
    return play;
  }

  private async does(event: RetroEvent, by = 0): Promise<void> {
    const result = await this.people[by]?.person.act(event);
    assert.ok(result?.ok, `${JSON.stringify(event)}: ${JSON.stringify(result)}`);
  }

  private goTo(step: StepId): Promise<void> {
    return this.does({ type: 'step/goTo', step });
  }

  private async run(): Promise<void> {
    const { plan } = this;
    const made = await this.hub.create(roomSetup({ anonymity: plan.alias ? 'alias' : 'anonymous' }), this.journal);
    this.room = made.room;
    made.room.onDidChange((state) => this.states.push(saveState(state)));
    const names = Array.from({ length: plan.people - 1 }, (_, index) => nameOf(index + 1));
    this.people = [...(await sealedRoom(this.hub, made, names, this.crossed))];
    await this.ask('safety', 1);
    await this.writeAndReveal();
    await this.change();
    await this.vote();
    await this.goTo('close');
    await this.ask('dials', 2);
    await this.ask('worth', 1, 1);
    const { repo, team } = outcome(made.room.state);
    this.written = [repo ?? '', team ?? ''];
    await this.does({ type: 'retro/finish' });
  }

  private async writeAndReveal(): Promise<void> {
    const { plan, people } = this;
    await this.goTo('write');
    people.forEach((one, person) => {
      one.cards = Array.from({ length: plan.cards[person] ?? 0 }, (_, card) => ({
        prompt: 'start',
        text: secretText(person, card),
        ...(plan.alias ? { alias: 'Heron' } : {}),
      }));
    });
    await this.goTo('reveal');
    const reveal = this.does({ type: 'reveal/open' });
    if (plan.dropsOut) {
      people.pop()?.person.client.dispose();
    }
    await reveal;
    if (plan.late && this.room !== undefined) {
      const { room } = this;
      const late = await SealedPerson.enter('Late Comer', fastCrypto(4711), room.id, (onLine) =>
        guest(room, 'Late Comer', () => Promise.resolve(this.hub.connect()), { onLine }),
      );
      people.push(late);
      await Promise.all(people.map((one) => gatheredWith(one, people.length)));
    }
  }

  /** Someone changes a card of their own. */
  private async change(): Promise<void> {
    const writer = this.people.findIndex((one) => one.own(secretText(this.people.indexOf(one), 0)) !== undefined);
    const someone = this.people[writer];
    const card = someone?.own(secretText(writer, 0));
    if (someone !== undefined && card !== undefined) {
      someone.amendment = { card, change: 'edit', text: secretText(writer, 99) };
      await someone.person.until(
        'the change',
        ({ view }) => view?.cards.some((one) => one.text === secretText(writer, 99)) ?? false,
      );
    }
  }

  private async vote(): Promise<void> {
    await this.goTo('vote');
    await this.does({ type: 'talk/propose', id: 'topic1', title: 'Releases' });
    await this.does({ type: 'talk/propose', id: 'topic2', title: 'Reviews' }, 1);
    await this.does({ type: 'vote/open' });
    this.people.forEach((one, person) => {
      one.votes = { topic1: this.plan.votes[person] ?? 0, topic2: 1 };
      one.ready('vote');
    });
    await this.people[0]?.person.until('the count', ({ view }) => view?.vote.status === 'counted');
  }

  private async ask(box: BoxName, questions: number, least = 0): Promise<void> {
    if (box === 'safety') {
      await this.does({ type: 'ballot/open', box });
    }
    this.people.forEach((one, person) => {
      one.answers[box] = Array.from({ length: questions }, () => Math.max(least, this.plan.answers[person] ?? 0));
    });
    await this.does({ type: 'ballot/close', box });
  }
}

/** Everything a name or an id of a person could be read from. */
function marksOf(play: Play): readonly string[] {
  const people = play.room?.state.participants ?? [];
  return people.flatMap((person) => [person.id, person.name]).filter((mark) => mark.length > 3);
}

/** Each object in it that holds a secret text, without the objects around it. */
function objectsWithSecrets(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) {
    for (const item of value) {
      objectsWithSecrets(item, found);
    }
  } else if (typeof value === 'object' && value !== null) {
    const own = Object.entries(value).filter(([, item]) => typeof item !== 'object');
    if (own.some(([, item]) => typeof item === 'string' && item.includes('secret<'))) {
      found.push(JSON.stringify(value));
    }
    for (const item of Object.values(value)) {
      objectsWithSecrets(item, found);
    }
  } else if (typeof value === 'string' && value.startsWith('{')) {
    objectsWithSecrets(JSON.parse(value), found);
  }
  return found;
}

/** The bytes of everything long and base64url that is in there. */
function sealedBytes(message: string): string {
  const all = message.match(/[\w-]{40,}/g) ?? [];
  return all.map((text) => Buffer.from(text, 'base64url').toString('latin1')).join(' ');
}

describe('Whole retros in which everyone seals', () => {
  it('leave no link between a person and a card, a ballot or a dial in any byte that is sent, kept or written', async () => {
    let cards = 0;
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const play = await Play.of(plan);
        const marks = marksOf(play);
        const withMark = (texts: readonly string[]) =>
          texts.filter((text) => marks.some((mark) => text.includes(mark)));

        // What people send holds nothing of it, open or in another writing.
        for (const { message } of play.crossed.filter((one) => one.up)) {
          assert.ok(!message.includes('secret<') && !sealedBytes(message).includes('secret<'), message.slice(0, 200));
          assert.ok(!/entry\/submit|vote\/cast|ballot\/answer|card\/edit/.test(message), message.slice(0, 200));
        }
        // What is sent to people, kept and written names nobody beside it.
        const down = play.crossed.filter((one) => !one.up && one.message.includes('secret<'));
        const kept = [...play.journal.all, ...play.states];
        const beside = [...down.map((one) => one.message), ...kept].flatMap((text) =>
          objectsWithSecrets(JSON.parse(text)),
        );
        assert.deepEqual(withMark(beside), []);
        assert.deepEqual(
          withMark(
            play.written
              .join('\n')
              .split('\n')
              .filter((line) => line.includes('secret<')),
          ),
          [],
        );
        cards += beside.length;

        // And it is sent to all alike.
        const byPerson = new Map<string, string[]>();
        for (const { whose, message } of down) {
          byPerson.set(whose, [...(byPerson.get(whose) ?? []), objectsWithSecrets(JSON.parse(message)).join()]);
        }
        const stayed = [...byPerson].filter(([whose]) => play.people.some((one) => one.name === whose));
        assert.ok(new Set(stayed.map(([, texts]) => texts.join())).size <= 1);
      }),
      settings,
    );
    assert.ok(cards > 0, 'no card was ever shown');
  }).timeout(20_000 * times);

  it('give each person as many messages of the same sizes, whatever they wrote', async () => {
    const plan: Plan = {
      people: 4,
      cards: [0, 3, 1, 0],
      votes: [0, 3, 1, 2],
      answers: [0, 4, 2, 3],
      alias: false,
      late: false,
      dropsOut: false,
    };
    const play = await Play.of(plan);
    const rounds = new Map<string, Map<string, string[]>>();
    for (const { whose, up, message } of play.crossed) {
      const round = up ? /"round":"([\w-]+)"/.exec(message)?.[1] : undefined;
      if (round !== undefined) {
        const people = rounds.get(round) ?? new Map<string, string[]>();
        const type = /"type":"(\w+)"/.exec(message)?.[1] ?? '';
        // Who mixes in which place is drawn, and the envelopes get smaller from place to place.
        const size = type === 'mixed' ? 'any' : message.length;
        people.set(whose, [...(people.get(whose) ?? []), `${type} ${size}`]);
        rounds.set(round, people);
      }
    }
    // Rounds of changes may have been called off half way.
    const whole = [...rounds.values()].filter((round) => [...round.values()].every((list) => list.length === 5));
    assert.ok(whole.length >= 5, String(whole.length));
    for (const round of whole) {
      assert.equal(round.size, 4);
      assert.equal(new Set([...round.values()].map((list) => list.join())).size, 1, JSON.stringify([...round]));
    }
  }).timeout(20_000);
});
