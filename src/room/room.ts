import { closeReasons } from '../protocol/closeCodes.js';
import type { Entrance } from '../protocol/entrance.js';
import type { ActResult, NumberedView } from '../protocol/panelMessages.js';
import type { Port } from '../protocol/rpc.js';
import type { Actor } from '../retro/actor.js';
import { apply } from '../retro/apply.js';
import type { RetroEvent } from '../retro/event.js';
import type { ParticipantId, RetroState } from '../retro/model.js';
import { refusalTexts } from '../retro/refusal.js';
import { view } from '../retro/view.js';
import { Absences } from './absences.js';
import { Audience, type Seat } from './audience.js';
import { BoardShare } from './boardShare.js';
import { DoneActs } from './doneActs.js';
import type { FanOut } from './fanOut.js';
import type { Journal } from './journal.js';
import type { Kept } from './kept.js';
import { Previews } from './previews.js';
import { closing, RoomRefusal, refused } from './refusals.js';
import { RoomKeeper } from './roomKeeper.js';
import type { MakeSeals, NamelessActor, Seals } from './seals.js';
import { equalSecrets, type SavedSeats, Seats } from './seats.js';
import { newId, newSecret, type World } from './world.js';

export interface RoomFile {
  readonly path: string;
  readonly text: string;
  readonly kind: 'repo' | 'local';
}

/** What the owner of a room does for it. */
export interface RoomOwner {
  /** What would be written if the retro ended now. */
  readonly preview?: (state: RetroState) => Promise<readonly RoomFile[]>;
  /** Writes what leaves the room. Rejects, with words for people, when it cannot; the retro goes on then. */
  readonly beforeFinish?: (state: RetroState) => Promise<void>;
  /** Something is wrong that people do not see. Never carries a name or a text of anyone. */
  readonly warn?: (message: string) => void;
  /** The room is not written down any more, since the disk is full or gone: a crash would end it. Told once, until it is again. */
  readonly notKept?: () => void;
}

export interface RoomParts {
  readonly world: World;
  readonly journal: Journal;
  readonly fanOut: FanOut;
  readonly owner: RoomOwner;
  readonly makeSeals?: MakeSeals;
}

export interface RoomBeginning {
  readonly room: Kept['room'];
  readonly state: RetroState;
  readonly version: number;
  readonly seats: SavedSeats;
  readonly acts: readonly string[];
}

/** Someone who came in. */
export interface Entered {
  readonly you: ParticipantId;
  readonly credential: string;
}

/** One retro and everyone in it. It stamps, applies, writes down, then shows and answers, in this order. */
export class Room {
  readonly id: string;
  private secret: string;
  /** Everyone's lines. */
  readonly audience: Audience;
  private current: RetroState;
  private version: number;
  private readonly seats: Seats;
  private readonly keeper: RoomKeeper;
  private readonly share: BoardShare;
  private readonly previews: Previews;
  private readonly seals: Seals | undefined;
  private readonly done: DoneActs;
  private readonly absences: Absences;
  private readonly changeListeners = new Set<(state: RetroState) => void>();
  private readonly closeListeners = new Set<(why: RoomEnd) => void>();
  private ended = false;

  constructor(
    private readonly parts: RoomParts,
    beginning: RoomBeginning,
  ) {
    const { room, state, version, seats, acts } = beginning;
    this.id = room.id;
    this.secret = room.invitation;
    this.current = state;
    this.version = version;
    this.seats = new Seats(seats, parts.world);
    this.keeper = new RoomKeeper(parts.journal, room, state, seats, acts, {
      notKept: () => parts.owner.notKept?.(),
      notErased: (error) => parts.owner.warn?.(`What was kept of a finished retro could not be erased: ${error}`),
    });
    this.done = new DoneActs(acts);
    this.absences = new Absences(parts.world);
    this.share = new BoardShare(parts.world.now);
    this.previews = new Previews(
      parts.world,
      () => this.current,
      async (now) => (await parts.owner.preview?.(now)) ?? [],
    );
    this.audience = new Audience(parts.world, { state, version });
    parts.fanOut.subscribe(this.id, (news) => this.audience.show(news));
    this.seals = parts.makeSeals?.(this.sealRoom());
  }

  get state(): RetroState {
    return this.current;
  }

  /** The secret that opens the room to someone new. It changes when someone is put out. */
  get invitation(): string {
    return this.secret;
  }

  /** Writes the first entry; whoever was here when the hub stopped is away until they are back. */
  async begin(): Promise<void> {
    await this.keeper.begin(this.version);
    for (const { id, presence } of this.current.participants) {
      if (presence === 'here') {
        await this.setPresence(id, 'away');
      }
    }
  }

  /** @returns ends the subscription */
  onDidChange(listen: (state: RetroState) => void): () => void {
    this.changeListeners.add(listen);
    return () => this.changeListeners.delete(listen);
  }

  /** @returns ends the subscription */
  onClosed(listen: (why: RoomEnd) => void): () => void {
    this.closeListeners.add(listen);
    return () => this.closeListeners.delete(listen);
  }

  /** A credential for someone who is in the room already: the facilitator's first one. */
  async credentialFor(person: ParticipantId): Promise<string> {
    const credential = this.seats.issue(person);
    await this.keepSeats();
    return credential;
  }

  /** @throws RoomRefusal */
  async enter(as: Entrance): Promise<Entered> {
    const you = as.kind === 'back' ? this.returning(as.credential) : await this.joining(as);
    this.absences.end(you);
    await this.setPresence(you, 'here');
    const credential = this.seats.issue(you);
    await this.keepSeats();
    return { you, credential };
  }

  /** Gives the person's seat to this line; an older one of theirs ends. */
  seat(person: ParticipantId, seat: Seat, sealPort: Port): void {
    this.absences.end(person);
    if (this.audience.put(person, seat)) {
      this.seals?.gone(person);
    }
    this.seals?.joined(person, sealPort);
  }

  /** The line is gone. Others see it a little later, unless the person is back by then. */
  lineLost(person: ParticipantId, seat: Seat): void {
    if (!this.audience.remove(person, seat)) {
      return;
    }
    this.seals?.gone(person);
    this.absences.begin(person, () => {
      // Whoever left is not away: they are waited for no more.
      if (this.current.participants.find((one) => one.id === person)?.presence === 'here') {
        void this.setPresence(person, 'away');
      }
    });
  }

  /** The newest credential is kept by the person. */
  confirm(person: ParticipantId): void {
    this.seats.confirm(person);
    void this.keepSeats();
  }

  /** Requests and notices that go to the sealed rounds. */
  isSealed(method: string): boolean {
    return this.seals?.methods.has(method) ?? false;
  }

  /** A move of someone's own. The same id is done once, and answered as often as it is asked. */
  act(from: ParticipantId, id: string, event: RetroEvent): Promise<ActResult> {
    return this.done.once(id, () => this.firstAct(from, id, event));
  }

  preview(): Promise<readonly RoomFile[]> {
    return this.previews.ask();
  }

  numbered(person: ParticipantId): NumberedView {
    const { state, version } = this.audience.shown;
    return { version, view: view(state, { kind: 'participant', id: person }), sentAt: this.parts.world.now() };
  }

  /** @throws RoomRefusal for the facilitator, who hands over first */
  async leave(person: ParticipantId): Promise<void> {
    const result = await this.setPresence(person, 'left');
    if (!result.ok) {
      throw new RoomRefusal(result.code, result.message);
    }
  }

  /** Ends the room for everyone and leaves nothing on disk. */
  async close(why: RoomEnd): Promise<void> {
    if (!this.ended) {
      this.end(closeReasons[why].code);
      await this.parts.journal.erase();
      for (const listen of [...this.closeListeners]) {
        listen(why);
      }
    }
  }

  /** Sends everyone away for now; the journal stays, but for that of a finished retro. */
  async stop(): Promise<void> {
    this.end(closeReasons.stopping.code);
    await this.keeper.stop();
  }

  private end(code: number): void {
    this.ended = true;
    this.absences.endAll();
    this.seals?.dispose();
    this.audience.end(code);
  }

  private returning(credential: string): ParticipantId {
    const person = this.seats.open(credential);
    if (person === undefined) {
      throw closing('notLetIn');
    }
    return person;
  }

  private async joining({ secret, name, once }: Extract<Entrance, { kind: 'invited' }>): Promise<ParticipantId> {
    if (!equalSecrets(secret, this.invitation)) {
      throw closing('notLetIn');
    }
    const known = once === undefined ? undefined : this.seats.open(once);
    if (known !== undefined) {
      return known;
    }
    const id = newId(this.parts.world);
    if (once !== undefined) {
      this.seats.remember(id, once);
    }
    const joined = await this.commit({ type: 'person/join', id, name }, { kind: 'hub' });
    if (!joined.ok) {
      this.seats.forget(id);
      throw joined.code === 'event/full' ? closing('full') : new RoomRefusal(joined.code, joined.message);
    }
    return id;
  }

  private async firstAct(from: ParticipantId, id: string, event: RetroEvent): Promise<ActResult> {
    const guarded = this.guard(from, event);
    if (guarded !== undefined) {
      return guarded;
    }
    return (await this.seals?.takes(from, event)) ?? this.actFor(from, event, id);
  }

  private async actFor(from: ParticipantId, event: RetroEvent, id?: string): Promise<ActResult> {
    const problem = event.type === 'retro/finish' ? await this.writeOutcome(from) : undefined;
    return problem ?? this.commit(event, { kind: 'participant', id: from }, id);
  }

  /** What the core lets the facilitator do at the one shared screen, and is the hub's alone where everyone has a line. */
  private guard(from: ParticipantId, event: RetroEvent): ActResult | undefined {
    const seen = event.type === 'person/presence' && this.audience.has(event.id);
    const gives = event.type === 'person/presence' && event.presence !== 'left';
    return event.type === 'person/join' || gives || (seen && event.id !== from)
      ? refused('actor/notYours', refusalTexts['actor/notYours'])
      : undefined;
  }

  private async writeOutcome(from: ParticipantId): Promise<ActResult | undefined> {
    const { beforeFinish } = this.parts.owner;
    if (!view(this.current, { kind: 'participant', id: from }).may.includes('retro/finish')) {
      return undefined;
    }
    try {
      await beforeFinish?.(this.current);
      return undefined;
    } catch (error) {
      return refused('room/notWritten', error instanceof Error ? error.message : 'The outcome could not be written.');
    }
  }

  private setPresence(id: ParticipantId, presence: 'here' | 'away' | 'left'): Promise<ActResult> {
    return this.commit({ type: 'person/presence', id, presence }, { kind: 'hub' });
  }

  private async commit(event: RetroEvent, actor: Actor, id?: string): Promise<ActResult> {
    const [result] = await this.commitAll([{ event, actor }], id);
    return result ?? refused('event/unknown', refusalTexts['event/unknown']);
  }

  /** In order, as one change: applied at once, answered when it is written down and shown. */
  private async commitAll(
    events: readonly { readonly event: RetroEvent; readonly actor: Actor }[],
    id?: string,
  ): Promise<readonly ActResult[]> {
    if (this.ended) {
      return events.map(() => refused('room/gone', 'The room is not there any more.'));
    }
    const before = this.current;
    const results = events.map(({ event, actor }): ActResult => {
      const { state, refused: why } = apply(this.current, event, this.stamp(actor));
      if (!this.share.allows(actor, this.current, state)) {
        return refused('group/tooFast', refusalTexts['group/tooFast']);
      }
      this.current = state;
      return why === undefined ? { ok: true } : refused(why.code, why.message);
    });
    if (this.current !== before) {
      const out = newlyOut(before, this.current);
      this.lockOut(out);
      await this.publish(before, id);
      this.audience.expel(out);
    }
    return results;
  }

  /** Nothing that these people have opens the room any more: neither their credential nor the invitation. */
  private lockOut(people: readonly ParticipantId[]): void {
    if (people.length > 0) {
      this.secret = newSecret(this.parts.world);
      this.keeper.setRoom({ id: this.id, invitation: this.secret });
      for (const person of people) {
        this.seats.forget(person);
      }
    }
  }

  private async publish(before: RetroState, id: string | undefined): Promise<void> {
    this.version += 1;
    const news = { version: this.version, state: this.current };
    await this.keeper.keep(news.version, news.state, this.seats.saved, id);
    this.parts.fanOut.publish(this.id, news);
    this.seals?.changed(before, news.state);
    for (const listen of [...this.changeListeners]) {
      listen(news.state);
    }
    await this.audience.settled();
  }

  private keepSeats(): Promise<void> {
    return this.keeper.keep(this.version, this.current, this.seats.saved);
  }

  private stamp(actor: Actor) {
    const seed = Buffer.from(this.parts.world.random(18)).toString('base64url');
    return { actor, at: this.parts.world.now(), seed };
  }

  private sealRoom() {
    const { world, owner } = this.parts;
    return {
      state: () => this.current,
      submit: (events: readonly { readonly event: RetroEvent; readonly actor: NamelessActor }[]) =>
        this.commitAll(events),
      actFor: (from: ParticipantId, event: RetroEvent) => this.actFor(from, event),
      after: world.after,
      now: () => world.now(),
      random: (bytes: number) => world.random(bytes),
      warn: (message: string) => owner.warn?.(message),
    };
  }
}

function newlyOut(before: RetroState, after: RetroState): readonly ParticipantId[] {
  const known = new Set(before.participants.filter((person) => person.putOut).map((person) => person.id));
  return after.participants.filter((person) => person.putOut && !known.has(person.id)).map((person) => person.id);
}

/** How a room ends for good. */
export type RoomEnd = 'finished' | 'discarded';
