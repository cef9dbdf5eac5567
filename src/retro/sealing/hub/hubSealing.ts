/** Rounds one after the other, among whoever is here. */
import type { ParticipantId } from '../../model.js';
import { toBase64 } from '../bytes.js';
import { type Content, slotsFor } from '../content.js';
import type { SealingCrypto } from '../crypto.js';
import type { Gathering } from '../gathering.js';
import type {
  Base64,
  Objection,
  OrderOf,
  Purpose,
  ReplyType,
  SealMember,
  SealOrder,
  SealReply,
  StopReason,
} from '../messages.js';
import { type Question, questionDigest } from '../question.js';
import type { After } from '../time.js';
import type { RoundPlan } from '../transcript.js';
import { gatherPeople, HubRound } from './hubRound.js';
import { Post, samePeople } from './post.js';
import { Stopped } from './replies.js';

export interface HubSealingDeps {
  readonly crypto: SealingCrypto;
  /** Id of the room. */
  readonly room: string;
  /** Shows every panel that exactly these take part, before they are asked to: a panel takes part with those on its screen only. */
  readonly show: (people: readonly SealMember[]) => Promise<void>;
  /** What a round asks, as it is shown now. */
  readonly question: (purpose: Purpose) => Question;
  /** Leaves these out from now on; their panels were late or sent what cannot be right. Ends with them being set aside. */
  readonly leaveOut: (people: readonly ParticipantId[]) => Promise<void>;
  /** These stopped it {@link objectionsBeforeAsked} times without a proof: only the facilitator can go on without them. */
  readonly askWithout: (people: readonly ParticipantId[], objection: Objection) => void;
  readonly send: (member: ParticipantId, order: SealOrder) => void;
  readonly after: After;
  /** How long each answer is waited for, in milliseconds. */
  readonly patience: number;
  /** How long to wait before the others seal again, in milliseconds: whoever's line blinked is back by then. */
  readonly grace: number;
  /** How often it is tried in one run, each time without those who stopped it. */
  readonly attempts: number;
}

/** What came out of a round. */
export interface RoundResult {
  readonly round: Base64;
  readonly question: Question;
  /** Who took part. */
  readonly people: readonly ParticipantId[];
  /** In the order of the last shuffle; blanks included, spoiled ones not. */
  readonly contents: readonly Content[];
}

export type RoundOutcome =
  | ({ readonly ok: true } & RoundResult)
  | {
      readonly ok: false;
      readonly why: StopReason;
      readonly objection?: Objection;
    };

interface Attempt {
  readonly outcome: RoundOutcome;
  /** The others can seal again without being asked. */
  readonly again: boolean;
}

/** How often one panel may stop rounds without a proof before the facilitator is asked whether to go on without it. */
const objectionsBeforeAsked = 2;
/** How often a line may be lost in one run before the others go on without that person. */
const lossesBeforeLeftOut = 2;

interface Told {
  readonly order: OrderOf<'opened'>;
  /** Took part and were not there any more when it was opened. */
  readonly untold: Set<ParticipantId>;
}

export class HubSealing {
  private readonly post: Post;
  private gathering: Gathering | undefined;
  /** How the last round of each purpose ended, for those who have not heard it. */
  private readonly told = new Map<Purpose, Told>();
  /** The mixers' word, by purpose, that the inner keys of the last round that failed late are gone. */
  private readonly discarded = new Map<Purpose, { readonly round: Base64; signatures: Record<string, Base64> }>();
  /** Objections by person, since the last round that was opened. */
  private readonly suspected = new Map<ParticipantId, number>();
  /** Lost lines by person, in the run that is under way. */
  private readonly losses = new Map<ParticipantId, number>();
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: HubSealingDeps) {
    this.post = new Post(deps.send, deps.after, deps.patience);
  }

  get people(): readonly SealMember[] {
    return this.post.people;
  }

  /** Someone is here, with these keys. */
  join(member: SealMember): void {
    // A page that was loaded anew has the same keys and knows nothing of the last gathering.
    this.gathering = undefined;
    this.post.join(member);
    for (const { order, untold } of this.told.values()) {
      if (untold.delete(member.id)) {
        this.deps.send(member.id, order);
      }
    }
  }

  /** Someone came into the room whose keys are not known yet: a gathering under way is without them, and not what people see. */
  comes(): void {
    this.post.stopGathering();
  }

  /** Someone's line is gone. */
  leave(member: ParticipantId): void {
    this.losses.set(member, (this.losses.get(member) ?? 0) + 1);
    this.post.leave(member);
  }

  /** Those who are here and left out. */
  setAside(aside: ReadonlySet<ParticipantId>): void {
    this.post.setAside(aside);
  }

  /** The type of the answer that this person owes. */
  expected(member: ParticipantId): ReplyType | undefined {
    return this.post.expected(member);
  }

  receive(member: ParticipantId, reply: SealReply): void {
    if (reply.type !== 'discarded') {
      this.post.receive(member, reply);
      return;
    }
    for (const kept of this.discarded.values()) {
      if (kept.round === reply.round) {
        kept.signatures = { ...kept.signatures, [member]: reply.signature };
      }
    }
  }

  /** Ends what is under way. */
  callOff(): void {
    this.post.callOff();
  }

  /** Agrees on who is here, where that is not known yet, so that the room's words can be compared before anything is written. */
  gather(): Promise<boolean> {
    return this.inTurn(() =>
      this.gathered().then(
        () => true,
        (error: unknown) => {
          stopOf(error);
          return false;
        },
      ),
    );
  }

  /**
   * A whole round; once more without those who drop out.
   * @param keep puts what came out in safe hands: before it is done, nobody is told to forget what they handed in
   */
  run(purpose: Purpose, keep: (result: RoundResult) => Promise<void> = () => Promise.resolve()): Promise<RoundOutcome> {
    return this.inTurn(async () => {
      this.losses.clear();
      for (let attempt = 1; ; attempt += 1) {
        const { outcome, again } = await this.attempt(purpose, keep);
        if (!again || attempt === this.deps.attempts) {
          return outcome;
        }
        if (!outcome.ok && outcome.why === 'left') {
          await this.waitForLines();
        }
      }
    });
  }

  /** Waits for lines that only blinked, and goes on without those that blink again and again. */
  private async waitForLines(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.deps.after(this.deps.grace, resolve);
    });
    const people = [...this.losses].filter(([, times]) => times >= lossesBeforeLeftOut).map(([person]) => person);
    if (people.length > 0) {
      await this.deps.leaveOut(people);
    }
  }

  private async inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.busy.then(run).finally(() => this.post.needNobody());
    this.busy = result.catch(() => undefined);
    return result;
  }

  private async attempt(purpose: Purpose, keep: (result: RoundResult) => Promise<void>): Promise<Attempt> {
    let round: HubRound | undefined;
    try {
      const known = await this.gathered();
      round = new HubRound(this.post, this.deps.crypto, this.planOf(purpose, known));
      const { contents, order } = await round.run(this.discarded.get(purpose));
      const people = known.members.map((member) => member.id);
      const { id, question } = round.plan;
      const result = { round: id, question, people, contents };
      this.post.needNobody();
      await keep(result);
      this.discarded.delete(purpose);
      this.suspected.clear();
      this.told.set(purpose, { order, untold: new Set(people.filter((person) => !this.post.isHere(person))) });
      this.post.tell(known.members, order);
      return { outcome: { ok: true, ...result }, again: false };
    } catch (error) {
      return this.stopped(stopOf(error), round);
    }
  }

  private planOf(purpose: Purpose, gathering: Gathering): RoundPlan {
    const { crypto } = this.deps;
    const question = this.deps.question(purpose);
    const slots = slotsFor(purpose, gathering.members.length);
    return { id: toBase64(crypto.random(16)), question, asked: questionDigest(crypto, question), slots, gathering };
  }

  private async stopped({ why, details }: Stopped, round: HubRound | undefined): Promise<Attempt> {
    const { culprits = [], suspects = [], objection } = details;
    const said = { why, ...(objection === undefined ? {} : { objection }) };
    if (round !== undefined) {
      const { id, question, gathering } = round.plan;
      if (round.confirming) {
        this.discarded.set(question.purpose, { round: id, signatures: {} });
      }
      const without = culprits.length > 0 ? { without: culprits } : {};
      this.post.tell(gathering.members, { type: 'stop', round: id, ...said, ...without });
    }
    if (culprits.length > 0) {
      await this.deps.leaveOut(culprits);
    }
    this.suspect(suspects, objection);
    return { outcome: { ok: false, ...said }, again: why === 'left' || culprits.length > 0 };
  }

  private suspect(suspects: readonly ParticipantId[], objection: Objection | undefined): void {
    for (const person of suspects) {
      this.suspected.set(person, (this.suspected.get(person) ?? 0) + 1);
    }
    const times = (person: ParticipantId) => this.suspected.get(person) ?? 0;
    const often = suspects.filter((person) => times(person) >= objectionsBeforeAsked);
    const people = often.sort((one, other) => times(other) - times(one));
    if (people.length > 0 && objection !== undefined) {
      this.deps.askWithout(people, objection);
    }
  }

  /** @throws Stopped */
  private async gathered(): Promise<Gathering> {
    const { people } = this.post;
    if (people.length === 0) {
      throw new Stopped('calledOff');
    }
    await this.deps.show(people);
    if (this.gathering === undefined || !samePeople(this.gathering.members, people)) {
      this.gathering = undefined;
      this.gathering = await gatherPeople(this.post, this.deps.crypto, this.deps.room, people);
    }
    return this.gathering;
  }
}

/** @throws whatever is no ordinary end of a round */
function stopOf(error: unknown): Stopped {
  if (error instanceof Stopped) {
    return error;
  }
  throw error;
}
