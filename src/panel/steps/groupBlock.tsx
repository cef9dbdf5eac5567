import type { Group } from '../../retro/topics.js';
import type { RetroView } from '../../retro/viewModel.js';
import { cardDrag, dropPlace } from '../parts/dragging.js';
import { act, may } from '../room.js';
import { t } from '../text.js';

interface GroupBlockProps {
  readonly group: Group;
  readonly view: RetroView;
  readonly onPut: (card: string) => void;
}

/** A group with its name, which anyone may find better words for. */
export function GroupBlock({ group, view, onPut }: GroupBlockProps) {
  const cards = view.cards.filter((card) => group.cards.includes(card.id));
  return (
    <section
      class="group"
      aria-label={group.name}
      {...dropPlace((card) => void act({ type: 'group/put', group: group.id, card }))}
    >
      <input
        class="group-name"
        aria-label={t('Name of the group')}
        value={group.name}
        maxLength={80}
        disabled={!may('group/name')}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onChange={(event) => {
          const name = event.currentTarget.value.trim();
          if (name !== '' && name !== group.name) {
            void act({ type: 'group/name', group: group.id, name });
          }
        }}
      />
      <ul>
        {cards.map((card) => (
          <li key={card.id} class="grouped" data-card={card.id} {...cardDrag(card.id)}>
            <p>{card.text}</p>
            <span class="row">
              <button
                type="button"
                class="plain put"
                aria-label={t('put into …, card: {0}', card.text)}
                onClick={() => onPut(card.id)}
              >
                {t('put into …')}
              </button>
              <button
                type="button"
                class="plain"
                aria-label={t('take out, card: {0}', card.text)}
                onClick={() => void act({ type: 'group/take', card: card.id })}
              >
                {t('take out')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
