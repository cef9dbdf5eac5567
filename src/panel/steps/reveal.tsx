import type { RetroView } from '../../retro/viewModel.js';
import { useStepMoves } from '../moves.js';
import { CardText } from '../parts/cardText.js';
import { Lead } from '../parts/lead.js';
import { Tokens } from '../parts/passOn.js';
import { act, may } from '../room.js';
import { t } from '../text.js';

/** All cards at once, shuffled, without an owner. */
export function Reveal({ view }: { readonly view: RetroView }) {
  const open = () => void act({ type: 'reveal/open' });
  const waits = view.write.sealed && may('reveal/open');
  useStepMoves(
    waits ? [{ id: 'reveal', key: 'Enter', label: t('reveal'), place: 'start', next: true, run: open }] : [],
  );
  return (
    <>
      <Lead view={view} title={view.cards.length > 0 ? t('What we wrote') : t('All at once')}>
        {t('Shuffled, and nobody has to own a card. Read in silence first.')}
      </Lead>
      {view.write.sealed && (
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
    </>
  );
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
