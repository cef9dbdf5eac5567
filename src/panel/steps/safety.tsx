import type { RetroView } from '../../retro/viewModel.js';
import { BallotResult, type Question, SecretBallot } from '../parts/secretBallot.js';
import { act, may } from '../room.js';
import { t } from '../text.js';

/** A secret look at how safe it feels to speak here today. A low answer opens a way, and no search for who gave it. */
export function Safety({ view }: { readonly view: RetroView }) {
  const box = view.boxes.safety;
  const questions = [safetyQuestion()];
  return (
    <section class="stack" aria-label={t('Safety check')}>
      {box === undefined && may('ballot/open') && (
        <div>
          <button type="button" onClick={() => void act({ type: 'ballot/open', box: 'safety' })}>
            {t('Ask in secret how safe it feels')}
          </button>
        </div>
      )}
      {box?.status === 'open' && <SecretBallot name="safety" box={box} questions={questions} />}
      {box?.status === 'counted' && <BallotResult box={box} questions={questions} />}
      {view.safetyLow && !view.safetyFirst && (
        <div class="aside stack">
          <p>
            {t(
              'Not everyone feels safe to speak today, and nobody needs to say who. We can begin with that: cards without names, and our norms first.',
            )}
          </p>
          {may('safety/first') && (
            <div>
              <button type="button" class="primary" onClick={() => void act({ type: 'safety/first' })}>
                {t('Make it safe first')}
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function safetyQuestion(): Question {
  return {
    text: t('How safe does it feel to say what you think, today, here?'),
    answers: [
      { value: 0, label: t('I will stay silent') },
      { value: 1, label: t('little') },
      { value: 2, label: t('some of it') },
      { value: 3, label: t('most of it') },
      { value: 4, label: t('anything') },
    ],
  };
}
