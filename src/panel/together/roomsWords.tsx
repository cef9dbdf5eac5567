import type { RetroView } from '../../retro/viewModel.js';
import { t } from '../text.js';
import { insistOnMixing, mixes, wordsOfRoom } from './secrets.js';

/** The room's words, which are the same on each panel when nobody was given false keys; and whether this panel mixes. */
export function RoomsWords({ view }: { readonly view: RetroView }) {
  if (!view.anonymityPossible) {
    return (
      <p class="dim">{t('You are fewer than four: anonymity is not possible. Write what you would say aloud.')}</p>
    );
  }
  const words = wordsOfRoom.value;
  return (
    <section class="stack" aria-label={t('The room’s words')}>
      {words && (
        <div>
          <p class="field-name">{t('The room’s words')}</p>
          <p class="quote small">{words.words.join(' ')}</p>
          <p class="dim">
            {t(
              'These words stand for {0} people. Read them out, and count who is here: when all panels show the same words, nobody was given false keys and nobody else is among you.',
              words.people,
            )}
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
