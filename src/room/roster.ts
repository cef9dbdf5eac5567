/** The people of sealed rounds, as the room shows them: panels seal only with exactly those who are on their screens. */
import type { RetroEvent } from '../retro/event.js';
import type { ParticipantId } from '../retro/model.js';
import type { SealRoom } from './seals.js';

/** Someone who was left out so often stays out until the facilitator takes them in again. */
const mostStrikes = 2;

export class Roster {
  /** How often each was left out. */
  private readonly strikes = new Map<ParticipantId, number>();
  /** Left out by this class, until the run is over or their panel is ready to seal. */
  private readonly forNow = new Set<ParticipantId>();

  constructor(
    private readonly room: Pick<SealRoom, 'state' | 'submit'>,
    private readonly hasLine: (id: ParticipantId) => boolean,
  ) {}

  /** Those who are left out, by the hub or by the facilitator. */
  get aside(): ReadonlySet<ParticipantId> {
    const { participants } = this.room.state();
    return new Set(participants.filter((person) => person.aside).map((person) => person.id));
  }

  /** Makes everyone's screen show that exactly these take part. */
  async show(people: readonly { readonly id: ParticipantId }[]): Promise<void> {
    const taking = new Set(people.map((person) => person.id));
    await this.submit(
      this.room.state().participants.flatMap(({ id, presence, aside }): readonly RetroEvent[] => {
        if (taking.has(id)) {
          return presence === 'away' ? [{ type: 'person/presence', id, presence: 'here' }] : [];
        }
        if (presence !== 'here' || aside) {
          return [];
        }
        if (!this.hasLine(id)) {
          return [{ type: 'person/presence', id, presence: 'away' }];
        }
        this.forNow.add(id);
        return [{ type: 'person/aside', id, aside: true }];
      }),
    );
  }

  /** Goes on without these until the run is over; without those who cause it again and again for longer. */
  async leaveOut(people: readonly ParticipantId[]): Promise<void> {
    for (const id of people) {
      const strikes = (this.strikes.get(id) ?? 0) + 1;
      this.strikes.set(id, strikes);
      if (strikes < mostStrikes) {
        this.forNow.add(id);
      }
    }
    await this.submit(people.map((id) => ({ type: 'person/aside', id, aside: true })));
  }

  /** The run is over: those who were left out for now take part in the next. */
  takeBack(): Promise<void> {
    const back = [...this.forNow];
    this.forNow.clear();
    return this.submit(back.map((id) => ({ type: 'person/aside', id, aside: false })));
  }

  /** This panel can seal now. */
  async introduced(id: ParticipantId): Promise<void> {
    if (this.forNow.delete(id)) {
      await this.submit([{ type: 'person/aside', id, aside: false }]);
    }
  }

  /** The facilitator takes someone in again: they begin anew. */
  forgive(id: ParticipantId): void {
    this.strikes.delete(id);
    this.forNow.delete(id);
  }

  private async submit(events: readonly RetroEvent[]): Promise<void> {
    if (events.length > 0) {
      await this.room.submit(events.map((event) => ({ event, actor: { kind: 'hub' } })));
    }
  }
}
