// Some of the people of the benchmark, in a process of their own: as many real clients on real sockets.
import { socketUrl } from '../../../src/protocol/invitation.js';
import type { Line } from '../../../src/protocol/line.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { Card } from '../../../src/retro/model.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { connectSocket } from '../../../src/room/client.js';
import { nodeCrypto } from '../../../src/room/nodeCrypto.js';
import { Person } from '../../unit/room/people.js';
import { gatheredWith, SealedPerson } from '../../unit/room/sealedPeople.js';
import { answerOrders, type CrowdAnswer, type CrowdOrder, now, type Seen, type Ticket } from './workers.js';

interface Someone {
  readonly person: Person;
  readonly sealed?: SealedPerson;
}

const people: Someone[] = [];
const seen = new Map<string, Seen>();
const answered = new Set<string>();
let changes = 0;
let bytes = 0;
let acts = 0;

/** The question of an act says when it was sent. */
function mark(): string {
  acts += 1;
  return `${now()}|${process.pid}|${acts}`;
}

class Watcher {
  private cards: readonly Card[] = [];

  look(view: RetroView): void {
    if (view.cards === this.cards) {
      return;
    }
    view.cards.forEach((card, index) => {
      const question = card.asked?.question;
      if (card !== this.cards[index] && question !== undefined && question !== this.cards[index]?.asked?.question) {
        this.note(question);
      }
    });
    this.cards = view.cards;
  }

  private note(question: string): void {
    const one = seen.get(question) ?? { sent: Number(question.split('|')[0]), last: 0, people: 0 };
    one.last = now();
    one.people += 1;
    seen.set(question, one);
  }
}

async function join(url: string, ticket: Ticket, seals: boolean): Promise<Someone> {
  const { room, secret, name } = ticket;
  const connect = async () => counted(await connectSocket(socketUrl(url)));
  const entrance =
    ticket.kind === 'back'
      ? ({ kind: 'back', credential: secret } as const)
      : ({ kind: 'invited', secret, name } as const);
  const watcher = new Watcher();
  const enter = (onLine: (line: Line | undefined) => void) =>
    new Person(room, entrance, connect, { onLine, timeout: 60_000, onView: (view) => look(view) });
  const sealed = seals ? await SealedPerson.enter(name, await nodeCrypto(), room, enter) : undefined;
  const person = sealed?.person ?? enter(() => undefined);
  function look(view: RetroView): void {
    watcher.look(view);
    person.view = view;
    person.look();
  }
  await person.until('here', ({ view, state }) => view !== undefined && state.kind === 'here', 60_000);
  return sealed === undefined ? { person } : { person, sealed };
}

function counted(line: Line): Line {
  line.onMessage((message) => {
    if (typeof message === 'object' && message !== null && 'method' in message && message.method === 'change') {
      changes += 1;
      bytes += JSON.stringify(message).length;
    }
  });
  return line;
}

async function sendActs(someone: Someone, long: number, each: number): Promise<void> {
  const end = now() + long;
  await pause(Math.random() * each);
  while (now() < end) {
    const cards = someone.person.view?.cards ?? [];
    const card = cards[Math.floor(Math.random() * cards.length)];
    const question = mark();
    if (card !== undefined && (await someone.person.act({ type: 'card/ask', id: card.id, question })).ok) {
      answered.add(question);
    }
    await pause(each * (0.5 + Math.random()));
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function everyone(run: (someone: Someone) => Promise<unknown>): Promise<CrowdAnswer> {
  await Promise.all(people.map(run));
  return { at: now() };
}

async function run(order: CrowdOrder): Promise<CrowdAnswer> {
  switch (order.do) {
    case 'join':
      for (let from = 0; from < order.tickets.length; from += 10) {
        const some = order.tickets.slice(from, from + 10);
        people.push(...(await Promise.all(some.map((ticket) => join(order.url, ticket, order.seals)))));
      }
      return {};
    case 'write':
      for (const [index, { sealed }] of people.entries()) {
        writeCards(sealed, index, order.cards);
        await sealed?.client.expect('cards');
      }
      return {};
    case 'act': {
      const result = await people[order.who]?.person.act(order.event as RetroEvent);
      return result?.ok ? {} : { failed: JSON.stringify([order.event, result]) };
    }
    case 'acts':
      return everyone((someone) => sendActs(someone, order.long, order.each));
    case 'votes':
      return everyone((someone) => vote(someone, order.votes));
    case 'safety':
      return everyone(answer);
    case 'until':
      return everyone(({ person }) => person.until(JSON.stringify(order), ({ view }) => holds(view, order), 60_000));
    case 'gathered':
      return everyone(({ sealed }) => (sealed === undefined ? Promise.resolve() : gatheredWith(sealed, order.people)));
    case 'measure':
      return measured();
    case 'leave':
      for (const { person } of people.splice(0)) {
        person.client.dispose();
      }
      return measured();
  }
}

function writeCards(sealed: SealedPerson | undefined, index: number, count: number): void {
  for (let card = 0; card < count && sealed !== undefined; card += 1) {
    const text = `Person ${index} of ${process.pid} writes card ${card}, at about the length that cards have in a retro.`;
    sealed.cards.push({ prompt: 'start', text });
  }
}

function vote({ sealed, person }: Someone, count: number): Promise<void> {
  const topics = person.view?.talk.topics ?? [];
  const chosen = Array.from({ length: count }, () => topics[Math.floor(Math.random() * topics.length)]?.id ?? '');
  if (sealed !== undefined) {
    sealed.votes = Object.fromEntries(chosen.map((id) => [id, 1]));
    sealed.ready('vote');
  }
  return Promise.resolve();
}

function answer({ sealed }: Someone): Promise<void> {
  if (sealed !== undefined) {
    sealed.answers = { safety: [3] };
    sealed.ready('ballot/safety');
  }
  return Promise.resolve();
}

function holds(view: RetroView | undefined, order: Extract<CrowdOrder, { do: 'until' }>): boolean {
  return (
    view !== undefined &&
    (order.cards === undefined || view.cards.length === order.cards) &&
    (order.step === undefined || view.step === order.step) &&
    (order.people === undefined || view.people === order.people) &&
    (order.counted !== 'vote' || view.vote.status === 'counted') &&
    (order.counted !== 'safety' || view.boxes.safety?.status === 'counted')
  );
}

function measured(): CrowdAnswer {
  const answer = { seen: [...seen], answered: [...answered], bytes, changes };
  seen.clear();
  answered.clear();
  bytes = 0;
  changes = 0;
  return answer;
}

answerOrders<CrowdOrder>(run);
