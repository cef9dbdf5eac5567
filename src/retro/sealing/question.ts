/**
 * The question of a sealed round: everything that a person reads before they answer, as one list that each panel makes from its own
 * view. Its digest is part of what is signed and of every lock, so a round opens only when all panels showed the same. Envelopes hold
 * places in this list, never an id or a text out of a view: a hub that shows each person other ids or other words learns nothing.
 */
import type { Anonymity, Card } from '../model.js';
import type { RetroView } from '../viewModel.js';
import { listed, number32, toBase64 } from './bytes.js';
import { boxOf } from './content.js';
import type { SealingCrypto } from './crypto.js';
import type { Base64, Purpose } from './messages.js';

/** Something that an answer can be about. Its place in {@link Question.items} stands for it in an envelope. */
export interface Item {
  readonly id: string;
  readonly text: string;
}

export interface Question {
  readonly purpose: Purpose;
  readonly anonymity: Anonymity;
  /** Prompts, topics or cards, in the order in which they are shown. */
  readonly items: readonly Item[];
  /** Other words that stand beside the question. */
  readonly context: readonly string[];
  /** Votes of each person, and votes of one person for one topic; 0 where nobody votes. */
  readonly budget: number;
  readonly cap: number;
}

/** The parts of a view that questions are made of. */
export type Asking = Pick<RetroView, 'title' | 'template' | 'prompts' | 'steps' | 'cards' | 'commitments' | 'vote'> & {
  readonly anonymity: Anonymity;
  readonly talk: Pick<RetroView['talk'], 'topics'>;
};

/** The question of a round, as this view shows it. */
export function questionOf(view: Asking, purpose: Purpose): Question {
  const context = purpose === 'amend' ? [view.title] : [view.title, ...wordsOfSteps(view)];
  const plain = { purpose, anonymity: view.anonymity, context, items: [], budget: 0, cap: 0 };
  switch (purpose) {
    case 'cards':
      return { ...plain, items: view.prompts.map(promptItem) };
    case 'vote':
      return {
        ...plain,
        items: view.talk.topics.map(topicItem),
        context: [...context, ...wordsOfBoard(view)],
        ...budgetOf(view),
      };
    case 'amend':
      return { ...plain, items: view.cards.map(cardItem) };
    default:
      return { ...plain, context: [...context, ...wordsOfBox(view, boxOf(purpose))] };
  }
}

/** SHA-256 over all of it. */
export function questionDigest(crypto: SealingCrypto, question: Question): Base64 {
  const { purpose, anonymity, items, context, budget, cap } = question;
  const parts = items.flatMap((item) => [item.id, item.text]);
  const sizes = [budget, cap, items.length, context.length].map(number32);
  return toBase64(crypto.hash(listed('question', purpose, anonymity, ...sizes, ...parts, ...context)));
}

/**
 * The name of what an answer is about. The same promise under another id is the same question, so two counts of it can be compared.
 */
export function subjectOf(crypto: SealingCrypto, { purpose, context }: Question): string {
  if (!purpose.startsWith('ballot/confidence/')) {
    return purpose;
  }
  const letters = (context.at(-1) ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return `ballot/confidence/${toBase64(crypto.hash(listed('subject', letters)))}`;
}

/** The place of an item, for an envelope; nothing when the question does not have it. */
export function placeOf(question: Question, id: string): number | undefined {
  const place = question.items.findIndex((item) => item.id === id);
  return place < 0 ? undefined : place;
}

function promptItem({ id, title, hint }: RetroView['prompts'][number]): Item {
  return { id, text: `${title}\n${hint ?? ''}` };
}

function topicItem({ id, title, cards }: RetroView['talk']['topics'][number]): Item {
  return { id, text: [title, ...cards].join('\n') };
}

function cardItem({ id, prompt, text, asked, ...rest }: Card): Item {
  const by = 'by' in rest ? rest.by : '';
  return { id, text: JSON.stringify([prompt, text, by, asked?.question ?? '', asked?.answer ?? '']) };
}

function budgetOf({ vote }: Asking): Pick<Question, 'budget' | 'cap'> {
  return { budget: vote.budget, cap: vote.cap };
}

/**
 * The words at the head of steps. Steps can be moved, skipped and added while people write, so they are in the order of their ids, and
 * those without words are left out.
 */
function wordsOfSteps({ template, steps }: Asking): readonly string[] {
  const said = steps.filter(({ title, guide, prompts }) => title ?? guide ?? prompts);
  const words = said.map(({ id, kind, title, guide, prompts }) =>
    JSON.stringify([id, kind, title ?? '', guide ?? '', prompts ?? '']),
  );
  return [template.name, template.about, ...words.toSorted()];
}

function wordsOfBoard({ cards }: Asking): readonly string[] {
  return cards.flatMap((card) => [card.id, card.text]);
}

/** A commitment is shown by its parts, in the language of the panel. Its words come last. */
function wordsOfBox({ commitments }: Asking, box = ''): readonly string[] {
  const commitment = commitments.find((one) => `confidence/${one.id}` === box);
  if (commitment === undefined) {
    return [];
  }
  const { when, will, team, how, revisit } = commitment;
  return [JSON.stringify([team, how ?? '', revisit ?? '']), JSON.stringify([when, will])];
}
