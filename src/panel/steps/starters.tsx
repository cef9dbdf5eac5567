import { useState } from 'preact/hooks';
import { type StarterNorm, starterNorms } from '../../norms/starterNorms.js';
import type { RetroView } from '../../retro/viewModel.js';
import { act } from '../room.js';
import { t } from '../text.js';

/** Norms to choose from, for a team that has none yet. Each is proposed like any other, and can be reworded. */
export function Starters({ view }: { readonly view: RetroView }) {
  const [wanted, setWanted] = useState(false);
  const there = new Set(view.norms.map((norm) => norm.id));
  const left = starterNorms.filter((norm) => !there.has(norm.id));
  if (view.norms.length > 0 && !wanted) {
    return (
      <button type="button" class="plain starters" onClick={() => setWanted(true)}>
        {t('Show norms to choose from')}
      </button>
    );
  }
  return left.length === 0 ? null : (
    <section class="starters" aria-label={t('Norms to choose from')}>
      <p class="dim">{t('Some to choose from. Few are enough, and each can be reworded.')}</p>
      <ul class="lines starter-list">
        {left.map((norm) => (
          <Starter
            key={norm.id}
            norm={norm}
            onChosen={() => {
              // The list stays open for the next one.
              setWanted(true);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function Starter({ norm, onChosen }: { readonly norm: StarterNorm; readonly onChosen: () => void }) {
  const { id, text, why } = norm;
  const propose = async () => {
    if (await act({ type: 'norm/add', id, text, why })) {
      onChosen();
    }
  };
  return (
    <li>
      <div class="words">
        <p>{text}</p>
        <p class="dim">{why}</p>
      </div>
      <button type="button" class="plain" aria-label={t('Propose: {0}', text)} onClick={() => void propose()}>
        {t('Propose')}
      </button>
    </li>
  );
}
