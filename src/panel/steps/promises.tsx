import { useState } from 'preact/hooks';
import type { PromiseAnswer } from '../../retro/model.js';
import type { PromiseView, RetroView } from '../../retro/viewModel.js';
import { dayInWords } from '../days.js';
import { box, clearBoxes } from '../drafts.js';
import type { Move } from '../keys.js';
import { useStepMoves } from '../moves.js';
import { Field, SmallForm } from '../parts/field.js';
import { Lead } from '../parts/lead.js';
import { act } from '../room.js';
import { t } from '../text.js';

/** What we promised each other last time, one after the other. "Let go" is as good an ending as "kept". */
export function Promises({ view }: { readonly view: RetroView }) {
  const [chosen, choose] = useState<string>();
  const current =
    view.promises.find((promise) => promise.id === chosen) ?? view.promises.find((promise) => !promise.answer);
  return (
    <>
      <Lead view={view} title={t('What we promised')}>
        {view.promises.length === 0
          ? t('No promise is open. A good place to start from.')
          : t('Kept, changed, let go, or still on it: each is a good answer.')}
      </Lead>
      <div class="beside">
        <div>
          {current ? (
            <Walk key={current.id} promise={current} onNext={() => choose(undefined)} />
          ) : (
            <AllWalked view={view} />
          )}
        </div>
        {view.promises.length > 0 && (
          <ol class="lines" aria-label={t('All open promises')}>
            {view.promises.map((promise) => (
              <li key={promise.id}>
                <button
                  type="button"
                  class="plain words"
                  aria-current={promise === current}
                  onClick={() => choose(promise.id)}
                >
                  {promise.promise}
                </button>
                <span class="dim">{promise.answer ? answerName(promise.answer) : ''}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

function AllWalked({ view }: { readonly view: RetroView }) {
  return view.promises.length > 0 ? <p class="quote">{t('Each promise has its answer.')}</p> : null;
}

interface WalkProps {
  readonly promise: PromiseView;
  readonly onNext: () => void;
}

function Walk({ promise, onNext }: WalkProps) {
  const [asking, ask] = useState<'changed' | 'letGo'>();
  const answer = async (given: PromiseAnswer) => {
    if (await act({ type: 'promise/answer', id: promise.id, answer: given })) {
      ask(undefined);
      onNext();
    }
  };
  useStepMoves(promise.yours && !asking ? walkMoves(answer, ask) : []);
  return (
    <div class="stack">
      <p class="quote">{promise.promise}</p>
      <p class="dim">{promiseStory(promise)}</p>
      {promise.yours && <Answers promise={promise} asking={asking} ask={ask} answer={answer} />}
      <Reflection promise={promise} />
    </div>
  );
}

interface AnswersProps {
  readonly promise: PromiseView;
  readonly asking: 'changed' | 'letGo' | undefined;
  readonly ask: (what: 'changed' | 'letGo' | undefined) => void;
  readonly answer: (answer: PromiseAnswer) => Promise<void>;
}

function Answers({ promise, asking, ask, answer }: AnswersProps) {
  if (asking === 'changed') {
    return <Changed promise={promise} answer={answer} onCancel={() => ask(undefined)} />;
  }
  if (asking === 'letGo') {
    return <LetGo promise={promise} answer={answer} onCancel={() => ask(undefined)} />;
  }
  const pressed = (kind: PromiseAnswer['kind']) => promise.answer?.kind === kind;
  return (
    <div class="row">
      <button type="button" aria-pressed={pressed('kept')} onClick={() => void answer({ kind: 'kept' })}>
        {t('Kept')}
      </button>
      <button type="button" aria-pressed={pressed('changed')} onClick={() => ask('changed')}>
        {t('Changed …')}
      </button>
      <button type="button" aria-pressed={pressed('letGo')} onClick={() => ask('letGo')}>
        {t('Let go …')}
      </button>
      <button type="button" aria-pressed={pressed('still')} onClick={() => void answer({ kind: 'still' })}>
        {t('Still on it')}
      </button>
    </div>
  );
}

interface EndingProps {
  readonly promise: PromiseView;
  readonly answer: (answer: PromiseAnswer) => Promise<void>;
  readonly onCancel: () => void;
}

function Changed({ promise, answer, onCancel }: EndingProps) {
  const words = box(`changed-${promise.id}`);
  const agreedWith = box(`agreed-${promise.id}`);
  const because = box(`because-${promise.id}`);
  const ready = words.value.trim() !== '' && agreedWith.value.trim() !== '';
  const send = () => {
    const reason = because.value.trim();
    void answer({
      kind: 'changed',
      promise: words.value.trim(),
      agreedWith: agreedWith.value.trim(),
      ...(reason && { because: reason }),
    });
    clearBoxes(`changed-${promise.id}`, `agreed-${promise.id}`, `because-${promise.id}`);
  };
  return (
    <SmallForm ready={ready} onSend={send} onCancel={onCancel}>
      <Field label={t('What it is now')} text={words} autoFocus />
      <Field label={t('Agreed with')} text={agreedWith} />
      <Field label={t('Because (if you like)')} text={because} />
    </SmallForm>
  );
}

function LetGo({ promise, answer, onCancel }: EndingProps) {
  const because = box(`because-${promise.id}`);
  const send = () => {
    void answer({ kind: 'letGo', because: because.value.trim() });
    clearBoxes(`because-${promise.id}`);
  };
  return (
    <SmallForm ready={because.value.trim() !== ''} onSend={send} onCancel={onCancel}>
      <Field label={t('We let it go, because')} text={because} autoFocus />
    </SmallForm>
  );
}

/** What helped, and what got in the way: of the promise, not of the person. */
function Reflection({ promise }: { readonly promise: PromiseView }) {
  const helped = box(`helped-${promise.id}`);
  const hindered = box(`hindered-${promise.id}`);
  const keep = (what: 'helped' | 'hindered') => (text: string) =>
    void act({ type: 'promise/reflect', id: promise.id, [what]: text.trim() });
  return (
    <div class="columns">
      <Field label={t('What helped?')} text={helped} kept={promise.helped} onLeave={keep('helped')} />
      <Field label={t('What got in the way?')} text={hindered} kept={promise.hindered} onLeave={keep('hindered')} />
    </div>
  );
}

function promiseStory(promise: PromiseView): string {
  const owner = promise.owner === 'team' ? t('the team') : promise.owner;
  const made = t('{0}, since {1}', owner, dayInWords(promise.made));
  return promise.revisit ? `${made}. ${t('To come back to on {0}.', dayInWords(promise.revisit))}` : `${made}.`;
}

function answerName(answer: PromiseAnswer): string {
  switch (answer.kind) {
    case 'kept':
      return t('kept');
    case 'changed':
      return t('changed');
    case 'letGo':
      return t('let go');
    case 'still':
      return t('still on it');
  }
}

function walkMoves(
  answer: (given: PromiseAnswer) => Promise<void>,
  ask: (what: 'changed' | 'letGo') => void,
): readonly Move[] {
  return [
    { id: 'kept', key: 'K', label: t('kept'), place: 'start', run: () => void answer({ kind: 'kept' }) },
    { id: 'changed', key: 'C', label: t('changed'), place: 'start', run: () => ask('changed') },
    { id: 'letGo', key: 'L', label: t('let go'), place: 'start', run: () => ask('letGo') },
    { id: 'still', key: 'O', label: t('still on it'), place: 'start', run: () => void answer({ kind: 'still' }) },
  ];
}
