/**
 * The memory of one panel about one room. A hub can show anything at any moment, so whatever protects a person is decided by the
 * strictest thing that this panel was ever shown, and by what its person said themselves. It is kept with the drafts, so that a reload
 * forgets nothing and brings the same keys back.
 */
import * as v from 'valibot';
import { type Anonymity, anonymities, type BoxName, type CardId, type ParticipantId } from '../../model.js';
import { sameName } from '../../people.js';
import type { RetroView } from '../../viewModel.js';
import { fromBase64, toBase64 } from '../bytes.js';
import { boxOf } from '../content.js';
import type { KeyPair, SealingCrypto } from '../crypto.js';
import type { Base64, Purpose, SealMember } from '../messages.js';
import { type Asking, questionDigest, questionOf, subjectOf } from '../question.js';
import type { Draws } from './clientGathering.js';
import type { Exposed } from './exposure.js';

/** The parts of a view that a panel looks at to seal. */
export type ShownView = Asking & Pick<RetroView, 'me' | 'kind' | 'participants' | 'boxes'>;

const text = v.pipe(v.string(), v.maxLength(200));
const keyPair = v.strictObject({ publicKey: text, privateKey: text });
const member = v.strictObject({ id: text, name: text, sign: text, mix: text });
const memorySchema = v.strictObject({
  room: text,
  keys: v.strictObject({ sign: keyPair, mix: keyPair }),
  /** Seeds of gatherings are made of it. */
  secret: text,
  level: v.picklist(anonymities),
  known: v.array(member),
  pins: v.record(text, v.strictObject({ asked: text, changed: v.boolean() })),
  counted: v.record(text, v.strictObject({ people: v.array(text), answered: v.boolean() })),
  exposed: v.record(
    text,
    v.array(
      v.strictObject({
        round: text,
        members: v.array(member),
        mixers: v.array(v.strictObject({ id: text, key: text, signature: text })),
        answered: v.boolean(),
      }),
    ),
  ),
  consents: v.array(text),
  draws: v.array(v.tuple([text, text])),
  /** Sealed cards on the board; whether a round of this panel's is still to bring some; whether some came without this panel. */
  cards: v.strictObject({ onBoard: v.number(), due: v.boolean(), missed: v.boolean() }),
});
type Saved = v.InferOutput<typeof memorySchema>;

const mostExposed = 4;
const mostConsents = 50;
const mostDraws = 200;

export interface PanelKeys {
  readonly sign: KeyPair;
  readonly mix: KeyPair;
}

export class RoomMemory {
  /** Those who were met before this panel was loaded anew; nothing in a room that is new to it. */
  readonly met: ReadonlySet<ParticipantId> | undefined;
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly crypto: SealingCrypto,
    private saved: Saved,
    readonly keys: PanelKeys,
    readonly secret: Uint8Array,
  ) {
    this.met = saved.known.length === 0 ? undefined : new Set(saved.known.map(({ id }) => id));
  }

  /** A memory as it was saved for this room, or a new one with new keys. @param saved from {@link text} */
  static async of(crypto: SealingCrypto, room: string, saved: string | undefined): Promise<RoomMemory> {
    const before = read(room, saved);
    if (before !== undefined) {
      return new RoomMemory(crypto, ...before);
    }
    const keys = { sign: await crypto.newSigningKeys(), mix: await crypto.newBoxKeys() };
    const secret = crypto.random(32);
    const empty = { known: [], pins: {}, counted: {}, exposed: {}, consents: [], draws: [] };
    const cards = { onBoard: 0, due: false, missed: false };
    const written = { sign: asText(keys.sign), mix: asText(keys.mix) };
    const first: Saved = { room, keys: written, secret: toBase64(secret), level: 'named', cards, ...empty };
    return new RoomMemory(crypto, first, keys, secret);
  }

  get room(): string {
    return this.saved.room;
  }

  /** All of it, to be given to {@link of} after a reload. It holds private keys. */
  get text(): string {
    return JSON.stringify(this.saved);
  }

  onChange(listen: () => void): void {
    this.listeners.add(listen);
  }

  /** Takes note of what is shown now. */
  look(view: ShownView): void {
    if (anonymities.indexOf(view.anonymity) > anonymities.indexOf(this.saved.level)) {
      this.change({ level: view.anonymity });
    }
    this.lookAtQuestions(view.cards);
    this.countCards(view.cards.filter((card) => card.key !== undefined).length);
    this.pin('cards', true, view);
    this.pin('vote', view.vote.status === 'open', view);
    const pinned = Object.keys(this.saved.pins).flatMap((purpose) => boxOf(purpose as Purpose) ?? []);
    for (const box of new Set([...pinned, ...(Object.keys(view.boxes) as BoxName[])])) {
      this.pin(`ballot/${box}`, view.boxes[box]?.status === 'open', view);
    }
  }

  /** The highest level of anonymity that was ever shown here. Nothing below it is handed in. */
  get level(): Anonymity {
    return this.saved.level;
  }

  /** Whether a question is as it was when it was first shown. Of changes to cards: those that were put to the writers. */
  isUnchanged(purpose: Purpose): boolean {
    return purpose === 'amend' ? !this.questionsChanged : this.saved.pins[purpose]?.changed !== true;
  }

  /** The digest of a question while it is open, as it was first shown. */
  askedFirst(purpose: Purpose): Base64 | undefined {
    return this.saved.pins[purpose]?.asked;
  }

  /** Others' cards came to the board without this panel: its person came late, or was left out. */
  get missedCards(): boolean {
    return this.saved.cards.missed;
  }

  /** This panel took part in a round of cards. @param heldBack with blanks in place of late cards */
  tookPartInCards(heldBack: boolean): void {
    this.change({ cards: { ...this.saved.cards, due: true, missed: heldBack } });
  }

  private countCards(onBoard: number): void {
    const before = this.saved.cards;
    if (onBoard > before.onBoard) {
      this.change({ cards: { onBoard, due: false, missed: before.missed || !before.due } });
    } else if (onBoard < before.onBoard) {
      this.change({ cards: { ...before, onBoard } });
    }
  }

  /** Takes in people who were never seen before, with their first keys. */
  meet(members: readonly SealMember[]): void {
    const strangers = members.filter((one) => this.knownAs(one).length === 0);
    if (strangers.length > 0) {
      this.change({ known: [...this.saved.known, ...strangers.map(plainMember)] });
    }
  }

  /** Those who are known, by id or by name, with other keys than these. */
  withOtherKeys(members: readonly SealMember[]): readonly SealMember[] {
    return members.filter((one) => this.knownAs(one).some(({ sign, mix }) => sign !== one.sign || mix !== one.mix));
  }

  /** The person says that these keys are right. */
  acknowledge(members: readonly SealMember[]): void {
    const others = this.saved.known.filter((known) => !members.some((one) => isSame(known, one)));
    this.change({ known: [...others, ...members.map(plainMember)] });
  }

  /** Something was counted, among these people. @param answered whether this panel's person gave an answer */
  count(purpose: Purpose, people: readonly ParticipantId[], answered: boolean): void {
    const name = this.nameOfCount(purpose);
    this.change({ counted: { ...this.saved.counted, [name]: { people: [...people], answered } } });
  }

  /** The last count of a question in which this panel took part. */
  countOf(purpose: Purpose): { readonly people: readonly ParticipantId[]; readonly answered: boolean } | undefined {
    return this.saved.counted[this.nameOfCount(purpose)];
  }

  /** The confidence in a promise goes by its words: the same words under another id are the same question. */
  private nameOfCount(purpose: Purpose): string {
    return this.subjects.get(purpose) ?? purpose;
  }

  /** Draws of gatherings that were opened; the oldest are forgotten. */
  readonly draws: Draws = {
    get: (people) => this.saved.draws.find(([one]) => one === people)?.[1],
    set: (people, commitments) => {
      const others = this.saved.draws.filter(([one]) => one !== people);
      this.change({ draws: [...others, [people, commitments] as [string, string]].slice(-mostDraws) });
    },
  };

  exposures(purpose: Purpose): readonly Exposed[] {
    return this.saved.exposed[purpose] ?? [];
  }

  setExposures(purpose: Purpose, exposed: readonly Exposed[]): void {
    if (exposed.length > 0 || this.exposures(purpose).length > 0) {
      const all = exposed.slice(-mostExposed).map(({ round, members, mixers, answered }) => ({
        round,
        answered,
        members: members.map(plainMember),
        mixers: mixers.map(({ id, key, signature }) => ({ id, key, signature })),
      }));
      this.change({ exposed: { ...this.saved.exposed, [purpose]: all } });
    }
  }

  /** Takes down what the person agreed to. */
  consent(to: readonly string[]): void {
    this.change({ consents: [...new Set([...this.saved.consents, ...to])].slice(-mostConsents) });
  }

  hasConsent(to: string): boolean {
    return this.saved.consents.includes(to);
  }

  /** Consents for one time are used. */
  useConsents(used: readonly string[]): void {
    if (used.some((one) => this.hasConsent(one))) {
      this.change({ consents: this.saved.consents.filter((one) => !used.includes(one)) });
    }
  }

  /** A question to the writer of a card stays as it is, so that an answer does not say to whom which words of it were shown. */
  private lookAtQuestions(cards: ShownView['cards']): void {
    if (cards === this.cardsBefore) {
      return;
    }
    this.cardsBefore = cards;
    for (const { id, asked } of cards) {
      const first = this.questions.get(id) ?? asked?.question;
      if (first !== undefined) {
        this.questions.set(id, first);
        this.questionsChanged ||= first !== asked?.question;
      }
    }
  }

  private readonly questions = new Map<CardId, string>();
  private questionsChanged = false;
  private cardsBefore: ShownView['cards'] | undefined;

  private readonly subjects = new Map<Purpose, string>();

  private pin(purpose: Purpose, open: boolean, view: ShownView): void {
    const before = this.saved.pins[purpose];
    if (!open) {
      const { [purpose]: _closed, ...rest } = this.saved.pins;
      if (before !== undefined) {
        this.change({ pins: rest });
      }
      return;
    }
    const asked = this.digestOf(purpose, view);
    const pin =
      before === undefined
        ? { asked, changed: false }
        : { ...before, changed: before.changed || before.asked !== asked };
    if (before?.changed !== pin.changed) {
      this.change({ pins: { ...this.saved.pins, [purpose]: pin } });
    }
  }

  /** Without the level, which may rise while people write. Computed anew only when something of it was drawn anew. */
  private digestOf(purpose: Purpose, view: ShownView): Base64 {
    const parts = [view.title, view.template, view.prompts, view.steps, view.vote, view.commitments];
    const all = purpose === 'vote' ? [...parts, view.talk.topics, view.cards] : parts;
    const before = this.digests.get(purpose);
    if (
      before !== undefined &&
      before.parts.length === all.length &&
      all.every((one, at) => one === before.parts[at])
    ) {
      return before.asked;
    }
    const question = questionOf({ ...view, anonymity: 'anonymous' }, purpose);
    const asked = questionDigest(this.crypto, question);
    this.subjects.set(purpose, subjectOf(this.crypto, question));
    this.digests.set(purpose, { parts: all, asked });
    return asked;
  }

  private readonly digests = new Map<Purpose, { readonly parts: readonly unknown[]; readonly asked: Base64 }>();

  /** Names are compared by their looks only where they are not the known name of this id. */
  private knownAs(one: SealMember): readonly SealMember[] {
    const itself = this.saved.known.find((known) => known.id === one.id);
    return itself?.name === one.name ? [itself] : this.saved.known.filter((known) => isSame(known, one));
  }

  private change(part: Partial<Saved>): void {
    this.saved = { ...this.saved, ...part };
    for (const listen of this.listeners) {
      listen();
    }
  }
}

function isSame(one: SealMember, other: SealMember): boolean {
  return one.id === other.id || sameName(one.name, other.name);
}

function plainMember({ id, name, sign, mix }: SealMember): SealMember {
  return { id, name, sign, mix };
}

function read(room: string, text: string | undefined): [Saved, PanelKeys, Uint8Array] | undefined {
  const parsed = v.safeParse(memorySchema, parse(text));
  if (!parsed.success || parsed.output.room !== room) {
    return undefined;
  }
  const { keys, secret } = parsed.output;
  const [sign, mix, bytes] = [asKeys(keys.sign), asKeys(keys.mix), fromBase64(secret)];
  return sign && mix && bytes?.length === 32 ? [parsed.output, { sign, mix }, bytes] : undefined;
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

function asText({ publicKey, privateKey }: KeyPair): Saved['keys']['sign'] {
  return { publicKey: toBase64(publicKey), privateKey: toBase64(privateKey) };
}

function asKeys(saved: Saved['keys']['sign']): KeyPair | undefined {
  const [publicKey, privateKey] = [fromBase64(saved.publicKey), fromBase64(saved.privateKey)];
  return publicKey?.length === 32 && privateKey?.length === 32 ? { publicKey, privateKey } : undefined;
}
