// `npm run bench:room`: how fast a room is, how large it can be, and whether it loses anything (`-- --reveals`: only the reveal,
// in rooms of 3 to 30). The hub and its guests are processes of their own on this machine; every guest is a real client on a real socket. The last line is one JSON object.
import { join } from 'node:path';
import {
  type CrowdAnswer,
  type CrowdOrder,
  type HubAnswer,
  type HubOrder,
  now,
  type Seen,
  type Ticket,
  Worker,
} from './workers.js';

const quick = process.argv.includes('--quick') || process.argv.includes('--reveals');
const here = __dirname;

type Crowd = Worker<CrowdOrder, CrowdAnswer>;

/** A room with people in some processes; the first person of the first crowd facilitates. */
class Party {
  constructor(
    readonly crowds: readonly Crowd[],
    readonly size: number,
  ) {}

  async all(order: CrowdOrder): Promise<readonly CrowdAnswer[]> {
    const answers = await Promise.all(this.crowds.map((crowd) => crowd.ask(order)));
    for (const { failed } of answers) {
      if (failed !== undefined) {
        throw new Error(failed);
      }
    }
    return answers;
  }

  async facilitate(event: object): Promise<void> {
    const answer = await this.crowds[0]?.ask({ do: 'act', who: 0, event });
    if (answer?.failed !== undefined) {
      throw new Error(answer.failed);
    }
  }

  /** Milliseconds from the facilitator's act until everyone is there. */
  async timed(event: object | undefined, until: CrowdOrder): Promise<number> {
    const start = now();
    // The first crowd takes one order after the other: it acts, then it waits like the others.
    const [, answers] = await Promise.all([event === undefined ? undefined : this.facilitate(event), this.all(until)]);
    const ends = answers.map(({ at }) => at ?? 0);
    return Math.max(...ends) - start;
  }
}

async function withHub<T>(run: (hub: Worker<HubOrder, HubAnswer>) => Promise<T>): Promise<T> {
  const hub = new Worker<HubOrder, HubAnswer>(join(here, 'hub.js'));
  try {
    return await run(hub);
  } finally {
    hub.end();
  }
}

async function party(
  hub: Worker<HubOrder, HubAnswer>,
  options: {
    readonly people: number;
    readonly rooms?: number;
    readonly cards?: number;
    readonly seals?: boolean;
    readonly processes?: number;
  },
): Promise<Party> {
  const { people, rooms = 1, cards = 0, seals = false, processes = 3 } = options;
  const tickets: Ticket[] = [];
  let url = '';
  for (let count = 0; count < rooms; count += 1) {
    const made = await hub.ask({ do: 'room', title: `Room ${count}`, cards });
    url = made.url ?? '';
    const room = made.room ?? '';
    tickets.push({ room, name: 'Noor', secret: made.credential ?? '', kind: 'back' });
    for (let guest = 1; guest < people; guest += 1) {
      tickets.push({ room, name: `Guest ${guest}`, secret: made.invitation ?? '', kind: 'invited' });
    }
  }
  const share = Math.ceil(tickets.length / processes);
  const crowds = Array.from({ length: processes }, () => new Worker<CrowdOrder, CrowdAnswer>(join(here, 'crowd.js')));
  const joined = new Party(crowds, people);
  await Promise.all(
    crowds.map(async (crowd, index) => {
      const mine = tickets.slice(index * share, (index + 1) * share);
      const { failed } = await crowd.ask({ do: 'join', url, tickets: mine, seals });
      if (failed !== undefined) {
        throw new Error(failed);
      }
    }),
  );
  await joined.all({ do: 'until', people });
  return joined;
}

interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly acts: number;
  readonly lost: number;
  readonly bytes: number;
}

/** From an act to everyone's view, over all acts of a while. An act that was answered and not seen by all is lost. */
async function latency(room: Party, long: number, each: number): Promise<Latency> {
  await room.all({ do: 'measure' });
  await room.all({ do: 'acts', long, each });
  await new Promise((done) => setTimeout(done, 500));
  const answers = await room.all({ do: 'measure' });
  const all = new Map<string, Seen>();
  for (const [question, { sent, last, people }] of answers.flatMap(({ seen = [] }) => seen)) {
    const before = all.get(question) ?? { sent, last: 0, people: 0 };
    all.set(question, { sent, last: Math.max(last, before.last), people: before.people + people });
  }
  const answered = answers.flatMap(({ answered: some = [] }) => some);
  const lost = answered.filter((question) => all.get(question)?.people !== room.size).length;
  const times = [...all.values()].map(({ sent, last }) => last - sent).toSorted((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const sum = (pick: (answer: CrowdAnswer) => number | undefined) =>
    answers.reduce((total, answer) => total + (pick(answer) ?? 0), 0);
  const bytes =
    sum((answer) => answer.bytes) /
    Math.max(
      1,
      sum((answer) => answer.changes),
    );
  return { p50: at(0.5), p95: at(0.95), most: times.at(-1) ?? Number.NaN, acts: answered.length, lost, bytes };
}

/** A whole retro with its safety check, cards and votes sealed; the acts are measured with all cards on the board. */
async function sealedRetro(people: number, cards: number, votes: number) {
  return withHub(async (hub) => {
    const processes = Math.min(people, 4);
    const room = await party(hub, { people, seals: true, processes });
    await room.all({ do: 'gathered', people });
    await room.facilitate({ type: 'ballot/open', box: 'safety' });
    await room.all({ do: 'safety' });
    await room.all({ do: 'until', counted: 'safety' });
    await room.facilitate({ type: 'step/goTo', step: 'write' });
    await room.all({ do: 'write', cards });
    await room.facilitate({ type: 'step/goTo', step: 'reveal' });
    const reveal = await room.timed({ type: 'reveal/open' }, { do: 'until', cards: people * cards });
    const acts = await latency(room, quick ? 3000 : 15_000, 2000);
    await room.facilitate({ type: 'step/goTo', step: 'vote' });
    await room.facilitate({ type: 'vote/open', budget: votes, cap: votes });
    await room.all({ do: 'votes', votes });
    const vote = await room.timed(undefined, { do: 'until', counted: 'vote' });
    const { memory = Number.NaN } = await hub.ask({ do: 'memory' });
    end(room);
    return { reveal, acts, vote, memory };
  });
}

async function crowded(people: number, rooms: number, each: number) {
  return withHub(async (hub) => {
    const start = now();
    const room = await party(hub, { people, rooms, cards: 300, processes: 3 });
    const joined = now() - start;
    const acts = await latency(room, quick ? 3000 : 15_000, each);
    const { memory = Number.NaN } = await hub.ask({ do: 'memory' });
    end(room);
    return { joined, acts, memory };
  });
}

/** Characters of a change on a board of so many cards. */
async function bytesPerAct(cards: number): Promise<number> {
  return withHub(async (hub) => {
    const room = await party(hub, { people: 4, cards, processes: 1 });
    const { bytes } = await latency(room, 2000, 100);
    end(room);
    return bytes;
  });
}

function end(room: Party): void {
  for (const crowd of room.crowds) {
    crowd.end();
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10;
const inWords = ({ p50, p95, most, acts, lost }: Latency) =>
  `p50 ${rounded(p50)} ms, p95 ${rounded(p95)} ms, most ${rounded(most)} ms over ${acts} acts, lost ${lost}`;

/** The way from "reveal" to everyone's board, in rooms of several sizes; the middle of some tries. */
async function reveals(): Promise<void> {
  const result: Record<string, number> = {};
  for (const people of [3, 6, 8, 16, 30]) {
    const tries: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      tries.push((await sealedRetro(people, 10, 12)).reveal);
    }
    const [, middle = Number.NaN] = tries.toSorted((one, other) => one - other);
    result[`reveal_${people}_ms`] = rounded(middle);
    console.log(`${people} people, 10 cards each: reveal ${rounded(middle)} ms`);
  }
  console.log(JSON.stringify(result));
}

async function main(): Promise<void> {
  if (process.argv.includes('--reveals')) {
    return reveals();
  }
  const small = await sealedRetro(8, 10, 12);
  console.log(
    `8 people, 10 cards each: reveal ${rounded(small.reveal)} ms, votes ${rounded(small.vote)} ms; ${inWords(small.acts)}`,
  );
  const usual = await sealedRetro(30, 10, 12);
  console.log(
    `30 people, 10 cards each: reveal ${rounded(usual.reveal)} ms, votes ${rounded(usual.vote)} ms; ${inWords(usual.acts)}; hub ${rounded(usual.memory)} MB`,
  );
  const large = await crowded(200, 1, 40_000);
  console.log(
    `200 people in one room: ${inWords(large.acts)}; all in after ${rounded(large.joined)} ms; hub ${rounded(large.memory)} MB`,
  );
  const many = await crowded(10, 100, 20_000);
  console.log(
    `100 rooms of 10: ${inWords(many.acts)}; all in after ${rounded(many.joined)} ms; hub ${rounded(many.memory)} MB`,
  );
  const [few, lots] = [await bytesPerAct(20), await bytesPerAct(2000)];
  console.log(`Characters of a change: ${rounded(few)} with 20 cards on the board, ${rounded(lots)} with 2,000`);
  const result = {
    p95_30_ms: rounded(usual.acts.p95),
    reveal_30_ms: rounded(usual.reveal),
    reveal_8_ms: rounded(small.reveal),
    p95_200_ms: rounded(large.acts.p95),
    lost: [small, usual, large, many].reduce((total, { acts }) => total + acts.lost, 0),
    bytes_per_act_ratio: Math.round((lots / few) * 1000) / 1000,
    vote_30_ms: rounded(usual.vote),
    p95_rooms_ms: rounded(many.acts.p95),
    memory_200_mb: rounded(large.memory),
    memory_rooms_mb: rounded(many.memory),
  };
  console.log(JSON.stringify(result));
}

main().then(
  () => process.exit(),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
