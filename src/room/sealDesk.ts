/**
 * The sealed rounds of one room: runs them at the right moments and gives the core what comes out, from nobody with a name. What a round is, and why nobody can tell whose an envelope was, is in `../retro/sealing/client/clientRound.ts`.
 */
import type { ActResult } from '../protocol/panelMessages.js';
import { listen, notifier, type Port } from '../protocol/rpc.js';
import { sealNotices } from '../protocol/sealMessages.js';
import type { RetroEvent } from '../retro/event.js';
import type { ParticipantId, RetroState } from '../retro/model.js';
import { barred } from '../retro/rules.js';
import { boxOf } from '../retro/sealing/content.js';
import type { SealingCrypto } from '../retro/sealing/crypto.js';
import { HubSealing } from '../retro/sealing/hub/hubSealing.js';
import type { Objection, Purpose, ReplyOf, SealOrder, SealReply } from '../retro/sealing/messages.js';
import { eventsOf, type NamelessEvent } from '../retro/sealing/outcomeEvents.js';
import { questionOf } from '../retro/sealing/question.js';
import { stopText } from '../retro/sealing/sealTexts.js';
import { view } from '../retro/view.js';
import { Readiness } from './readiness.js';
import { refused } from './refusals.js';
import { Roster } from './roster.js';
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
const usualTimes: DeskTimes = { amend: 30_000, patience: 12_000, grace: 2_000, settle: 400 };

/** Rounds of cards that are run for one reveal at most: in each, a person hands in some cards. */
const mostCardRounds = 20;

/** How often the others seal again before the person who asked for it is asked. */
const mostAttempts = 6;

/** @param crypto made once for all rooms */
export function sealDesks(crypto: Promise<SealingCrypto>, times: Partial<DeskTimes> = {}): MakeSeals {
  return (room) => new SealDesk(room, crypto, { ...usualTimes, ...times });
}

interface SealLine {
  /** Its panel has said its keys; it says no others on this line. */
  introduced: boolean;
  readonly tell: (order: SealOrder) => void;
  readonly stop: () => void;
}

/** Events that would change the people or the question of a round that is under way. They wait for its end. */
const waiting: ReadonlySet<RetroEvent['type']> = new Set([
  'retro/finish',
  'vote/reset',
  'anonymity/raise',
  'person/rename',
  'commitment/edit',
  'commitment/remove',
]);

function waitsForRounds({ type }: RetroEvent): boolean {
  return type.startsWith('step/') || waiting.has(type);
}

const closedWithout = 'seal/closed';

/** A count could betray someone: a second one among almost the same people, or one of fewer than four. The question closes without it. */
function closesWithout(result: ActResult): boolean {
  return !result.ok && result.code === closedWithout;
}

class SealDesk implements Seals {
  readonly methods: ReadonlySet<string> = new Set(['seal']);
  private readonly lines = new Map<ParticipantId, SealLine>();
  private readonly hub: Promise<HubSealing>;
  private readonly ready: Readiness;
  private readonly signed: SignedEntries;
  private readonly roster: Roster;
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
    this.roster = new Roster(room, (id) => this.lines.has(id));
    this.hub = crypto.then(
      (made) =>
        new HubSealing({
          crypto: made,
          room: room.state().id,
          send,
          after: room.after,
          patience,
          grace,
          attempts: mostAttempts,
          show: (people) => this.roster.show(people),
          question: (purpose) => questionOf(view(room.state(), { kind: 'screen' }), purpose),
          leaveOut: (people) => this.leaveOut(people),
          askWithout: (people, objection) => this.askWithout(people, objection),
        }),
    );
    this.ready = new Readiness((order) => this.tellAll(order));
    this.signed = new SignedEntries(room, (order) => this.tellAll(order));
    this.stopClock = every(room, times.amend, () => this.inBackground(this.amend()));
  }

  joined(id: ParticipantId, port: Port): void {
    this.lines.get(id)?.stop();
    const tell = notifier<typeof sealNotices.toPanel>(port);
    const stop = listen(port, sealNotices.toHub, { seal: (reply) => this.receive(id, reply) });
    this.lines.set(id, { introduced: false, tell: (order) => tell('seal', order), stop });
    this.withHub((hub) => hub.comes());
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
      const result = signed ? await this.signed.collect([...this.lines.keys()]) : await this.run(purpose);
      return (result.ok || closesWithout(result)) && this.isOpen(purpose) ? this.room.actFor(from, event) : result;
    });
  }

  changed(before: RetroState, after: RetroState): void {
    this.ready.look(before, after);
    if (before.participants !== after.participants) {
      this.withHub((hub) => this.peopleChanged(hub, before, after));
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
    const line = this.lines.get(id);
    if (name === undefined || line === undefined || line.introduced) {
      return;
    }
    line.introduced = true;
    hub.join({ id, name, sign, mix });
    this.inBackground(this.roster.introduced(id));
    this.ready.tell(hub.people.length);
    this.cancelGather?.();
    this.cancelGather = this.room.after(this.times.settle, () => this.inBackground(this.gather(hub)));
  }

  /** @param again how often it is tried again when someone comes or goes meanwhile */
  private async gather(hub: HubSealing, again = 4): Promise<void> {
    await this.everyoneIntroduced(hub);
    if (!(await hub.gather()) && again > 0 && this.lines.size > 0) {
      this.cancelGather?.();
      const retry = () => this.inBackground(this.gather(hub, again - 1));
      this.cancelGather = this.room.after(this.times.grace, retry);
    }
  }

  private peopleChanged(hub: HubSealing, before: RetroState, state: RetroState): void {
    const { aside } = this.roster;
    hub.setAside(aside);
    for (const person of before.participants) {
      if (person.aside && !aside.has(person.id)) {
        this.roster.forgive(person.id);
      }
    }
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
    // Everyone who has a line and takes part, also those whose panel is not as far as to seal.
    const { aside } = this.roster;
    const people = [...this.lines.keys()].filter((id) => !aside.has(id));
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
    const box = boxOf(purpose);
    const event: RetroEvent = box === undefined ? { type: 'vote/close' } : { type: 'ballot/close', box };
    const closing: readonly NamelessEvent[] = [{ event, actor: { kind: 'hub' } }];
    const result = await this.run(purpose, closing);
    this.ready.clear(purpose);
    if (closesWithout(result)) {
      await this.room.submit(closing);
    }
    return result;
  }

  /** The rounds of a purpose; in the end those who were left out for it take part again. */
  private async run(purpose: Purpose, closing: readonly NamelessEvent[] = []): Promise<ActResult> {
    try {
      return await this.collect(purpose, closing);
    } finally {
      await this.roster.takeBack();
    }
  }

  private async leaveOut(people: readonly ParticipantId[]): Promise<void> {
    await this.roster.leaveOut(people);
    (await this.hub).setAside(this.roster.aside);
  }

  /** Only the facilitator is told whose panel it is. */
  private askWithout(people: readonly ParticipantId[], objection: Objection): void {
    const { facilitator } = this.room.state();
    const others = people.filter((id) => id !== facilitator);
    if (others.length > 0) {
      this.tell(facilitator, { type: 'askWithout', people: others, objection });
    }
  }

  /**
   * A round, or several while someone has more cards than fit into one, and into the core with what came out.
   * @param closing ends the question in the same moment, so that it cannot end another one that was opened since
   */
  private async collect(purpose: Purpose, closing: readonly NamelessEvent[]): Promise<ActResult> {
    const [hub, crypto] = await Promise.all([this.hub, this.crypto]);
    if (this.amending && purpose !== 'amend') {
      hub.callOff();
    }
    await this.everyoneIntroduced(hub);
    for (let count = 0; count < (purpose === 'cards' ? mostCardRounds : 1); count += 1) {
      const outcome = await hub.run(purpose, async ({ round, question, people, contents }) => {
        const about = { id: round, question, people: count === 0 ? people.length : 0 };
        await this.room.submit([...(await eventsOf(crypto, this.room.state(), about, contents)), ...closing]);
      });
      if (!outcome.ok) {
        const isClosed = outcome.objection === 'again' || outcome.why === 'fewAnswers';
        const code = isClosed ? closedWithout : `seal/${outcome.why}`;
        return refused(code, stopText(outcome.why, outcome.objection));
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
    const isMissing = (id: ParticipantId): boolean =>
      !hub.people.some((member) => member.id === id) && !this.roster.aside.has(id);
    while ([...this.lines.keys()].some(isMissing) && this.room.now() < until) {
      await new Promise<void>((resolve) => {
        this.room.after(this.times.grace / 20, resolve);
      });
    }
  }

  private async amend(): Promise<void> {
    const { cards, finishedAt, vote } = this.room.state();
    const keys = cards.some((card) => card.key !== undefined) && vote.status !== 'open';
    const hub = await this.hub;
    if (!keys || finishedAt !== undefined || this.amending || this.running.size > 0 || hub.people.length === 0) {
      return;
    }
    this.amending = true;
    await this.run('amend').finally(() => {
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
