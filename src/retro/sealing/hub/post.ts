import type { ParticipantId } from '../../model.js';
import type { Base64, ReplyOf, ReplyType, SealMember, SealOrder, SealReply } from '../messages.js';
import type { After } from '../time.js';
import { Replies, Stopped } from './replies.js';

/** What is under way. */
interface Needed {
  readonly ids: ReadonlySet<ParticipantId>;
  readonly name: Base64;
  /** Says what an objection means; absent for a gathering. */
  readonly explain: Explain | undefined;
}
export type Explain = (by: ParticipantId, no: ReplyOf<'no'>) => Stopped;

/** The people who are here, and the way of orders to them and of answers back. */
export class Post {
  private readonly present = new Map<ParticipantId, SealMember>();
  private aside: ReadonlySet<ParticipantId> = new Set();
  private readonly replies: Replies;
  /** Those without whom what is under way cannot go on, and its name. */
  private needed: Needed | undefined;

  constructor(
    private readonly send: (member: ParticipantId, order: SealOrder) => void,
    after: After,
    private readonly patience: number,
  ) {
    this.replies = new Replies(after);
  }

  /** Those who take part, in the order of their ids. */
  get people(): readonly SealMember[] {
    const here = [...this.present.values()].filter((member) => !this.aside.has(member.id));
    return here.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** Those who are left out although they are here. Whoever is new among them is gone for what is under way. */
  setAside(aside: ReadonlySet<ParticipantId>): void {
    const before = this.aside;
    this.aside = aside;
    for (const member of aside) {
      if (!before.has(member)) {
        this.gone(member);
      }
    }
  }

  /** Someone is here, with these keys. Other keys than before are as good as someone else. */
  join(member: SealMember): void {
    const before = this.present.get(member.id);
    this.present.set(member.id, member);
    if (before !== undefined && !sameKeys(before, member)) {
      this.gone(member.id);
    }
  }

  leave(member: ParticipantId): void {
    this.present.delete(member);
    this.gone(member);
  }

  isHere(member: ParticipantId): boolean {
    return this.present.has(member) && !this.aside.has(member);
  }

  expected(member: ParticipantId): ReplyType | undefined {
    return this.replies.expected(member);
  }

  receive(member: ParticipantId, reply: SealReply): void {
    if (reply.type !== 'no') {
      this.replies.receive(member, reply);
    } else if (this.needed?.ids.has(member) && this.needed.name === reply.id) {
      this.replies.stop((this.needed.explain ?? objectedBy)(member, reply));
    }
  }

  /** Ends a gathering under way; a round goes on. */
  stopGathering(): void {
    if (this.needed !== undefined && this.needed.explain === undefined) {
      this.replies.stop(new Stopped('left'));
    }
  }

  callOff(): void {
    this.replies.stop(new Stopped('calledOff'));
  }

  /** From now on the leaving of one of them ends what is under way. @throws Stopped when one is gone already */
  need(members: readonly SealMember[], name: Base64, explain?: Explain): void {
    this.needed = { ids: new Set(members.map((member) => member.id)), name, explain };
    if (members.some((member) => !this.isHere(member.id))) {
      throw new Stopped('left');
    }
  }

  needNobody(): void {
    this.needed = undefined;
  }

  /** The same order to all. @returns their answers, in their order @throws Stopped */
  ask<T extends ReplyType>(
    members: readonly SealMember[],
    order: SealOrder,
    type: T,
    name: Base64,
  ): Promise<readonly ReplyOf<T>[]> {
    if (members.some((member) => !this.isHere(member.id))) {
      return Promise.reject(new Stopped('left'));
    }
    const ids = members.map((member) => member.id);
    const answers = this.replies.from(ids, type, name, this.patience);
    this.tell(members, order);
    return answers;
  }

  tell(members: readonly SealMember[], order: SealOrder): void {
    for (const member of members.filter(({ id }) => this.present.has(id))) {
      this.send(member.id, order);
    }
  }

  private gone(member: ParticipantId): void {
    if (this.needed?.ids.has(member)) {
      this.replies.stop(new Stopped('left'));
    }
  }
}

/** An objection without a proof: nobody else can see whether it is right. */
export function objectedBy(by: ParticipantId, { objection }: ReplyOf<'no'>): Stopped {
  return new Stopped(objection === 'askFirst' ? 'askFirst' : 'objection', { objection, suspects: [by] });
}

function sameKeys(one: SealMember, other: SealMember): boolean {
  return one.sign === other.sign && one.mix === other.mix && one.name === other.name;
}

/** Whether two lists hold the same people with the same keys. */
export function samePeople(some: readonly SealMember[], others: readonly SealMember[]): boolean {
  return (
    some.length === others.length &&
    others.every((other) => some.some((one) => one.id === other.id && sameKeys(one, other)))
  );
}
