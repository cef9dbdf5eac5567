import { useComputed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryCard } from '../../retro/event.js';
import { limits } from '../../retro/limits.js';
import type { Prompt } from '../../retro/model.js';
import { usableAlias } from '../../retro/names.js';
import type { RetroView } from '../../retro/viewModel.js';
import {
  box,
  clearBoxes,
  type DraftCard,
  draftCards,
  dropAllCards,
  dropCard,
  openCard,
  writtenCards,
} from '../drafts.js';
import { honestWords } from '../honestWords.js';
import { useStepMoves } from '../moves.js';
import { Field } from '../parts/field.js';
import { Lead } from '../parts/lead.js';
import { PassOn } from '../parts/passOn.js';
import { ToneBox } from '../parts/toneBox.js';
import { act, present } from '../room.js';
import { t } from '../text.js';
import { warmTone } from '../toneClient.js';

/** Silence. Everyone writes before anyone reads. */
export function Write({ view }: { readonly view: RetroView }) {
  useEffect(warmTone, []);
  return (
    <>
      <Lead view={view} title={t('Write, in silence')}>
        {honestWords(view)}
      </Lead>
      {view.mode === 'shared' ? (
        <PassOn
          title={t('Who begins to write?')}
          promise={t('The others look away. What is written is hidden and shuffled when you pass the keyboard on.')}
          done={view.write.entries}
          of={view.write.of}
        >
          {(handOver) => <Sheets view={view} onDone={handOver} />}
        </PassOn>
      ) : (
        <Sheets view={view} onDone={() => undefined} />
      )}
    </>
  );
}

/** How many say they are done, as a total. Nobody waits for anyone: the facilitator moves on, and what is written comes along. */
function Done({ view }: { readonly view: RetroView }) {
  const { done, of, mine } = view.ticks;
  return (
    <div class="row end">
      <button type="button" aria-pressed={mine} onClick={() => void act({ type: 'tick/set', done: !mine })}>
        {t('I’m done')}
      </button>
      <span class="dim">
        {done > 0 ? t('{0} of {1} are done. Your cards wait with you.', done, of) : t('Your cards wait with you.')}
      </span>
    </div>
  );
}

function Sheets({ view, onDone }: { readonly view: RetroView; readonly onDone: () => void }) {
  const [veiled, setVeiled] = useState(false);
  const [signer, setSigner] = useState('');
  const shared = view.mode === 'shared';
  const named = view.anonymity === 'named';
  const handIn = async () => {
    if (await act(entryOf(view), named && shared ? signer : undefined)) {
      dropAllCards();
      clearBoxes('alias');
      onDone();
    }
  };
  const ready = !named || !shared || signer !== '';
  const focusHandIn = () => document.querySelector<HTMLElement>('.hand-in')?.focus();
  useStepMoves([
    { id: 'add', key: 'Ctrl+Enter', label: t('next card'), place: 'start', run: focusHandIn },
    shared
      ? {
          id: 'veil',
          label: veiled ? t('show letters') : t('hide letters'),
          place: 'start',
          run: () => setVeiled(!veiled),
        }
      : {
          id: 'tick',
          key: 'D',
          label: t('I’m done'),
          place: 'start',
          run: () => void act({ type: 'tick/set', done: !view.ticks.mine }),
        },
    {
      id: 'longer',
      key: '+',
      label: t('I need longer'),
      place: 'start',
      run: () => void act({ type: 'request/longer' }),
    },
  ]);
  return (
    <>
      <div class="columns">
        {promptsOf(view).map((prompt, index) => (
          <PromptColumn
            key={prompt.id}
            prompt={prompt}
            veiled={veiled}
            autoFocus={index === 0}
            onEmptyCommit={focusHandIn}
          />
        ))}
      </div>
      {!shared && view.anonymity === 'alias' && <Alias />}
      {!shared && <Done view={view} />}
      {shared && (
        <div class="row end">
          {named && <Signer value={signer} onChoose={setSigner} />}
          {view.anonymity === 'alias' && <Alias />}
          <button type="button" class="primary hand-in" disabled={!ready} onClick={() => void handIn()}>
            {t('Hand in and pass on')}
          </button>
          <span class="dim">{t('Nothing to say is an entry too.')}</span>
        </div>
      )}
    </>
  );
}

/** A card with an alias that is somebody's name would be without one: it is said before that. */
function Alias() {
  const alias = box('alias').value.trim();
  const people = present.value.map((person) => person.name);
  const isLeftOut = alias !== '' && usableAlias(alias, people) === undefined;
  return (
    <div>
      <Field label={t('Your alias, if you like one')} text={box('alias')} maxLength={80} />
      <p class="dim" role="status">
        {isLeftOut &&
          t('Your cards would have no alias: this one reads as somebody’s name or role. Please choose another one.')}
      </p>
    </div>
  );
}

/** The prompts of the step. */
function promptsOf({ prompts, steps, step }: RetroView): readonly Prompt[] {
  const ids = steps.find((one) => one.id === step)?.prompts;
  return ids === undefined ? prompts : prompts.filter((prompt) => ids.includes(prompt.id));
}

function entryOf(view: RetroView) {
  const alias = view.anonymity === 'alias' ? box('alias').peek().trim() : '';
  const cards: readonly EntryCard[] = writtenCards().map((card) => ({ ...card, ...(alias && { alias }) }));
  return { type: view.anonymity === 'named' ? 'entry/signed' : 'entry/submit', cards } as const;
}

function Signer({ value, onChoose }: { readonly value: string; readonly onChoose: (id: string) => void }) {
  return (
    <label class="field-line">
      <span class="field-name">{t('Your name')}</span>
      <select class="fit" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="" />
        {present.value.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PromptColumnProps {
  readonly prompt: Prompt;
  readonly veiled: boolean;
  readonly autoFocus: boolean;
  /** Ctrl+Enter in a card with nothing on it: this person has said what there was to say. */
  readonly onEmptyCommit: () => void;
}

function PromptColumn({ prompt, veiled, autoFocus, onEmptyCommit }: PromptColumnProps) {
  const column = useRef<HTMLElement>(null);
  const cards = draftCards(prompt.id);
  const full = useComputed(() => draftCards(prompt.id).at(-1)?.text.value.trim() !== '');
  useEffect(() => {
    if (full.value) {
      openCard(prompt.id);
    }
  }, [full.value, prompt.id]);
  const commit = (card: DraftCard) => {
    if (card.text.peek().trim() === '') {
      onEmptyCommit();
    } else {
      openCard(prompt.id);
      // The new card is drawn in a microtask that was queued just now; what is typed next goes onto it.
      queueMicrotask(() => column.current?.querySelector<HTMLElement>('.draft:last-child textarea')?.focus());
    }
  };
  return (
    <section aria-label={prompt.title} ref={column}>
      <h2>{prompt.title}</h2>
      {prompt.hint && <p class="dim">{prompt.hint}</p>}
      <div class="stack drafts">
        {cards.map((card, index) => (
          <div class="draft" key={card.id}>
            <ToneBox
              text={card.text}
              label={t('{0}, card {1}', prompt.title, index + 1)}
              maxLength={limits.text}
              veiled={veiled}
              autoFocus={autoFocus && index === 0}
              onCommit={() => commit(card)}
            />
            {index < cards.length - 1 && (
              <button
                type="button"
                class="plain drop"
                aria-label={t('Throw away: {0}, card {1}', prompt.title, index + 1)}
                onClick={() => dropCard(prompt.id, card.id)}
              >
                ×
              </button>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
