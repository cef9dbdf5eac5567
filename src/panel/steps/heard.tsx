import type { CircleView } from '../../retro/viewModel.js';
import { box, clearBoxes } from '../drafts.js';
import { newId } from '../ids.js';
import { useStepMoves } from '../moves.js';
import { ToneBox } from '../parts/toneBox.js';
import { act, actsFor, nameOf, onSharedScreen, room } from '../room.js';
import { t } from '../text.js';

type Hearing = NonNullable<CircleView['hearing']>;

/** "What I heard is …": said by the next person, confirmed by the speaker alone. */
export function Heard({ hearing }: { readonly hearing: Hearing }) {
  return (
    <section class="aside stack" aria-label={t('What was heard')}>
      {hearing.text === undefined ? (
        <Said hearing={hearing} mine={actsFor(hearing.listener)} />
      ) : (
        <Confirm hearing={hearing} text={hearing.text} />
      )}
    </section>
  );
}

/** Whose turn it is to say it back. Whoever facilitates can let it go, so that no round waits for one person. */
function Said({ hearing, mine }: { readonly hearing: Hearing; readonly mine: boolean }) {
  return (
    <>
      <p class="dim">{whoListens(hearing)}</p>
      {mine ? <Say /> : room.value?.facilitates && <SkipMove />}
    </>
  );
}

function whoListens(hearing: Hearing): string {
  if (hearing.listener === room.value?.me) {
    return hearing.loops > 0
      ? t('Almost. Try once more to say what you heard from {0}.', nameOf(hearing.speaker))
      : t('Say what you heard from {0}, in your own words.', nameOf(hearing.speaker));
  }
  return hearing.loops > 0
    ? t('Almost. {0} tries once more to say what they heard.', nameOf(hearing.listener))
    : t('{0} says what they heard from {1}.', nameOf(hearing.listener), nameOf(hearing.speaker));
}

function SkipMove() {
  useStepMoves([{ id: 'skip', key: 'K', label: t('skip'), place: 'start', run: skipHearing }]);
  return null;
}

function skipHearing(): void {
  void act({ type: 'heard/skip' });
}

function Say() {
  const text = box('heard');
  const say = async () => {
    if (await act({ type: 'heard/say', id: newId(), text: text.value.trim() })) {
      clearBoxes('heard');
    }
  };
  useStepMoves([
    {
      id: 'say',
      key: 'Ctrl+Enter',
      label: t('say it'),
      place: 'start',
      disabled: text.value.trim() === '',
      run: () => void say(),
    },
    { id: 'skip', key: 'K', label: t('skip'), place: 'start', run: skipHearing },
  ]);
  const label = t('What I heard is …');
  return (
    <>
      <ToneBox text={text} label={label} hint={label} maxLength={500} autoFocus onCommit={() => void say()} />
      <div class="row">
        <button type="button" class="primary" disabled={text.value.trim() === ''} onClick={() => void say()}>
          {t('Say it')}
        </button>
        <button type="button" onClick={skipHearing}>
          {t('Skip')}
        </button>
      </div>
    </>
  );
}

function Confirm({ hearing, text }: { readonly hearing: Hearing; readonly text: string }) {
  const mine = onSharedScreen() || hearing.speaker === room.value?.me;
  return (
    <>
      <p class="dim">
        {hearing.speaker === room.value?.me
          ? t('Only you can say whether that is it.')
          : t('Only {0} can say whether that is it.', nameOf(hearing.speaker))}
      </p>
      <p class="heard-line">{t('“What I heard is {0}”', text)}</p>
      {mine ? <ConfirmAnswers /> : room.value?.facilitates && <SkipMove />}
    </>
  );
}

function ConfirmAnswers() {
  const answer = (word: 'yes' | 'almost' | 'skip') => () => void act({ type: 'heard/answer', answer: word });
  useStepMoves([
    { id: 'yes', key: 'Y', label: t('yes, that’s it'), place: 'start', next: true, run: answer('yes') },
    { id: 'almost', key: 'A', label: t('almost'), place: 'start', run: answer('almost') },
    { id: 'skip', key: 'K', label: t('skip'), place: 'start', run: answer('skip') },
  ]);
  return (
    <div class="row">
      <button type="button" class="primary" onClick={answer('yes')}>
        {t('Yes, that’s it')}
      </button>
      <button type="button" onClick={answer('almost')}>
        {t('Almost …')}
      </button>
      <button type="button" onClick={answer('skip')}>
        {t('Skip')}
      </button>
    </div>
  );
}
