import type { Purpose } from '../../retro/topics.js';
import type { HandsView, RetroView, TopicView } from '../../retro/viewModel.js';
import { box, clearBoxes } from '../drafts.js';
import { newId } from '../ids.js';
import { useStepMoves } from '../moves.js';
import { KeyCaps } from '../parts/keysBar.js';
import { Segments } from '../parts/segments.js';
import { ToneBox } from '../parts/toneBox.js';
import { act, may, nameOf } from '../room.js';
import { t } from '../text.js';

interface TopicTalkProps {
  readonly view: RetroView;
  readonly topic: TopicView;
}

/** The topic that is talked about: what for, whether advice is open, what is noted. */
export function TopicTalk({ view, topic }: TopicTalkProps) {
  useStepMoves([
    {
      id: 'thank',
      key: 'T',
      label: t('an appreciation was said'),
      place: 'start',
      disabled: topic.advice !== 'closed',
      run: () => void act({ type: 'talk/appreciate' }),
    },
    {
      id: 'askMore',
      key: '+',
      label: t('two more minutes?'),
      place: 'start',
      disabled: view.talk.more !== undefined,
      run: () => void act({ type: 'talk/askMore' }),
    },
    ...(may('talk/end')
      ? [
          {
            id: 'end',
            key: 'E',
            label: t('enough for today'),
            place: 'start' as const,
            run: () => void act({ type: 'talk/end' }),
          },
        ]
      : []),
  ]);
  const cards = view.cards.filter((card) => topic.cards.includes(card.id) && card.text !== topic.title);
  return (
    <div class="stack">
      {cards.map((card) => (
        <p class="quote small" key={card.id}>
          {card.text}
        </p>
      ))}
      <PurposeChoice purpose={topic.purpose} />
      <Advice topic={topic} />
      {view.talk.more && <MoreMinutes more={view.talk.more} />}
      <Notes topic={topic} />
      {topic.purpose !== 'try' && topic.wellEnough && <WellEnough hands={topic.wellEnough} />}
      {view.talk.order.length > 0 && <p class="dim">{t('Who speaks: {0}', view.talk.order.map(nameOf).join(', '))}</p>}
    </div>
  );
}

function PurposeChoice({ purpose }: { readonly purpose: Purpose | undefined }) {
  if (!may('talk/purpose')) {
    return <p class="dim">{purpose === undefined ? '' : t('This talk is {0}.', purposeName(purpose))}</p>;
  }
  return (
    <div>
      <p class="field-name">{t('What is this talk for?')}</p>
      <Segments
        label={t('What is this talk for?')}
        value={purpose}
        choices={purposes.map((one) => ({ value: one, label: purposeName(one) }))}
        onChoose={(chosen) => void act({ type: 'talk/purpose', purpose: chosen })}
      />
    </div>
  );
}

const purposes = ['heard', 'understand', 'try'] as const satisfies readonly Purpose[];

function purposeName(purpose: Purpose): string {
  switch (purpose) {
    case 'heard':
      return t('to be heard');
    case 'understand':
      return t('to understand');
    case 'try':
      return t('to try something');
  }
}

function Advice({ topic }: { readonly topic: TopicView }) {
  const listening = topic.advice === 'listening';
  const words =
    topic.advice === 'open'
      ? t('Advice is welcome now.')
      : listening
        ? t('Just listening: no advice on this one.')
        : t('First something you are grateful for, then advice.');
  return (
    <div class="row">
      <p class="dim">{words}</p>
      {topic.advice === 'closed' && (
        <button type="button" onClick={() => void act({ type: 'talk/appreciate' })}>
          {t('An appreciation was said')}
        </button>
      )}
      <button
        type="button"
        class="plain"
        aria-pressed={listening}
        onClick={() => void act({ type: 'talk/listen', on: !listening })}
      >
        {t('just listening')}
      </button>
    </div>
  );
}

function MoreMinutes({ more }: { readonly more: HandsView<'yes' | 'no'> }) {
  return (
    <div class="notice">
      <p>{t('Two more minutes on this?')}</p>
      <button
        type="button"
        class="primary"
        aria-pressed={more.mine === 'yes'}
        onClick={() => void act({ type: 'talk/more', answer: 'yes' })}
      >
        {t('Yes')}
      </button>
      <button
        type="button"
        aria-pressed={more.mine === 'no'}
        onClick={() => void act({ type: 'talk/more', answer: 'no' })}
      >
        {t('No, let us go on')}
      </button>
      {more.waitingFor > 0 && more.totals.yes + more.totals.no > 0 && (
        <span class="dim">{t('{0} still to answer', more.waitingFor)}</span>
      )}
    </div>
  );
}

function Notes({ topic }: { readonly topic: TopicView }) {
  const text = box('note');
  const note = async () => {
    const words = text.value.trim();
    if (words !== '' && (await act({ type: 'talk/note', id: newId(), text: words }))) {
      clearBoxes('note');
    }
  };
  return (
    <section aria-label={t('Notes')}>
      <ul class="lines">
        {topic.notes.map((one) => (
          <li key={one.id}>
            <span class="words">{one.text}</span>
            <button
              type="button"
              class="plain"
              aria-label={t('Take away: {0}', one.text)}
              onClick={() => void act({ type: 'talk/unnote', id: one.id })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <ToneBox
        text={text}
        label={t('A note, without a name')}
        hint={t('What do we want to remember?')}
        maxLength={500}
        onCommit={() => void note()}
      />
      <button type="button" class="plain note-it" disabled={text.value.trim() === ''} onClick={() => void note()}>
        {t('Note it')} <KeyCaps of="Ctrl+Enter" />
      </button>
    </section>
  );
}

function WellEnough({ hands }: { readonly hands: HandsView<'yes' | 'notYet'> }) {
  return (
    <div class="aside stack">
      <p>{t('Do we understand each other well enough for today?')}</p>
      <div class="row">
        <button
          type="button"
          aria-pressed={hands.mine === 'yes'}
          onClick={() => void act({ type: 'talk/wellEnough', answer: 'yes' })}
        >
          {t('Yes')}
        </button>
        <button
          type="button"
          aria-pressed={hands.mine === 'notYet'}
          onClick={() => void act({ type: 'talk/wellEnough', answer: 'notYet' })}
        >
          {t('Not yet')}
        </button>
        <span class="dim">
          {hands.totals.yes > 0 && t('{0} yes', hands.totals.yes)}{' '}
          {hands.totals.notYet > 0 && t('{0} not yet', hands.totals.notYet)}
        </span>
      </div>
    </div>
  );
}
