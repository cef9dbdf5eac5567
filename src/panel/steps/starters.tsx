import { useState } from 'preact/hooks';
import { type StarterNorm, starterNorms } from '../../norms/starterNorms.js';
import type { RetroView } from '../../retro/viewModel.js';
import { act } from '../room.js';
import { t } from '../text.js';

/** Norms to choose from, for a team that has none yet. Each is proposed like any other, and can be reworded. */
export function Starters({ view }: { readonly view: RetroView }) {
  const [isOpen, setOpen] = useState(view.norms.length === 0);
  const there = new Set(view.norms.map((norm) => norm.id));
  const left = starterNorms.filter((norm) => !there.has(norm.id));
  if (!isOpen) {
    return (
      <button type="button" class="plain starters" onClick={() => setOpen(true)}>
        {t('Show norms to choose from')}
      </button>
    );
  }
  return left.length === 0 ? null : (
    <section class="starters" aria-label={t('Norms to choose from')}>
      <p class="dim">{t('Some to choose from. Few are enough, and each can be reworded.')}</p>
      <ul class="lines starter-list">
        {left.map((norm) => (
          <Starter key={norm.id} norm={norm} />
        ))}
      </ul>
    </section>
  );
}

function Starter({ norm }: { readonly norm: StarterNorm }) {
  const { id, text, why } = norm;
  return (
    <li>
      <div class="words">
        <p>{text}</p>
        <p class="dim">{why}</p>
      </div>
      <button
        type="button"
        class="plain"
        aria-label={t('Propose: {0}', text)}
        onClick={() => void act({ type: 'norm/add', id, text, why })}
      >
        {t('Propose')}
      </button>
    </li>
  );
}
