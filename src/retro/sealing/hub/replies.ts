import type { ParticipantId } from '../../model.js';
import type { Objection, ReplyOf, ReplyType, SealReply, StopReason } from '../messages.js';
import type { After } from '../time.js';

export interface StopDetails {
  readonly objection?: Objection;
  /** The panels that caused it for certain: late, or with a reply that cannot be right. */
  readonly culprits?: readonly ParticipantId[];
  /** The panels of which one caused it, as far as can be seen: that which objected, and that before it. */
  readonly suspects?: readonly ParticipantId[];
}

/** The end of a gathering or a round that does not go on. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor(
    readonly why: StopReason,
    readonly details: StopDetails = {},
  ) {
    super(why);
  }
}

interface Waiting {
  readonly type: ReplyType;
  readonly id: string;
  readonly take: (reply: SealReply) => void;
}

/** Waits for what people answer. Whatever was not asked for is not heard. */
export class Replies {
  private readonly waiting = new Map<ParticipantId, Waiting>();
  private fail: ((stop: Stopped) => void) | undefined;

  constructor(private readonly after: After) {}

  /** Whose answer is awaited, and of what type. */
  expected(member: ParticipantId): ReplyType | undefined {
    return this.waiting.get(member)?.type;
  }

  receive(member: ParticipantId, reply: SealReply): void {
    const waiting = this.waiting.get(member);
    if (waiting?.type === reply.type && idOf(reply) === waiting.id) {
      this.waiting.delete(member);
      waiting.take(reply);
    }
  }

  /** Ends the waiting: someone left, someone objected, or it was called off. */
  stop(reason: Stopped): void {
    this.fail?.(reason);
  }

  /**
   * One answer of that type from each, in their order.
   * @throws Stopped when someone is late, or when {@link stop} was called
   */
  from<T extends ReplyType>(
    members: readonly ParticipantId[],
    type: T,
    id: string,
    patience: number,
  ): Promise<readonly ReplyOf<T>[]> {
    return new Promise((resolve, reject) => {
      const answers = new Map<ParticipantId, ReplyOf<T>>();
      const done = (): void => {
        cancel();
        this.fail = undefined;
        this.waiting.clear();
      };
      const fail = (stop: Stopped): void => {
        done();
        reject(stop);
      };
      const cancel = this.after(patience, () => {
        fail(new Stopped('late', { culprits: members.filter((member) => !answers.has(member)) }));
      });
      this.fail = fail;
      for (const member of members) {
        const take = (reply: SealReply): void => {
          answers.set(member, reply as ReplyOf<T>);
          if (answers.size === members.length) {
            done();
            resolve(members.flatMap((one) => answers.get(one) ?? []));
          }
        };
        this.waiting.set(member, { type, id, take });
      }
    });
  }
}

function idOf(reply: SealReply): string | undefined {
  return 'round' in reply ? reply.round : 'gathering' in reply ? reply.gathering : undefined;
}
