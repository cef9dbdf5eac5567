/** The people on one screen over time. A hub can show anyone for a moment, so the present screen is not enough. */
import type { ParticipantId } from '../../model.js';

interface Person {
  readonly id: ParticipantId;
  readonly name: string;
}

/** The names of those who came or went a moment ago, compared with those whom something is sealed with. */
export interface Moved {
  /** Were on the screen as taking part, and are not among those it is sealed with. */
  readonly gone: readonly string[];
  /** Are among those it is sealed with, and were hardly on the screen before. */
  readonly came: readonly string[];
}

interface Seen {
  readonly name: string;
  /** How long they were shown before, in milliseconds. */
  readonly before: number;
  /** Since when they are shown; absent while they are not. */
  readonly since?: number;
  /** When they were shown for the last time. */
  readonly until: number;
}

/** In milliseconds. Who was shown for less has just come; who was shown within it has just gone. */
const aMoment = 60_000;
/** Someone who is not shown for so long is forgotten, in milliseconds. */
const forgottenAfter = 600_000;

export class Crowd {
  private readonly seen = new Map<ParticipantId, Seen>();
  private begun: number | undefined;

  /**
   * @param now milliseconds since any beginning
   * @param known who was met before this panel was loaded anew; nothing in a room that is new to it
   */
  constructor(
    private readonly now: () => number,
    private readonly known: ReadonlySet<ParticipantId> | undefined,
  ) {}

  /** Takes note of those who are shown as taking part. */
  look(people: readonly Person[]): void {
    const at = this.now();
    this.begun ??= at;
    const here = new Map(people.map(({ id, name }) => [id, name]));
    for (const [id, { name, before, since, until }] of this.seen) {
      if (!here.has(id) && since !== undefined) {
        this.seen.set(id, { name, before: before + at - since, until: at });
      } else if (since === undefined && at - until > forgottenAfter) {
        this.seen.delete(id);
      }
    }
    for (const [id, name] of here) {
      const { before = 0, since = at } = this.seen.get(id) ?? {};
      this.seen.set(id, { name, before, since, until: at });
    }
  }

  /** Who came or went a moment ago, when it is sealed with these; nothing when nobody did. */
  moved(members: readonly Person[]): Moved | undefined {
    const ids = new Set(members.map((member) => member.id));
    const at = this.now();
    const gone = [...this.seen].flatMap(([id, { name, since, until }]) =>
      !ids.has(id) && (since !== undefined || at - until < aMoment) ? [name] : [],
    );
    const came = members.filter(({ id }) => this.isNew(id, at)).map(({ name }) => name);
    return gone.length + came.length > 0 ? { gone, came } : undefined;
  }

  /** A panel that was opened a moment ago has seen nobody for long. */
  private isNew(id: ParticipantId, at: number): boolean {
    const { before = 0, since = at } = this.seen.get(id) ?? {};
    const hasJustBegun = at - (this.begun ?? at) < aMoment;
    const wasMet = this.known?.has(id) ?? true;
    return before + at - since < aMoment && !(hasJustBegun && wasMet);
  }
}
