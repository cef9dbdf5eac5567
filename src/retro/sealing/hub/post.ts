import type { ParticipantId } from '../../model.js';
import type { Base64, ReplyOf, ReplyType, SealMember, SealOrder, SealReply } from '../messages.js';
import type { After } from '../time.js';
import { Replies, Stopped } from './replies.js';

/** Who is here, and how orders get to them and answers come back. */
export class Post {
  private readonly present = new Map<ParticipantId, SealMember>();
  private readonly replies: Replies;
  /** Those without whom what is under way cannot go on, and its name. */
  private needed: { readonly ids: ReadonlySet<ParticipantId>; readonly name: Base64 } | undefined;

  constructor(
    private readonly send: (member: ParticipantId, order: SealOrder) => void,
    after: After,
    private readonly patience: number,
  ) {
    this.replies = new Replies(after);
  }

  get people(): readonly SealMember[] {
    return [...this.present.values()];
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
    return this.present.has(member);
  }

  expected(member: ParticipantId): ReplyType | undefined {
    return this.replies.expected(member);
  }

  receive(member: ParticipantId, reply: SealReply): void {
    if (reply.type !== 'no') {
      this.replies.receive(member, reply);
    } else if (this.needed?.ids.has(member) && this.needed.name === reply.id) {
      const why = reply.objection === 'askFirst' ? 'askFirst' : 'objection';
      this.replies.stop(new Stopped(why, { objection: reply.objection }));
    }
  }

  callOff(): void {
    this.replies.stop(new Stopped('calledOff'));
  }

  /** From now on the leaving of one of them ends what is under way. @throws Stopped when one is gone already */
  need(members: readonly SealMember[], name: Base64): void {
    this.needed = { ids: new Set(members.map((member) => member.id)), name };
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
    for (const member of members.filter(({ id }) => this.isHere(id))) {
      this.send(member.id, order);
    }
  }

  private gone(member: ParticipantId): void {
    if (this.needed?.ids.has(member)) {
      this.replies.stop(new Stopped('left'));
    }
  }
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
