import { useState } from 'preact/hooks';
import type { RetroView } from '../../retro/viewModel.js';
import { box, clearBoxes } from '../drafts.js';
import { newId } from '../ids.js';
import { ToneBox } from '../parts/toneBox.js';
import { act, nameOf, present } from '../room.js';
import { t } from '../text.js';

/** Thanks that were said, and room for one more. */
export function Appreciations({ view }: { readonly view: RetroView }) {
  return (
    <div class="beside">
      <ul class="lines">
        {view.appreciations.map((one) => (
          <li key={one.id}>
            <span class="words">
              {one.text}
              <span class="dim"> {one.to === undefined ? t('to all') : t('to {0}', nameOf(one.to))}</span>
            </span>
            <button
              type="button"
              class="plain"
              aria-label={t('Take away: {0}', one.text)}
              onClick={() => void act({ type: 'thanks/remove', id: one.id })}
            >
              ×
            </button>
          </li>
        ))}
        {view.appreciations.length === 0 && <li class="dim">{t('Nothing said yet.')}</li>}
      </ul>
      <Thank />
    </div>
  );
}

function Thank() {
  const [to, setTo] = useState('');
  const text = box('thanks');
  const say = async () => {
    const words = text.value.trim();
    if (words !== '' && (await act({ type: 'thanks/add', id: newId(), text: words, ...(to && { to }) }))) {
      clearBoxes('thanks');
      setTo('');
    }
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <label>
        <span>{t('To')}</span>
        <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{t('all of us')}</option>
          {present.value.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <ToneBox
        text={text}
        label={t('I am grateful for …')}
        hint={t('I am grateful for …')}
        maxLength={500}
        onCommit={() => void say()}
      />
      <div>
        <button type="submit" disabled={text.value.trim() === ''}>
          {t('Say it')}
        </button>
      </div>
    </form>
  );
}
