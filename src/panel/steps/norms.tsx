import { useState } from 'preact/hooks';
import type { NormHand } from '../../retro/model.js';
import type { NormView, RetroView } from '../../retro/viewModel.js';
import { box, clearBoxes } from '../drafts.js';
import { newId } from '../ids.js';
import { useStepMoves } from '../moves.js';
import { Field, SmallForm } from '../parts/field.js';
import { Lead } from '../parts/lead.js';
import { Segments } from '../parts/segments.js';
import { act, may, onSharedScreen, present } from '../room.js';
import { t } from '../text.js';
import { Starters } from './starters.js';

const everyone = '';

/** What we agree on for how we talk: it holds only when nobody needs a change. */
export function Norms({ view }: { readonly view: RetroView }) {
  const [whose, setWhose] = useState(everyone);
  const hand = (given: NormHand, id?: string) =>
    void act(
      { type: 'norm/hand', hand: given, ...(id !== undefined && { id }) },
      onSharedScreen() && whose !== everyone ? whose : undefined,
    );
  useStepMoves(
    view.norms.length > 0
      ? [{ id: 'yes', key: 'Y', label: t('yes to all'), place: 'start', run: () => hand('yes') }]
      : [],
  );
  return (
    <>
      <Lead view={view} title={t('How we want to talk today')}>
        {t('Each of you: yes, I can live with it, or I need a change. A norm holds when nobody needs a change.')}
      </Lead>
      {onSharedScreen() && view.norms.length > 0 && <Whose whose={whose} onChoose={setWhose} />}
      <ul class="lines norms">
        {view.norms.map((norm) => (
          <NormLine key={norm.id} norm={norm} onHand={(given) => hand(given, norm.id)} />
        ))}
      </ul>
      {may('norm/add') && (
        <>
          <Propose />
          <Starters view={view} />
        </>
      )}
    </>
  );
}

function Whose({ whose, onChoose }: { readonly whose: string; readonly onChoose: (id: string) => void }) {
  return (
    <label class="row">
      <span class="dim">{t('The hand of')}</span>
      <select class="fit" value={whose} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value={everyone}>{t('everyone who has not answered')}</option>
        {present.value.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function NormLine({ norm, onHand }: { readonly norm: NormView; readonly onHand: (hand: NormHand) => void }) {
  const [editing, setEditing] = useState(false);
  if (editing && norm.open) {
    return (
      <li>
        <EditNorm norm={norm} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li>
      <div class="words">
        <p class="norm">{norm.text}</p>
        {norm.why && <p class="dim">{norm.why}</p>}
        <p class="dim">{standing(norm)}</p>
      </div>
      <Segments
        label={t('Hands for: {0}', norm.text)}
        value={norm.hands.mine ?? unanimous(norm)}
        choices={[
          { value: 'yes', label: t('yes') },
          { value: 'live', label: t('can live with it') },
          { value: 'change', label: t('need a change') },
        ]}
        onChoose={onHand}
      />
      {norm.open && (
        <span class="row">
          <button type="button" class="plain" onClick={() => setEditing(true)} aria-label={t('Reword: {0}', norm.text)}>
            {t('reword')}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => void act({ type: 'norm/remove', id: norm.id })}
            aria-label={t('Take away: {0}', norm.text)}
          >
            {t('take away')}
          </button>
        </span>
      )}
    </li>
  );
}

function standing(norm: NormView): string {
  const { totals, waitingFor } = norm.hands;
  if (norm.adopted) {
    return totals.live > 0 ? t('Holds: nobody needs a change.') : t('Holds: everyone says yes.');
  }
  if (totals.change > 0) {
    return t('Someone needs a change: the words are open again, for all.');
  }
  return waitingFor > 0 ? t('{0} still to answer', waitingFor) : '';
}

/** Where all said the same, the choice shows it. */
function unanimous(norm: NormView): NormHand | undefined {
  const { totals, waitingFor } = norm.hands;
  const given = (Object.keys(totals) as NormHand[]).filter((hand) => totals[hand] > 0);
  return waitingFor === 0 && given.length === 1 ? given[0] : undefined;
}

function EditNorm({ norm, onDone }: { readonly norm: NormView; readonly onDone: () => void }) {
  const text = box(`norm-${norm.id}`);
  const words = text.value.trim() || norm.text;
  const send = async () => {
    const why = norm.why;
    if (await act({ type: 'norm/edit', id: norm.id, text: words, ...(why !== undefined && { why }) })) {
      clearBoxes(`norm-${norm.id}`);
      onDone();
    }
  };
  return (
    <SmallForm ready={words !== norm.text} onSend={() => void send()} onCancel={onDone}>
      <Field label={t('In words that everyone can live with')} text={text} kept={norm.text} autoFocus />
    </SmallForm>
  );
}

function Propose() {
  const text = box('norm-new');
  const send = async () => {
    if (await act({ type: 'norm/add', id: newId(), text: text.value.trim() })) {
      clearBoxes('norm-new');
    }
  };
  return (
    <form
      class="row propose"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t('Something else we should agree on?')} text={text} hint={t('We listen to the end.')} />
      <button type="submit" disabled={text.value.trim() === ''}>
        {t('Propose')}
      </button>
    </form>
  );
}
