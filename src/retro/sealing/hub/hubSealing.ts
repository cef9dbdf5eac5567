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
import type { After } from '../time.js';
import { gatherPeople, HubRound } from './hubRound.js';
import { Post, samePeople } from './post.js';
import { Stopped } from './replies.js';

export interface HubSealingDeps {
  readonly crypto: SealingCrypto;
  readonly send: (member: ParticipantId, order: SealOrder) => void;
  readonly after: After;
  /** How long each answer is waited for, in milliseconds. */
  readonly patience: number;
  /** How long to wait before the others seal again, in milliseconds: whoever's line blinked is back by then. */
  readonly grace: number;
}

/** What came out of a round. */
export interface RoundResult {
  readonly round: Base64;
  /** Who took part. */
  readonly people: readonly ParticipantId[];
  /** In the order of the last shuffle; blanks included, spoiled ones not. */
  readonly contents: readonly Content[];
}

export type RoundOutcome =
  | ({ readonly ok: true } & RoundResult)
  | { readonly ok: false; readonly why: StopReason; readonly objection?: Objection };

/** How often the others seal again before the person who asked for it is asked. */
const mostAttempts = 4;

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
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: HubSealingDeps) {
    this.post = new Post(deps.send, deps.after, deps.patience);
  }

  get people(): readonly SealMember[] {
    return this.post.people;
  }

  /** Someone is here, with these keys. */
  join(member: SealMember): void {
    this.post.join(member);
    for (const { order, untold } of this.told.values()) {
      if (untold.delete(member.id)) {
        this.deps.send(member.id, order);
      }
    }
  }

  /** Someone's line is gone. */
  leave(member: ParticipantId): void {
    this.post.leave(member);
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
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await this.attempt(purpose, keep);
        const dropout = !outcome.ok && (outcome.why === 'left' || outcome.why === 'late');
        if (!dropout || attempt === mostAttempts) {
          return outcome;
        }
        await new Promise<void>((resolve) => {
          this.deps.after(this.deps.grace, resolve);
        });
      }
    });
  }

  private async inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.busy.then(run).finally(() => this.post.needNobody());
    this.busy = result.catch(() => undefined);
    return result;
  }

  private async attempt(purpose: Purpose, keep: (result: RoundResult) => Promise<void>): Promise<RoundOutcome> {
    let round: HubRound | undefined;
    try {
      const known = await this.gathered();
      const id = toBase64(this.deps.crypto.random(16));
      const plan = { id, purpose, slots: slotsFor(purpose, known.members.length), gathering: known };
      round = new HubRound(this.post, this.deps.crypto, plan);
      const { contents, order } = await round.run(this.discarded.get(purpose));
      const people = known.members.map((member) => member.id);
      const result = { round: id, people, contents };
      this.post.needNobody();
      await keep(result);
      this.discarded.delete(purpose);
      this.told.set(purpose, { order, untold: new Set(people.filter((person) => !this.post.isHere(person))) });
      this.post.tell(known.members, order);
      return { ok: true, ...result };
    } catch (error) {
      return this.stopped(stopOf(error), round);
    }
  }

  private stopped(stop: Stopped, round: HubRound | undefined): RoundOutcome {
    const { late = [], objection } = stop.details;
    for (const member of late) {
      this.post.leave(member);
    }
    const why = { why: stop.why, ...(objection === undefined ? {} : { objection }) };
    if (round !== undefined) {
      const { id, purpose, gathering } = round.plan;
      if (round.confirming) {
        this.discarded.set(purpose, { round: id, signatures: {} });
      }
      this.post.tell(gathering.members, { type: 'stop', round: id, ...why });
    }
    return { ok: false, ...why };
  }

  /** @throws Stopped */
  private async gathered(): Promise<Gathering> {
    const { people } = this.post;
    if (people.length === 0) {
      throw new Stopped('calledOff');
    }
    if (this.gathering === undefined || !samePeople(this.gathering.members, people)) {
      this.gathering = undefined;
      this.gathering = await gatherPeople(this.post, this.deps.crypto, people);
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
