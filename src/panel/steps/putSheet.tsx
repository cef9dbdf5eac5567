import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';
import { Sheet } from '../parts/sheet.js';
import { act } from '../room.js';
import { t } from '../text.js';
import { makeGroup } from './grouping.js';

interface PutSheetProps {
  readonly view: RetroView;
  readonly card: Card;
  readonly onClose: () => void;
  /** The card has its place. */
  readonly onPut: () => void;
}

/** The menu that does what dragging does: type to find a group, Enter to put the card there or to make a new one. */
export function PutSheet({ view, card, onClose, onPut }: PutSheetProps) {
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const groups = view.groups.filter(
    (group) => !group.cards.includes(card.id) && group.name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const put = async (group: string | undefined) => {
    const done =
      group === undefined ? makeGroup(view, card.id, search) : act({ type: 'group/put', group, card: card.id });
    if (await done) {
      onClose();
      onPut();
    }
  };
  return (
    <Sheet title={t('Put into a group')} onClose={onClose}>
      <p class="aside">{card.text}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void put(groups[0]?.id);
        }}
      >
        <input
          ref={field}
          aria-label={t('Find a group, or name a new one')}
          placeholder={t('find a group, or name a new one')}
          value={search}
          maxLength={80}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <div class="stack choices">
          {groups.map((group) => (
            <button type="button" class="plain" key={group.id} onClick={() => void put(group.id)}>
              {group.name}
            </button>
          ))}
          <button type="button" class="plain" onClick={() => void put(undefined)}>
            {search.trim() === '' ? t('A new group') : t('A new group: {0}', search.trim())}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
