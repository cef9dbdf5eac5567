import type { RetroView } from '../../retro/viewModel.js';
import { t } from '../text.js';
import { insistOnMixing, mixes, wordsOfRoom } from './secrets.js';

/** The same few words on each panel, when nobody was given false keys; and whether this panel is among those who mix. */
export function RoomsWords({ view }: { readonly view: RetroView }) {
  if (!view.anonymityPossible) {
    return (
      <p class="dim">{t('You are fewer than four: anonymity is not possible. Write what you would say aloud.')}</p>
    );
  }
  const words = wordsOfRoom.value;
  return (
    <section class="stack" aria-label={t('The room’s words')}>
      {words.length > 0 && (
        <div>
          <p class="field-name">{t('The room’s words')}</p>
          <p class="quote small">{words.join(' ')}</p>
          <p class="dim">
            {t('Read them out: when all panels show the same words, nobody in between was given false keys.')}
          </p>
        </div>
      )}
      <Mixes />
    </section>
  );
}

function Mixes() {
  switch (mixes.value) {
    case 'all':
      return <p class="dim">{t('Everyone here mixes: one honest panel is enough, and yours is one.')}</p>;
    case 'drawn':
      return <p class="dim">{t('Your panel is among those who mix, drawn by lot.')}</p>;
    case 'asked':
      return <p class="dim">{t('Your panel mixes, because you asked for it.')}</p>;
    case 'notDrawn':
      return (
        <div class="row">
          <p class="dim">{t('Others mix here, drawn by lot. One honest panel among them is enough.')}</p>
          <button type="button" class="plain" onClick={insistOnMixing}>
            {t('I want to mix too')}
          </button>
        </div>
      );
    default:
      return null;
  }
}
