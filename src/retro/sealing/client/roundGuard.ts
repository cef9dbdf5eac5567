/** The decision of a panel whether it takes part in a round: by its own memory and its own view, never by the hub's word. */
import { fewestAnswers } from '../../limits.js';
import { anonymities } from '../../model.js';
import { isCounted } from '../content.js';
import type { SealingCrypto } from '../crypto.js';
import { peopleDigest } from '../gathering.js';
import type { OrderOf, Purpose, SealMember } from '../messages.js';
import { object } from '../objected.js';
import { type Question, questionDigest, questionOf } from '../question.js';
import type { Crowd, Moved } from './crowd.js';
import { type Exposed, isAmong, isDiscarded, missingIn } from './exposure.js';
import type { RoomMemory, ShownView } from './roomMemory.js';

/** This panel's own look at the room. */
export interface ShownRoom {
  /** The newest view; nothing before the first. */
  view(): ShownView | undefined;
  /** Waits for a view like that, for so many milliseconds at most. @returns whether it came */
  until(holds: (view: ShownView) => boolean, milliseconds: number): Promise<boolean>;
}

/** What a person has to agree to before something is sealed. */
export interface Asks {
  /** The names of those without whom the same would be sealed once more. */
  readonly without: readonly string[];
  /** The same was sealed before, and may be open somewhere. */
  readonly exposed?: true;
  /** How many it would be sealed with, when these are too few to be anonymous among. */
  readonly few?: number;
  /** It was counted before, and this person answers only one of the two times. */
  readonly again?: boolean;
}

/** A round and whether this panel may take part with what its person wrote. */
export interface Permission {
  readonly question: Question;
  readonly asked: string;
  /** Absent: it may. */
  readonly asks?: Asks;
  /** Cards are held back with blanks: the others' are on the board already, so these would be known to be this person's. */
  readonly isLate: boolean;
}

/** A view may come a little later than the order that belongs to it. Milliseconds. */
const patience = 3_000;
/** How long the person is told who came or went before anything is sealed, in milliseconds. */
const noticeTime = 4_000;

export class RoundGuard {
  private pending: { readonly purpose: Purpose; readonly consents: readonly string[] } | undefined;

  constructor(
    private readonly crypto: SealingCrypto,
    private readonly memory: RoomMemory,
    private readonly shown: ShownRoom,
    /** Whether this person has something to hand in. */
    private readonly answers: (purpose: Purpose) => boolean,
    private readonly crowd: Crowd,
    /** Tells the person who came or went. */
    private readonly tell: (moved: Moved) => void,
  ) {}

  /** The people of a gathering or a round are those on the screen, by id and name. @throws Objected */
  async checkPeople(members: readonly SealMember[]): Promise<true> {
    return (await this.shown.until(areShown(members), patience)) || object('people');
  }

  /**
   * Tells the person who came or went a moment ago, before it is sealed with these; they stay on the screen for as long.
   * @returns whether anyone did @throws Objected
   */
  private async settle(purpose: Purpose, members: readonly SealMember[]): Promise<boolean> {
    await this.checkPeople(members);
    const moved = this.crowd.moved(members);
    if (moved === undefined || purpose === 'amend') {
      return moved !== undefined;
    }
    this.tell(moved);
    const isShown = areShown(members);
    return (await this.shown.until((view) => !isShown(view), noticeTime)) ? object('people') : true;
  }

  /** Looks at all that a round could betray. @throws Objected where nobody's consent would help */
  async permit(order: OrderOf<'begin'>, members: readonly SealMember[]): Promise<Permission> {
    const { purpose } = order;
    const hasMoved = await this.settle(purpose, members);
    if (this.memory.withOtherKeys(members).length > 0) {
      object('newKeys');
    }
    const question = await this.question(order);
    if (!this.memory.isUnchanged(purpose)) {
      object('question');
    }
    if (purpose === 'cards' && this.shown.view()?.kind !== 'reveal') {
      object('order');
    }
    if (anonymities.indexOf(question.anonymity) < anonymities.indexOf(this.memory.level)) {
      object('level');
    }
    this.checkCount(purpose, members);
    // A change of a card waits until people stay.
    const waits: Asks | undefined = hasMoved && purpose === 'amend' ? { without: [] } : undefined;
    const asks = (await this.asks(order, members)) ?? waits;
    const isLate = purpose === 'cards' && this.isLate(members);
    const permission = { question, asked: order.question, isLate };
    return asks === undefined ? permission : { ...permission, asks };
  }

  /** The person agreed to what was asked last for this purpose: with exactly those people. */
  agree(purpose: Purpose): void {
    if (this.pending?.purpose === purpose) {
      this.memory.consent(this.pending.consents);
      this.pending = undefined;
    }
  }

  /** How many these are, when they are too few to be anonymous among and the person has not agreed to seal with them. */
  few(members: readonly SealMember[]): number | undefined {
    const enough = members.length >= fewestAnswers || this.memory.hasConsent(this.consentTo('few', members));
    return enough ? undefined : members.length;
  }

  /** The person agrees to seal with exactly these, few as they are. */
  agreeToFew(members: readonly SealMember[]): void {
    this.memory.consent([this.consentTo('few', members)]);
  }

  /** The person agrees to hand in cards after the others, with exactly these people. */
  agreeToLate(members: readonly SealMember[]): void {
    this.memory.consent([this.consentTo('late', members)]);
  }

  private isLate(members: readonly SealMember[]): boolean {
    const { memory } = this;
    return memory.missedCards && this.answers('cards') && !memory.hasConsent(this.consentTo('late', members));
  }

  private async question({ purpose, question: asked }: OrderOf<'begin'>): Promise<Question> {
    let question: Question | undefined;
    await this.shown.until((view) => {
      question = questionOf(view, purpose);
      return questionDigest(this.crypto, question) === asked;
    }, patience);
    return question !== undefined && questionDigest(this.crypto, question) === asked ? question : object('question');
  }

  /** With one to three people more or less, the difference of two counts shows what they answered. */
  private checkCount(purpose: Purpose, members: readonly SealMember[]): void {
    const before = this.memory.countOf(purpose);
    const isFew = (people: number) => people > 0 && people < fewestAnswers;
    const now = members.map((one) => one.id);
    const came = now.filter((id) => before?.people.includes(id) === false).length;
    const went = before?.people.filter((id) => !now.includes(id)).length ?? 0;
    if (isFew(came) || isFew(went)) {
      object('again');
    }
  }

  private async asks(order: OrderOf<'begin'>, members: readonly SealMember[]): Promise<Asks | undefined> {
    const { purpose } = order;
    const people = peopleDigest(this.crypto, this.memory.room, members);
    const open = await this.stillOpen(order);
    const consents = { without: `without/${purpose}/${people}`, again: `again/${purpose}/${people}` };
    const { memory } = this;
    // Of what is counted, a person who was told that it is over is asked before the count lacks them. Of cards nobody would be.
    const isHarmless = (one: Exposed) => isCounted(purpose) && isAmong(one, members);
    const without = open.every(isHarmless) || memory.hasConsent(consents.without);
    const same = this.answersAsBefore(purpose, open) || memory.hasConsent(consents.again);
    const few = this.few(members);
    if (without && same && few === undefined) {
      memory.useConsents([consents.without, consents.again]);
      return undefined;
    }
    const wanted = [
      without ? [] : consents.without,
      same ? [] : consents.again,
      few ? this.consentTo('few', members) : [],
    ];
    if (purpose !== 'amend') {
      // A change of a card waits without a word, and must not take the place of what the person is asked.
      this.pending = { purpose, consents: wanted.flat() };
    }
    return {
      without: without ? [] : [...new Set(open.flatMap((one) => missingIn(one, members)))],
      ...(without ? {} : { exposed: true }),
      ...(few === undefined ? {} : { few }),
      ...(same ? {} : { again: true }),
    };
  }

  /** Who answers only one of two times can be read from the difference. */
  private answersAsBefore(purpose: Purpose, open: readonly Exposed[]): boolean {
    const now = this.answers(purpose);
    const before = [...open, this.memory.countOf(purpose) ?? []].flat();
    return !isCounted(purpose) || before.every(({ answered }) => answered === now);
  }

  /** Signed cards leave this panel only in a room that never promised more, and when all are revealed. @throws Objected */
  checkSigned(): void {
    if (this.memory.level !== 'named' || this.shown.view()?.kind !== 'reveal') {
      object('level');
    }
  }

  private async stillOpen({ purpose, discarded }: OrderOf<'begin'>): Promise<readonly Exposed[]> {
    const open: Exposed[] = [];
    for (const exposed of this.memory.exposures(purpose)) {
      if (!(await isDiscarded(this.crypto, exposed, discarded))) {
        open.push(exposed);
      }
    }
    this.memory.setExposures(purpose, open);
    return open;
  }

  private consentTo(what: 'few' | 'late', members: readonly SealMember[]): string {
    return `${what}/${peopleDigest(this.crypto, this.memory.room, members)}`;
  }
}

/** Whether a view shows exactly these as taking part, by id and name. */
function areShown(members: readonly SealMember[]): (view: ShownView) => boolean {
  const listed = (people: readonly { readonly id: string; readonly name: string }[]) =>
    JSON.stringify(people.map(({ id, name }) => [id, name]).sort());
  const wanted = listed(members);
  return (view) => listed(peopleOn(view)) === wanted;
}

/** Those who are shown as here and as taking part. */
export function peopleOn({ participants }: Pick<ShownView, 'participants'>): ShownView['participants'] {
  return participants.filter((person) => person.presence === 'here' && person.aside !== true);
}
