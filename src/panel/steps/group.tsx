import { useSignal } from '@preact/signals';
import type { Card } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';
import { useStepMoves } from '../moves.js';
import { cardDrag, dropPlace } from '../parts/dragging.js';
import { Lead } from '../parts/lead.js';
import { act, may } from '../room.js';
import { t } from '../text.js';
import { GroupBlock } from './groupBlock.js';
import { putTogether } from './grouping.js';
import { PutSheet } from './putSheet.js';

/** What belongs together: by drag, or by a menu with search. */
export function Grouping({ view }: { readonly view: RetroView }) {
  const putting = useSignal<string | undefined>(undefined);
  const grouped = new Set(view.groups.flatMap((group) => group.cards));
  const alone = view.cards.filter((card) => !grouped.has(card.id));
  const put = may('group/put');
  useStepMoves([
    {
      id: 'put',
      key: 'G',
      label: t('put into a group'),
      place: 'start',
      disabled: !put,
      run: () => (putting.value = focusedCard()),
    },
    {
      id: 'undo',
      key: 'U',
      label: t('undo'),
      place: 'start',
      disabled: !view.canUndo,
      run: () => void act({ type: 'group/undo' }),
    },
    { id: 'down', key: 'ArrowDown', label: t('next card'), place: 'hidden', run: () => focusCard(1) },
    { id: 'up', key: 'ArrowUp', label: t('card before'), place: 'hidden', run: () => focusCard(-1) },
  ]);
  const card = view.cards.find((candidate) => candidate.id === putting.value);
  return (
    <>
      <Lead view={view} title={t('What belongs together?')}>
        {t('Drag a card onto another, or press G on it. Anyone may; nothing is lost.')}
      </Lead>
      <div class="groups">
        {view.groups.map((group) => (
          <GroupBlock key={group.id} group={group} view={view} onPut={(id) => (putting.value = id)} />
        ))}
      </div>
      <ul class="board" aria-label={t('Cards without a group')}>
        {alone.map((one) => (
          <LooseCard key={one.id} card={one} view={view} onPut={() => (putting.value = one.id)} />
        ))}
      </ul>
      {card && (
        <PutSheet
          view={view}
          card={card}
          onClose={() => (putting.value = undefined)}
          onPut={() => focusPlace(alone.indexOf(card))}
        />
      )}
    </>
  );
}

interface LooseCardProps {
  readonly card: Card;
  readonly view: RetroView;
  readonly onPut: () => void;
}

function LooseCard({ card, view, onPut }: LooseCardProps) {
  return (
    <li
      class="card loose"
      data-card={card.id}
      {...cardDrag(card.id)}
      {...dropPlace((other) => void putTogether(view, other, card.id))}
    >
      <p>{card.text}</p>
      <button type="button" class="plain put" aria-label={t('put into …, card: {0}', card.text)} onClick={onPut}>
        {t('put into …')}
      </button>
    </li>
  );
}

function focusedCard(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card;
}

/** Where a card was taken away the next one is at hand, so that many are put away in a row. */
function focusPlace(place: number): void {
  requestAnimationFrame(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.board .put')];
    (all[Math.max(0, place)] ?? all.at(-1) ?? document.querySelector<HTMLElement>('h1'))?.focus();
  });
}

/** Goes from card to card by their buttons, so that Tab, arrows and screen readers agree on where we are. */
function focusCard(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-card] .put')];
  const at = all.findIndex((button) => button.matches(':focus'));
  all[at < 0 ? 0 : (at + step + all.length) % all.length]?.focus();
}
