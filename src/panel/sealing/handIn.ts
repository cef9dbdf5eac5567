/** What this panel hands in, and the keys of its cards. The keys are nowhere but in the memory of this page. */
import type { CardId } from '../../retro/model.js';
import type { Content } from '../../retro/sealing/content.js';
import { inLanes, type KeyPair, type SealingCrypto } from '../../retro/sealing/crypto.js';
import { boxOf, cardId } from '../../retro/sealing/outcomeEvents.js';
import { amendMessage, type RoundPlan } from '../../retro/sealing/transcript.js';
import { box, dropCard, votes, writtenCards } from '../drafts.js';
import { room } from '../room.js';
import { t } from '../text.js';
import { ballotDraft, completeAnswers } from '../together/ballotDrafts.js';
import type { Amendment } from '../together/secrets.js';

/** A card that is in an envelope now. */
export interface SealedCard {
  readonly id: CardId;
  readonly prompt: string;
  readonly text: string;
}

export class HandIn {
  /** By the id of the draft. The same card keeps its key when it is sealed again, so that it can never be there twice. */
  private readonly draftKeys = new Map<string, KeyPair>();
  private readonly cardKeys = new Map<CardId, KeyPair>();
  private inEnvelopes: readonly (SealedCard & { readonly draft: string })[] = [];
  private amendments: readonly Amendment[] = [];
  private sealedAmendment: Amendment | undefined;
  private idle: KeyPair | undefined;

  constructor(
    private readonly crypto: SealingCrypto,
    /** Whether this person said that they are done with it. */
    private readonly isReady: (purpose: RoundPlan['purpose']) => boolean,
  ) {}

  /** For a round; what is missing is filled up with blanks by whoever seals. */
  async contents(plan: RoundPlan): Promise<readonly Content[]> {
    const { purpose, slots, id } = plan;
    const asked = boxOf(purpose);
    switch (purpose) {
      case 'cards':
        return this.cards(slots);
      case 'amend':
        return this.amendment(id);
      case 'vote':
        return this.isReady(purpose) ? [{ kind: 'votes', votes: votes.peek() }] : [];
      default: {
        const answers = asked && this.isReady(purpose) ? completeAnswers(ballotDraft(asked).peek()) : undefined;
        return answers === undefined ? [] : [{ kind: 'answers', answers }];
      }
    }
  }

  /** The cards are out: they are no drafts any more, unless someone wrote on. @returns what has to be on the board */
  cardsAreOut(): readonly SealedCard[] {
    const out = this.inEnvelopes;
    this.inEnvelopes = [];
    const now = new Map(writtenCards().map((card) => [card.id, card.text]));
    for (const { draft, id, prompt, text } of out) {
      const key = this.draftKeys.get(draft);
      this.draftKeys.delete(draft);
      if (key !== undefined) {
        this.cardKeys.set(id, key);
      }
      if (now.get(draft) === text) {
        dropCard(prompt, draft);
      }
    }
    return out;
  }

  /** Cards whose keys are here. */
  get own(): ReadonlySet<CardId> {
    return new Set(this.cardKeys.keys());
  }

  /** A later change of the same kind takes the place of an earlier one. */
  amend(change: Amendment): void {
    const others = this.amendments.filter((one) => one.id !== change.id || one.type !== change.type);
    this.amendments = [...others, change];
  }

  amendmentIsOut(): void {
    const { sealedAmendment } = this;
    this.sealedAmendment = undefined;
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

  private async cards(slots: number): Promise<readonly Content[]> {
    const view = room.peek();
    if (view === undefined || (view.kind !== 'write' && view.kind !== 'reveal')) {
      return [];
    }
    const written = writtenCards();
    // Who has more than fits says so in an envelope of its own, so that no card tells it.
    const now = written.length > slots ? written.slice(0, slots - 1) : written;
    const alias = view.anonymity === 'alias' ? { alias: box('alias').peek().trim() || t('Someone') } : {};
    const sealed: (SealedCard & { readonly draft: string })[] = [];
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
      contents.push({ kind: 'card', prompt, text, key, ...alias });
    }
    this.inEnvelopes = sealed;
    return written.length > slots ? [...contents, { kind: 'more' }] : contents;
  }

  private async amendment(round: string): Promise<readonly Content[]> {
    const next = this.amendments[0];
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
