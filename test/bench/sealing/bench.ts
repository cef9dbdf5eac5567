// What a sealed round costs: `npm run bench:sealing`. Everyone's work is done one after the other in this one process, and measured in
// processor time, which other programs do not change much; the way from "reveal" to open is then the slowest panel in each phase, all
// mixers in turn, and the hub. Distances come on top. The last line is JSON.
import { randomBytes, webcrypto } from 'node:crypto';
import { RoomMemory, type ShownView } from '../../../src/retro/sealing/client/roomMemory.js';
import { SealClient } from '../../../src/retro/sealing/client/sealClient.js';
import type { Content } from '../../../src/retro/sealing/content.js';
import type { SealingCrypto } from '../../../src/retro/sealing/crypto.js';
import { HubSealing } from '../../../src/retro/sealing/hub/hubSealing.js';
import type { OrderType, Purpose, SealOrder } from '../../../src/retro/sealing/messages.js';
import { nobleCrypto } from '../../../src/retro/sealing/nobleCrypto.js';
import { questionOf } from '../../../src/retro/sealing/question.js';
import { type Subtle, subtleCrypto, supported } from '../../../src/retro/sealing/subtleCrypto.js';
import { nodeCrypto } from '../../../src/room/nodeCrypto.js';
import { participant, shownTo } from '../../unit/retro/sealing/people.js';

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** Milliseconds of processor time, all threads. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Figures {
  /** Milliseconds from the first order to the content, were every panel a machine of its own without distance. */
  readonly path: number;
  /** Of the slowest panel, by order; of `mix` the sum of all mixers. */
  readonly phases: Readonly<Record<string, number>>;
  /** Milliseconds of a panel before the first order. */
  readonly before: number;
  /** Milliseconds of everyone together, were they all on one machine. */
  readonly everyone: number;
  /** Characters of the largest message. */
  readonly largest: number;
  /** Characters through the hub in all. */
  readonly carried: number;
}

class Bench {
  private readonly clients = new Map<string, SealClient>();
  private readonly spent = new Map<OrderType, number[]>();
  private readonly queue: { readonly to: string; readonly message: string }[] = [];
  private largest = 0;
  private carried = 0;
  private working = 0;
  private pumping = false;
  readonly hub: HubSealing;
  private shown = shownTo('');

  constructor(
    private readonly crypto: SealingCrypto,
    hub: SealingCrypto,
  ) {
    const after = (milliseconds: number, run: () => void) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    };
    this.hub = new HubSealing({
      crypto: hub,
      room: 'bench',
      show: () => {
        const participants = this.hub.people.map((member) => participant(member.id, member.name));
        this.shown = { ...this.shown, participants };
        return Promise.resolve();
      },
      question: (purpose) => questionOf(this.shown, purpose),
      leaveOut: () => Promise.resolve(),
      askWithout: () => undefined,
      send: (to, order) => this.carry(to, order),
      after,
      patience: 600_000,
      grace: 0,
      attempts: 1,
    });
  }

  async enter(id: string, contents: readonly Content[]): Promise<void> {
    const memory = await RoomMemory.of(this.crypto, 'bench', undefined);
    const view = (): ShownView => ({ ...this.shown, me: id });
    const client = new SealClient({
      crypto: this.crypto,
      memory,
      shown: { view, until: async (holds) => holds(view()) },
      answers: () => contents.length > 0,
      pause: () => Promise.resolve(),
      now: () => 0,
      insists: () => false,
      contents: async () => contents,
      news: () => undefined,
      send: (reply) => {
        const message = JSON.stringify(reply);
        this.measure(message);
        if (reply.type === 'keys') {
          this.hub.join({ id, name: id, sign: reply.sign, mix: reply.mix });
        } else {
          // Reading and carrying is the hub's work.
          const from = now();
          this.hub.receive(id, JSON.parse(message));
          this.working += now() - from;
        }
      },
    });
    this.clients.set(id, client);
    client.introduce();
  }

  async round(purpose: Purpose): Promise<Figures> {
    await this.hub.gather();
    const before = purpose === 'cards' ? await this.prepare(purpose) : 0;
    this.spent.clear();
    [this.largest, this.carried, this.working] = [0, 0, 0];
    const from = now();
    const outcome = await this.hub.run(purpose);
    const all = now() - from;
    if (!outcome.ok) {
      throw new Error(`The round stopped: ${outcome.why} ${outcome.objection}`);
    }
    const phases: Record<string, number> = {};
    let panels = 0;
    for (const [type, times] of this.spent) {
      panels += sum(times);
      phases[type] = type === 'mix' ? sum(times) : Math.max(...times);
    }
    // What is left is the hub's: carrying, and opening in the end.
    phases.hub = Math.max(0, all - panels);
    const { largest, carried } = this;
    return { path: sum(Object.values(phases)), phases, before, everyone: all, largest, carried };
  }

  /** What panels do while people write. @returns milliseconds of one panel */
  private async prepare(purpose: Purpose): Promise<number> {
    const from = now();
    for (const client of this.clients.values()) {
      await client.expect(purpose);
    }
    return (now() - from) / this.clients.size;
  }

  private carry(to: string, order: SealOrder): void {
    const message = JSON.stringify(order);
    this.measure(message);
    this.queue.push({ to, message });
    if (!this.pumping) {
      this.pumping = true;
      setImmediate(() => void this.pump());
    }
  }

  /** One order at a time, so that each is timed alone. */
  private async pump(): Promise<void> {
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      const working = this.working;
      const from = now();
      const order = JSON.parse(next.message) as SealOrder;
      await this.clients.get(next.to)?.receive(order);
      const took = now() - from - (this.working - working);
      this.spent.set(order.type, [...(this.spent.get(order.type) ?? []), took]);
    }
    this.pumping = false;
  }

  private measure(message: string): void {
    this.largest = Math.max(this.largest, message.length);
    this.carried += message.length;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function measure(crypto: SealingCrypto, people: number, purpose: Purpose, rounds: number): Promise<Figures> {
  const bench = new Bench(crypto, await nodeCrypto());
  for (let person = 0; person < people; person += 1) {
    const cards = Array.from({ length: purpose === 'cards' ? 9 : 0 }, (_, card): Content => {
      const text = `Card ${card} of ${person}: we could pair more often, and earlier.`;
      return { kind: 'card', prompt: 0, text, key: random(32) };
    });
    await bench.enter(`p${person}`, cards);
  }
  const all: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    all.push(await bench.round(purpose));
  }
  // The first one warms up.
  const [middle] = all.slice(rounds > 1 ? 1 : 0).sort((one, other) => one.path - other.path);
  if (middle === undefined) {
    throw new Error('Nothing was measured.');
  }
  return middle;
}

async function main(): Promise<void> {
  const subtle = webcrypto.subtle as unknown as Subtle;
  const native = subtleCrypto(subtle, random, await supported(subtle, random));
  const result: Record<string, number> = {};
  for (const [name, crypto] of [
    ['node', await nodeCrypto()],
    ['native', native],
    ['noble', nobleCrypto(random)],
  ] as const) {
    for (const [people, purpose] of [
      [3, 'cards'],
      [8, 'cards'],
      [16, 'cards'],
      [30, 'cards'],
      [8, 'amend'],
      [30, 'vote'],
      [8, 'ballot/safety'],
    ] as const) {
      const { path, phases, before, everyone, largest, carried } = await measure(
        crypto,
        people,
        purpose,
        name === 'noble' ? 2 : 4,
      );
      const parts = Object.entries(phases).map(([phase, took]) => `${phase} ${took.toFixed(1)}`);
      const size = `largest message ${(largest / 1000).toFixed(0)} kB, carried ${(carried / 1e6).toFixed(1)} MB`;
      const way = `${path.toFixed(0)} ms (${parts.join(', ')}; while people write ${before.toFixed(0)})`;
      console.log(`${name}, ${people} people, ${purpose}: ${way}; everyone ${everyone.toFixed(0)} ms; ${size}`);
      result[`${name}_${purpose.replace('/', '_')}_${people}_ms`] = Math.round(path);
    }
  }
  console.log(JSON.stringify(result));
}

void main();
