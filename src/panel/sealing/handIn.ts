/** The contents that this panel hands in, and the keys of its cards. The keys are nowhere but in the memory of this page. */
import type { CardId } from '../../retro/model.js';
import type { Content } from '../../retro/sealing/content.js';
import { boxOf } from '../../retro/sealing/content.js';
import { inLanes, type KeyPair, type SealingCrypto } from '../../retro/sealing/crypto.js';
import type { Purpose } from '../../retro/sealing/messages.js';
import { object } from '../../retro/sealing/objected.js';
import { cardId } from '../../retro/sealing/outcomeEvents.js';
import { placeOf, type Question, questionOf } from '../../retro/sealing/question.js';
import { amendMessage, type RoundPlan } from '../../retro/sealing/transcript.js';
import { box, dropCard, givenVotes, writtenCards } from '../drafts.js';
import { room } from '../room.js';
import { ballotDraft, completeAnswers } from '../together/ballotDrafts.js';
import type { Amendment } from '../together/secrets.js';

/** A card that is in an envelope now. */
export interface SealedCard {
  /** Id of its draft. */
  readonly draft: string;
  readonly id: CardId;
  readonly prompt: string;
  readonly text: string;
}

/** A change of a card, and the card with its question as it was on the screen then. */
type WaitingAmendment = Amendment & { readonly about: string | undefined };

export class HandIn {
  /** By the id of the draft. The same card keeps its key when it is sealed again, so that it can never be there twice. */
  private readonly draftKeys = new Map<string, KeyPair>();
  private readonly cardKeys = new Map<CardId, KeyPair>();
  /** Own cards as they were written. */
  private readonly ownTexts = new Map<CardId, string>();
  private inEnvelopes: readonly SealedCard[] = [];
  /** Drafts that were handed in, with their texts, until the board shows them. */
  private readonly handedIn = new Map<string, string>();
  private amendments: readonly WaitingAmendment[] = [];
  private sealedAmendment: WaitingAmendment | undefined;
  private idle: KeyPair | undefined;
  /** Purposes of ballots that are in an envelope now. */
  private readonly ballots = new Set<Purpose>();

  constructor(
    private readonly crypto: SealingCrypto,
    /** Whether this person said that they are done with it. */
    private readonly isReady: (purpose: Purpose) => boolean,
  ) {}

  /** For a round; what is missing is filled up with blanks by whoever seals. */
  async contents(plan: RoundPlan): Promise<readonly Content[]> {
    const { purpose } = plan.question;
    switch (purpose) {
      case 'cards':
        return this.cards(plan);
      case 'amend':
        return this.amendment(plan);
      default:
        return this.ballot(plan.question);
    }
  }

  /** A round of ballots is over. @returns whether this panel had one in it */
  ballotIsOut(purpose: Purpose): boolean {
    return this.ballots.delete(purpose);
  }

  /** The cards are out of this panel's hands; their drafts wait until the board shows them. @returns what has to be there */
  cardsAreOut(): readonly SealedCard[] {
    const out = this.inEnvelopes;
    this.inEnvelopes = [];
    for (const card of out) {
      const key = this.draftKeys.get(card.draft);
      if (key !== undefined) {
        this.cardKeys.set(card.id, key);
        this.ownTexts.set(card.id, card.text);
      }
      this.handedIn.set(card.draft, card.text);
    }
    return out;
  }

  /**
   * The end of the wait for the board. Cards that are there are no drafts any more, unless the person wrote on; others are handed in
   * once more with the next round, with the same key, so that they can never be there twice.
   */
  settle(cards: readonly SealedCard[], areThere: boolean): void {
    const now = new Map(writtenCards().map((card) => [card.id, card.text]));
    for (const { draft, prompt, text } of cards) {
      this.handedIn.delete(draft);
      if (areThere) {
        this.draftKeys.delete(draft);
        if (now.get(draft) === text) {
          dropCard(prompt, draft);
        }
      }
    }
  }

  /** Cards whose keys are here, with the words of their writer. */
  get own(): ReadonlyMap<CardId, string> {
    return new Map(this.ownTexts);
  }

  /** Own cards that have other words on the screen than those of their writer. A change may be shown before its round is over. */
  reworded(cards: readonly { readonly id: CardId; readonly text: string }[]): readonly CardId[] {
    const changed = ({ id, text }: (typeof cards)[number]) =>
      this.amendments.some((one) => one.type === 'card/edit' && one.id === id && one.text.trim() === text);
    const isOther = (card: (typeof cards)[number]) => {
      const own = this.ownTexts.get(card.id);
      return own !== undefined && own !== card.text && !changed(card);
    };
    return cards.filter(isOther).map((card) => card.id);
  }

  /** A later change of the same kind takes the place of an earlier one. */
  amend(change: Amendment): void {
    const others = this.amendments.filter((one) => one.id !== change.id || one.type !== change.type);
    const view = room.peek();
    const cards = view === undefined ? [] : questionOf(view, 'amend').items;
    this.amendments = [...others, { ...change, about: cards.find((item) => item.id === change.id)?.text }];
  }

  amendmentIsOut(): void {
    const { sealedAmendment } = this;
    this.sealedAmendment = undefined;
    if (sealedAmendment?.type === 'card/edit') {
      this.ownTexts.set(sealedAmendment.id, sealedAmendment.text.trim());
    }
    this.amendments = this.amendments.filter((one) => one !== sealedAmendment);
  }

  /** It goes with the next round. */
  amendmentWaits(): void {
    this.sealedAmendment = undefined;
  }

  /** Cards with a change that waits. */
  get amending(): ReadonlySet<CardId> {
    return new Set(this.amendments.map((change) => change.id));
  }

  private ballot(question: Question): readonly Content[] {
    const { purpose } = question;
    this.ballots.delete(purpose);
    const content = this.isReady(purpose) ? ballotOf(question) : undefined;
    if (content === undefined) {
      return [];
    }
    this.ballots.add(purpose);
    return [content];
  }

  private async cards({ slots, question }: RoundPlan): Promise<readonly Content[]> {
    if (room.peek()?.kind !== 'reveal') {
      // Nothing at all would leave those alone who hand something in.
      return object('question');
    }
    const written = writtenCards().filter((card) => this.handedIn.get(card.id) !== card.text);
    // Who has more than fits says so in an envelope of its own, so that no card tells it.
    const now = written.length > slots ? written.slice(0, slots - 1) : written;
    // An alias that nobody typed is none: a word of the panel's own would tell its language.
    const typed = box('alias').peek().trim();
    const alias = question.anonymity === 'alias' && typed !== '' ? { alias: typed } : {};
    const sealed: SealedCard[] = [];
    const contents: Content[] = [];
    // As many keys for everyone, whatever they wrote: how long it takes must not tell how much that was.
    const keys = await inLanes(1, Array.from({ length: slots }), () => this.crypto.newSigningKeys());
    for (const [index, { id: draft, prompt, text }] of now.entries()) {
      const pair = this.draftKeys.get(draft) ?? keys[index];
      if (pair === undefined) {
        break;
      }
      this.draftKeys.set(draft, pair);
      const key = pair.publicKey;
      sealed.push({ draft, id: cardId(this.crypto, key), prompt, text });
      const place = placeOf(question, prompt) ?? object('question');
      contents.push({ kind: 'card', prompt: place, text, key, ...alias });
    }
    this.inEnvelopes = sealed;
    return written.length > slots ? [...contents, { kind: 'more' }] : contents;
  }

  private async amendment({ id: round, question }: RoundPlan): Promise<readonly Content[]> {
    const next = this.amendments.find((change) => isStillAsked(change, question));
    const own = next && this.cardKeys.get(next.id);
    // Who has nothing to change signs as well, so that the answer takes as long.
    this.idle ??= await this.crypto.newSigningKeys();
    const { change, text } = next === undefined ? ({ change: 'edit', text: '' } as const) : changeOf(next);
    const signature = await this.crypto.sign(own ?? this.idle, amendMessage(round, change, text));
    if (next === undefined || own === undefined) {
      return [];
    }
    this.sealedAmendment = next;
    return [{ kind: 'amend', change, text, key: own.publicKey, signature }];
  }
}

/** The ballot that waits in this panel. @throws Objected when it is about something that is not asked */
function ballotOf(question: Question): Content | undefined {
  const box = boxOf(question.purpose);
  if (box !== undefined) {
    const answers = completeAnswers(ballotDraft(box).peek());
    return answers && { kind: 'answers', answers };
  }
  const given = Object.entries(givenVotes());
  return { kind: 'votes', votes: given.map(([id, count]) => [placeOf(question, id) ?? object('question'), count]) };
}

/** An answer belongs to the question that was on the screen when it was written. */
function isStillAsked(change: WaitingAmendment, { items }: Question): boolean {
  return change.type !== 'card/answer' || items.find((item) => item.id === change.id)?.text === change.about;
}

function changeOf(change: Amendment): { readonly change: 'edit' | 'withdraw' | 'answer'; readonly text: string } {
  switch (change.type) {
    case 'card/edit':
      return { change: 'edit', text: change.text };
    case 'card/withdraw':
      return { change: 'withdraw', text: '' };
    case 'card/answer':
      return { change: 'answer', text: change.answer };
  }
}
