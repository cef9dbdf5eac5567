import assert from 'node:assert/strict';
import { socketUrl } from '../../../src/protocol/invitation.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { HubSealing, type RoundResult } from '../../../src/retro/sealing/hub/hubSealing.js';
import type { ReplyOf, SealMember, SealReply } from '../../../src/retro/sealing/messages.js';
import { type Question, questionOf } from '../../../src/retro/sealing/question.js';
import type { RetroSetup } from '../../../src/retro/setup.js';
import { view } from '../../../src/retro/view.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { connectSocket } from '../../../src/room/client.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { nodeCrypto } from '../../../src/room/nodeCrypto.js';
import type { Room } from '../../../src/room/room.js';
import { sealDesks } from '../../../src/room/sealDesk.js';
import { HubServer } from '../../../src/room/server.js';
import { type Ghost, ghostOf } from '../../unit/retro/sealing/ghost.js';
import { roomSetup } from '../../unit/room/people.js';
import { Operator, type OperatorLine } from './operator.js';
import type { Panel } from './panel.js';
import { newPanel } from './panels.js';

const names = ['Noor', 'Sam', 'Ines', 'Tariq', 'Yuki', 'Lena', 'Omar', 'Mei'];

/** One person: their panel, and their line as the operator has it. */
export interface Someone {
  readonly name: string;
  readonly id: string;
  readonly panel: Panel;
}

/** A room of real panels, over real sockets, at a hub whose operator changes it. */
export class House {
  readonly people: Someone[] = [];
  /** Everything that was opened at this hub, as its operator sees it. */
  readonly opened: RoundResult[] = [];

  private constructor(
    readonly hub: Hub,
    readonly operator: Operator,
    private readonly server: HubServer,
    readonly room: Room,
  ) {}

  static async open(count: number, setup: Partial<RetroSetup> = {}): Promise<House> {
    const hub = new Hub({ makeSeals: sealDesks(nodeCrypto(), { amend: 1_000_000, settle: 20, grace: 50 }) });
    const operator = new Operator(hub);
    const server = await HubServer.start(operator.door, { host: '127.0.0.1', port: 0 });
    const { room, credential } = await hub.create(roomSetup({ anonymity: 'anonymous', ...setup }), new MemoryJournal());
    const house = new House(hub, operator, server, room);
    house.spy();
    const connect = () => connectSocket(socketUrl(server.url));
    for (const [index, name] of names.slice(0, count).entries()) {
      const entrance =
        index === 0
          ? ({ kind: 'back', credential } as const)
          : ({ kind: 'invited', secret: room.invitation, name } as const);
      const panel = await newPanel({ room: room.id, entrance, connect });
      await until(`${name} is in`, () => panel.view !== undefined);
      house.people.push({ name, id: panel.view?.me ?? '', panel });
    }
    await house.gathered();
    for (const { panel } of house.people) {
      panel.forget();
    }
    return house;
  }

  async close(): Promise<void> {
    HubSealing.prototype.run = this.unspied;
    for (const { panel } of this.people) {
      panel.leave();
    }
    await this.hub.stop();
    await this.server.close();
  }

  /** Resolves once all panels know of all. */
  gathered(): Promise<void> {
    const isGathered = ({ panel }: Someone) => panel.signals.wordsOfRoom.peek()?.people === this.people.length;
    return until('all are gathered', () => this.people.every(isGathered));
  }

  get noor(): Someone {
    return this.people[0] ?? assert.fail();
  }

  lineOf({ id }: Someone): OperatorLine {
    return this.operator.lineOf(id);
  }

  /** The person's page is loaded anew: what is kept with the drafts comes back, all else is gone. */
  async reload(someone: Someone): Promise<Someone> {
    const { panel, name, id } = someone;
    const { memory, credential = '' } = panel;
    panel.leave();
    const connect = () => connectSocket(socketUrl(this.server.url));
    const entrance = { kind: 'back', credential } as const;
    const drafts = { cards: {}, votes: {}, boxes: {}, memory };
    const again = { name, id, panel: await newPanel({ room: this.room.id, entrance, connect, drafts }) };
    await until(`${name} is back`, () => again.panel.view !== undefined);
    this.people[this.people.indexOf(someone)] = again;
    await this.gathered();
    return again;
  }

  async does(event: RetroEvent): Promise<void> {
    assert.equal(await this.noor.panel.act(event), true, `${event.type}: ${this.noor.panel.said.join(' ')}`);
  }

  goTo(step: string): Promise<void> {
    return this.does({ type: 'step/goTo', step });
  }

  /** Everyone writes two cards, which say whose they are. */
  async write(): Promise<void> {
    await this.goTo('write');
    for (const { name, panel } of this.people) {
      panel.write(`one by ${name}`);
      panel.write(`two by ${name}`, 'stop');
    }
  }

  /** Whether a text says that it is this person's. */
  static isBy(text: string, { name }: Someone): boolean {
    return text.endsWith(`by ${name}`);
  }

  /** The texts of cards that came out of rounds. */
  get textsOpened(): readonly string[] {
    return this.opened.flatMap(({ contents }) =>
      contents.flatMap((content) => (content.kind === 'card' ? content.text : [])),
    );
  }

  /** All that any panel said to its person, each once. */
  get said(): readonly string[] {
    return [...new Set(this.people.flatMap(({ panel }) => panel.said))];
  }

  /** Messages of one type that went up from this person to the hub, in sealed rounds. */
  sent<T extends SealReply['type']>(someone: Someone, type: T): readonly ReplyOf<T>[] {
    const all = this.lineOf(someone).heard.filter((message) => message.method === 'seal');
    return all
      .map((message) => message.params as SealReply)
      .filter((reply): reply is ReplyOf<T> => reply.type === type);
  }

  /** The person as the hub presents them to others. */
  member(someone: Someone): SealMember {
    const keys = this.sent(someone, 'keys').at(-1) ?? assert.fail();
    return { id: someone.id, name: someone.name, sign: keys.sign, mix: keys.mix };
  }

  /** Someone whom the operator plays itself: agrees to everything. */
  async ghost(id: string, name: string): Promise<Ghost> {
    const shown = () => view(this.room.state, { kind: 'screen' });
    return ghostOf(await nodeCrypto(), this.room.id, { id, name }, shown);
  }

  /** Rounds of the operator's own, among whom it likes. The real hub hears nothing of them. */
  async ownRounds(
    members: readonly SealMember[],
    ghosts: readonly Ghost[] = [],
    shown: (view: RetroView) => RetroView = (honest) => honest,
  ): Promise<HubSealing> {
    const lines = new Map(this.people.map((someone) => [someone.id, this.lineOf(someone)]));
    const own = new HubSealing({
      crypto: await nodeCrypto(),
      room: this.room.id,
      send: (id, order) => {
        const ghost = ghosts.find((one) => one.member.id === id);
        return ghost === undefined ? lines.get(id)?.order(order) : ghost.obey(order);
      },
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      patience: 8_000,
      grace: 10,
      attempts: 1,
      show: () => Promise.resolve(),
      question: (purpose): Question => questionOf(shown(view(this.room.state, { kind: 'screen' })), purpose),
      leaveOut: () => Promise.resolve(),
      askWithout: () => undefined,
    });
    this.operator.up = (message) => (message.method === 'seal' ? undefined : message);
    for (const member of members) {
      own.join(member);
      if (!ghosts.some((ghost) => ghost.member.id === member.id)) {
        lines.get(member.id)?.onReply((reply) => own.receive(member.id, reply));
      }
    }
    for (const ghost of ghosts) {
      ghost.onReply((reply) => own.receive(ghost.member.id, reply));
    }
    return own;
  }

  private readonly unspied = HubSealing.prototype.run;

  private spy(): void {
    const { opened, unspied } = this;
    HubSealing.prototype.run = function (purpose, keep) {
      return unspied.call(this, purpose, async (result) => {
        opened.push(result);
        await keep?.(result);
      });
    };
  }
}

/** Resolves once that is so. */
export async function until(what: string, holds: () => boolean, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds()) {
    assert.ok(Date.now() < end, `Waited in vain for: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
