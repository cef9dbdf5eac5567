/**
 * Where a room's secrets come in: runs the sealed rounds at the right moments and gives the core what comes out, from nobody with a
 * name. What a round is, and why nobody can tell whose an envelope was, is in `../retro/sealing/clientRound.ts`.
 */
import type { ActResult } from '../protocol/panelMessages.js';
import { listen, notifier, type Port } from '../protocol/rpc.js';
import { sealNotices } from '../protocol/sealMessages.js';
import type { RetroEvent } from '../retro/event.js';
import type { ParticipantId, RetroState } from '../retro/model.js';
import { barred } from '../retro/rules.js';
import type { SealingCrypto } from '../retro/sealing/crypto.js';
import { HubSealing } from '../retro/sealing/hub/hubSealing.js';
import type { Purpose, ReplyOf, SealOrder, SealReply } from '../retro/sealing/messages.js';
import { boxOf, eventsOf } from '../retro/sealing/outcomeEvents.js';
import { stopText } from '../retro/sealing/sealTexts.js';
import { Readiness } from './readiness.js';
import { refused } from './refusals.js';
import type { MakeSeals, SealRoom, Seals } from './seals.js';
import { SignedEntries } from './signedEntries.js';
import { every } from './world.js';

/** Times in milliseconds. */
export interface DeskTimes {
  /** Rounds for changes to cards. On the hub's own clock: a round that a change set off would say whose it is. */
  readonly amend: number;
  /** How long each answer of a panel is waited for: a slow phone seals for some seconds. */
  readonly patience: number;
  /** How long to wait for someone whose line blinked before the others seal again. */
  readonly grace: number;
  /** How long people may come in before they are gathered. */
  readonly settle: number;
}
const usualTimes: DeskTimes = { amend: 30_000, patience: 20_000, grace: 2_000, settle: 400 };

/** Rounds of cards that are run for one reveal at most: in each, a person hands in some cards. */
const mostCardRounds = 20;

/** @param crypto made once for all rooms */
export function sealDesks(crypto: Promise<SealingCrypto>, times: Partial<DeskTimes> = {}): MakeSeals {
  return (room) => new SealDesk(room, crypto, { ...usualTimes, ...times });
}

interface SealLine {
  readonly tell: (order: SealOrder) => void;
  readonly stop: () => void;
}

/** Moves that would take the ground from under a round. */
function waitsForRounds({ type }: RetroEvent): boolean {
  return type.startsWith('step/') || type === 'retro/finish' || type === 'vote/reset' || type === 'anonymity/raise';
}

class SealDesk implements Seals {
  readonly methods: ReadonlySet<string> = new Set(['seal']);
  private readonly lines = new Map<ParticipantId, SealLine>();
  private readonly hub: Promise<HubSealing>;
  private readonly ready: Readiness;
  private readonly signed: SignedEntries;
  /** Rounds under way that a facilitator waits for, by purpose. */
  private readonly running = new Map<Purpose, Promise<ActResult>>();
  private readonly stopClock: () => void;
  private cancelGather: (() => void) | undefined;
  private amending = false;

  constructor(
    private readonly room: SealRoom,
    private readonly crypto: Promise<SealingCrypto>,
    private readonly times: DeskTimes,
  ) {
    const { patience, grace } = times;
    const send = (member: ParticipantId, order: SealOrder) => this.tell(member, order);
    this.hub = crypto.then((made) => new HubSealing({ crypto: made, send, after: room.after, patience, grace }));
    this.ready = new Readiness((order) => this.tellAll(order));
    this.signed = new SignedEntries(room, (order) => this.tellAll(order));
    this.stopClock = every(room, times.amend, () => this.inBackground(this.amend()));
  }

  joined(id: ParticipantId, port: Port): void {
    this.lines.get(id)?.stop();
    const tell = notifier<typeof sealNotices.toPanel>(port);
    const stop = listen(port, sealNotices.toHub, { seal: (reply) => this.receive(id, reply) });
    this.lines.set(id, { tell: (order) => tell('seal', order), stop });
  }

  gone(id: ParticipantId): void {
    this.lines.get(id)?.stop();
    this.lines.delete(id);
    this.signed.gone(id);
    this.withHub((hub) => {
      hub.leave(id);
      this.ready.leave(id);
      this.look(hub);
    });
  }

  takes(from: ParticipantId, event: RetroEvent): Promise<ActResult> | undefined {
    if (this.running.size > 0 && waitsForRounds(event)) {
      return this.afterRounds(from, event);
    }
    const purpose = this.purposeOf(from, event);
    if (purpose === undefined) {
      return undefined;
    }
    return this.once(purpose, async () => {
      const signed = purpose === 'cards' && this.room.state().anonymity === 'named';
      const result = signed ? await this.signed.collect([...this.lines.keys()]) : await this.collect(purpose);
      return result.ok && this.isOpen(purpose) ? this.room.actFor(from, event) : result;
    });
  }

  changed(before: RetroState, after: RetroState): void {
    this.ready.look(before, after);
    if (before.participants !== after.participants) {
      this.withHub((hub) => this.renamed(hub, after));
    }
    this.withHub((hub) => this.look(hub));
  }

  dispose(): void {
    this.stopClock();
    this.cancelGather?.();
    for (const line of this.lines.values()) {
      line.stop();
    }
    this.lines.clear();
    this.withHub((hub) => hub.callOff());
  }

  private receive(id: ParticipantId, reply: SealReply): void {
    this.withHub((hub) => {
      if (!this.lines.has(id)) {
        return;
      }
      switch (reply.type) {
        case 'keys':
          return this.introduced(hub, id, reply);
        case 'ready':
          this.ready.set(this.room.state(), id, reply);
          return this.look(hub);
        case 'signed':
          return this.signed.answered(id, reply.ask);
        default:
          return hub.receive(id, reply);
      }
    });
  }

  /** Takes someone in among those who seal, and gathers all anew once nobody else comes for a moment. */
  private introduced(hub: HubSealing, id: ParticipantId, { sign, mix }: ReplyOf<'keys'>): void {
    const name = this.room.state().participants.find((person) => person.id === id)?.name;
    if (name === undefined) {
      return;
    }
    hub.join({ id, name, sign, mix });
    this.ready.tell(hub.people.length);
    this.cancelGather?.();
    this.cancelGather = this.room.after(this.times.settle, () => this.inBackground(hub.gather()));
  }

  private renamed(hub: HubSealing, state: RetroState): void {
    for (const member of hub.people) {
      const person = state.participants.find((one) => one.id === member.id);
      if (person !== undefined && person.name !== member.name) {
        hub.join({ ...member, name: person.name });
      }
    }
  }

  /** Runs what everyone is ready for. */
  private look(hub: HubSealing): void {
    this.ready.tell(hub.people.length);
    // Everyone who has a line, also those whose panel is not as far as to seal.
    const people = [...this.lines.keys()];
    for (const purpose of this.ready.complete(people)) {
      if (this.isOpen(purpose) && !this.running.has(purpose)) {
        this.inBackground(this.once(purpose, () => this.collectAndClose(purpose)));
      }
    }
  }

  /** What is in the envelopes belongs to where the room is now: it does not go on before they are open. */
  private async afterRounds(from: ParticipantId, event: RetroEvent): Promise<ActResult> {
    await Promise.allSettled(this.running.values());
    return (await this.takes(from, event)) ?? this.room.actFor(from, event);
  }

  private once(purpose: Purpose, run: () => Promise<ActResult>): Promise<ActResult> {
    const running = this.running.get(purpose);
    if (running !== undefined) {
      return running;
    }
    const result = run().finally(() => this.running.delete(purpose));
    this.running.set(purpose, result);
    return result;
  }

  private async collectAndClose(purpose: Purpose): Promise<ActResult> {
    const result = await this.collect(purpose);
    this.ready.clear(purpose);
    const box = boxOf(purpose);
    const event: RetroEvent = box === undefined ? { type: 'vote/close' } : { type: 'ballot/close', box };
    if (result.ok && this.isOpen(purpose)) {
      await this.room.submit([{ event, actor: { kind: 'hub' } }]);
    }
    return result;
  }

  /** A round, or several while someone has more cards than fit into one, and into the core with what came out. */
  private async collect(purpose: Purpose): Promise<ActResult> {
    const [hub, crypto] = await Promise.all([this.hub, this.crypto]);
    if (this.amending && purpose !== 'amend') {
      hub.callOff();
    }
    await this.everyoneIntroduced(hub);
    for (let count = 0; count < (purpose === 'cards' ? mostCardRounds : 1); count += 1) {
      const outcome = await hub.run(purpose, async ({ round, people, contents }) => {
        const about = { id: round, purpose, people: count === 0 ? people.length : 0 };
        await this.room.submit(await eventsOf(crypto, this.room.state(), about, contents));
      });
      if (!outcome.ok) {
        return refused(`seal/${outcome.why}`, stopText(outcome.why, outcome.objection));
      }
      if (!outcome.contents.some((content) => content.kind === 'more')) {
        break;
      }
    }
    return { ok: true };
  }

  /** A panel that was opened a moment ago is waited for a little, so that its cards come along. */
  private async everyoneIntroduced(hub: HubSealing): Promise<void> {
    const until = this.room.now() + this.times.grace;
    const isMissing = (id: ParticipantId): boolean => !hub.people.some((member) => member.id === id);
    while ([...this.lines.keys()].some(isMissing) && this.room.now() < until) {
      await new Promise<void>((resolve) => {
        this.room.after(this.times.grace / 20, resolve);
      });
    }
  }

  private async amend(): Promise<void> {
    const { cards, finishedAt } = this.room.state();
    const keys = cards.some((card) => card.key !== undefined);
    const hub = await this.hub;
    if (!keys || finishedAt !== undefined || this.amending || this.running.size > 0 || hub.people.length === 0) {
      return;
    }
    this.amending = true;
    await this.collect('amend').finally(() => {
      this.amending = false;
    });
  }

  /** What has to be collected before this act can be applied. */
  private purposeOf(from: ParticipantId, event: RetroEvent): Purpose | undefined {
    const collects = event.type === 'reveal/open' || event.type === 'vote/close' || event.type === 'ballot/close';
    if (!collects || barred(this.room.state(), event, { kind: 'participant', id: from }) !== undefined) {
      return undefined;
    }
    const purpose: Purpose =
      event.type === 'reveal/open' ? 'cards' : event.type === 'vote/close' ? 'vote' : `ballot/${event.box}`;
    return this.isOpen(purpose) ? purpose : undefined;
  }

  private isOpen(purpose: Purpose): boolean {
    const { vote, boxes } = this.room.state();
    const box = boxOf(purpose);
    return box === undefined ? purpose !== 'vote' || vote.status === 'open' : boxes[box]?.status === 'open';
  }

  private tell(member: ParticipantId, order: SealOrder): void {
    this.lines.get(member)?.tell(order);
  }

  private tellAll(order: SealOrder): void {
    for (const line of this.lines.values()) {
      line.tell(order);
    }
  }

  private withHub(run: (hub: HubSealing) => void): void {
    this.inBackground(this.hub.then(run));
  }

  private inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      this.room.warn(`A sealed round failed: ${error instanceof Error ? error.message : 'unknown'}`);
    });
  }
}
