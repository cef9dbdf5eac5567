import { useState } from 'preact/hooks';
import type { Card } from '../../retro/model.js';
import { box, clearBoxes } from '../drafts.js';
import { act, may } from '../room.js';
import { t } from '../text.js';
import { amendCard, amending, ownCards } from '../together/secrets.js';
import { Field, SmallForm } from './field.js';

/** A card as everyone reads it, with the question someone pinned to it and what can be done about the card. */
export function CardText({ card }: { readonly card: Card }) {
  const [doing, setDoing] = useState<'ask' | 'answer' | 'edit'>();
  const stop = () => setDoing(undefined);
  return (
    <li class="card">
      <p class="with-menu">{card.text}</p>
      {'by' in card && <p class="dim">{card.by}</p>}
      {card.asked && (
        <p class="dim">
          {t('Asked of the writer: {0}', card.asked.question)}
          {card.asked.answer && <span class="reply">{card.asked.answer}</span>}
        </p>
      )}
      {amending.value.has(card.id) && (
        <p class="dim">{t('Your change goes out with everyone’s next envelopes, within a minute.')}</p>
      )}
      {doing === undefined ? (
        <CardMenu card={card} onDo={setDoing} />
      ) : (
        <CardForm card={card} doing={doing} onDone={stop} />
      )}
    </li>
  );
}

interface CardMenuProps {
  readonly card: Card;
  readonly onDo: (what: 'ask' | 'answer' | 'edit') => void;
}

/** A board has many cards and one menu that is open: what is in the others is not made. */
function CardMenu({ card, onDo }: CardMenuProps) {
  const [open, setOpen] = useState(false);
  const offered = may('card/ask') || holds(card);
  return offered ? (
    <details class="card-menu" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('What can be done with: {0}', card.text)}>…</summary>
      {open && <MenuChoices card={card} onDo={onDo} />}
    </details>
  ) : null;
}

/** Whoever holds the card's key, or the shared screen in front of everyone. */
function holds(card: Card): boolean {
  return may('card/edit') || ownCards.value.has(card.id);
}

/** A writer's change goes with everyone's envelopes, so that the line it came on says nothing. */
async function change(event: Parameters<typeof amendCard>[0]): Promise<boolean> {
  if (may(event.type)) {
    return act(event);
  }
  amendCard(event);
  return true;
}

function MenuChoices({ card, onDo }: CardMenuProps) {
  const all: (readonly [label: string, run: () => void] | false)[] = [
    may('card/ask') && !card.asked && [t('ask the writer'), () => onDo('ask')],
    holds(card) && card.asked !== undefined && [t('answer, nameless'), () => onDo('answer')],
    holds(card) && [t('reword'), () => onDo('edit')],
    holds(card) && [t('withdraw'), () => void change({ type: 'card/withdraw', id: card.id })],
  ];
  return (
    <>
      {all
        .filter((one) => one !== false)
        .map(([label, run]) => (
          <button type="button" class="plain" key={label} onClick={run}>
            {label}
          </button>
        ))}
    </>
  );
}

interface CardFormProps {
  readonly card: Card;
  readonly doing: 'ask' | 'answer' | 'edit';
  readonly onDone: () => void;
}

function CardForm({ card, doing, onDone }: CardFormProps) {
  const name = `${doing}-${card.id}`;
  const text = box(name);
  const words = text.value.trim();
  // What the hub shows of one's own card could carry a mark.
  const ownText = ownCards.value.get(card.id) ?? card.text;
  const send = async () => {
    const event = eventFor(card, doing, words);
    if (await (event.type === 'card/ask' ? act(event) : change(event))) {
      clearBoxes(name);
      onDone();
    }
  };
  return (
    <SmallForm ready={words !== ''} onSend={() => void send()} onCancel={onDone}>
      <Field label={labelOf(doing)} text={text} kept={doing === 'edit' ? ownText : undefined} autoFocus />
    </SmallForm>
  );
}

function eventFor(card: Card, doing: CardFormProps['doing'], text: string) {
  switch (doing) {
    case 'ask':
      return { type: 'card/ask', id: card.id, question: text } as const;
    case 'answer':
      return { type: 'card/answer', id: card.id, answer: text } as const;
    case 'edit':
      return { type: 'card/edit', id: card.id, text } as const;
  }
}

function labelOf(doing: CardFormProps['doing']): string {
  switch (doing) {
    case 'ask':
      return t('A question to whoever wrote this');
    case 'answer':
      return t('The answer, without a name');
    case 'edit':
      return t('In other words');
  }
}
