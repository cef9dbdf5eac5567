import type { RetroView } from '../../retro/viewModel.js';
import { useStepMoves } from '../moves.js';
import { CardText } from '../parts/cardText.js';
import { Lead } from '../parts/lead.js';
import { Tokens } from '../parts/passOn.js';
import { act, may } from '../room.js';
import { t } from '../text.js';
import { MixingState } from '../together/mixingState.js';
import { mixing } from '../together/secrets.js';

/** All cards at once, shuffled, without an owner. */
export function Reveal({ view }: { readonly view: RetroView }) {
  const open = () => void act({ type: 'reveal/open' });
  const apart = view.mode === 'room' && view.cards.length === 0;
  const waits = (view.write.sealed || (apart && mixing.value === undefined)) && may('reveal/open');
  useStepMoves(
    waits ? [{ id: 'reveal', key: 'Enter', label: t('reveal'), place: 'start', next: true, run: open }] : [],
  );
  return (
    <>
      <Lead view={view} title={view.cards.length > 0 ? t('What we wrote') : t('All at once')}>
        {t('Shuffled, and nobody has to own a card. Read in silence first.')}
      </Lead>
      {apart && <Apart view={view} onOpen={open} />}
      {view.write.sealed && !apart && (
        <div class="pass-on">
          <Tokens done={view.write.entries} of={view.write.of} />
          {may('reveal/open') && (
            <button type="button" class="primary" onClick={open}>
              {t('Reveal')}
            </button>
          )}
        </div>
      )}
      {view.cards.length > 0 && <Board view={view} />}
      {view.mode === 'room' && !apart && <Since onOpen={open} />}
    </>
  );
}

/** Everyone's cards are still in their own panels: they leave them together, or not at all. */
function Apart({ view, onOpen }: { readonly view: RetroView; readonly onOpen: () => void }) {
  const busy = mixing.value?.about === 'cards';
  return (
    <div class="pass-on">
      <p class="quote">{busy ? t('One moment of quiet.') : t('Your cards are still with you.')}</p>
      {!busy && <p class="dim">{apartWords(view)}</p>}
      <MixingState about="cards" />
      {may('reveal/open') && !busy && (
        <button type="button" class="primary" onClick={onOpen}>
          {t('Reveal')}
        </button>
      )}
    </div>
  );
}

/** For whoever came late, or wrote on: everyone hands in once more. */
function Since({ onOpen }: { readonly onOpen: () => void }) {
  const busy = mixing.value?.about === 'cards';
  return (
    <div class="row end">
      <MixingState about="cards" />
      {may('reveal/open') && !busy && (
        <button type="button" class="plain" onClick={onOpen}>
          {t('Collect what was written since')}
        </button>
      )}
    </div>
  );
}

function apartWords(view: RetroView): string {
  if (view.anonymity === 'named') {
    return t('They come out all at once, each with its writer’s name.');
  }
  return view.anonymityPossible
    ? t(
        'Everyone hands in as many envelopes of one size. They are mixed by one after the other, and open only when each of you has found their own.',
      )
    : t('They come out all at once and shuffled. You are fewer than four: anonymity is not possible.');
}

/** Cards below their prompts. A prompt that got none is left out. */
export function Board({ view }: { readonly view: RetroView }) {
  const columns = view.prompts.map((prompt) => ({
    prompt,
    cards: view.cards.filter((card) => card.prompt === prompt.id),
  }));
  return (
    <div class="columns">
      {columns
        .filter(({ cards }) => cards.length > 0)
        .map(({ prompt, cards }) => (
          <section key={prompt.id} aria-label={prompt.title}>
            <h2>{prompt.title}</h2>
            <ul class="stack cards">
              {cards.map((card) => (
                <CardText key={card.id} card={card} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
