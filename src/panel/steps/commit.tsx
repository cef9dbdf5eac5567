import { useState } from 'preact/hooks';
import type { CommitmentView, RetroView } from '../../retro/viewModel.js';
import { dayAfter, dayInWords } from '../days.js';
import { box, clearBoxes } from '../drafts.js';
import { newId } from '../ids.js';
import { useStepMoves } from '../moves.js';
import { Field } from '../parts/field.js';
import { Lead } from '../parts/lead.js';
import { Segments } from '../parts/segments.js';
import { ToneBox } from '../parts/toneBox.js';
import { act, may, nameOf, onSharedScreen, present, room } from '../room.js';
import { sentenceOf } from '../sentenceOf.js';
import { t } from '../text.js';
import { Confidence } from './confidence.js';

/** Promises with a when, so that they are kept; taken by their owner, given to nobody. */
export function Commit({ view }: { readonly view: RetroView }) {
  return (
    <>
      <Lead view={view} title={t('What do we promise?')}>
        {t('“When …, I will …”. Few, and small enough to keep. Nobody can be given one.')}
      </Lead>
      <div class="beside">
        <NewCommitment view={view} />
        <ul class="lines">
          {view.commitments.map((commitment) => (
            <CommitmentLine key={commitment.id} commitment={commitment} />
          ))}
        </ul>
      </div>
    </>
  );
}

function NewCommitment({ view }: { readonly view: RetroView }) {
  const [team, setTeam] = useState(false);
  const [when, will, how, revisit] = [box('commit-when'), box('commit-will'), box('commit-how'), box('commit-revisit')];
  const topic = view.talk.topics.find((one) => one.status === 'done' && one.purpose === 'try')?.id;
  const ready = when.value.trim() !== '' && will.value.trim() !== '';
  const send = async () => {
    const day = revisit.value || dayAfter(view.date, 14);
    const know = how.value.trim();
    const text = { when: when.value.trim(), will: will.value.trim(), team, revisit: day, ...(know && { how: know }) };
    if (ready && (await act({ type: 'commitment/add', id: newId().slice(0, 8), ...text, ...(topic && { topic }) }))) {
      clearBoxes('commit-when', 'commit-will', 'commit-how', 'commit-revisit');
    }
  };
  useStepMoves([
    { id: 'add', key: 'Ctrl+Enter', label: t('promise it'), place: 'start', disabled: !ready, run: () => void send() },
  ]);
  if (!may('commitment/add')) {
    return null;
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t('When …')} text={when} hint={t('the nightly build goes red')} />
      <div>
        <p class="field-name">
          <Segments
            label={t('Who promises')}
            value={team ? 'we' : 'I'}
            choices={[
              { value: 'I', label: t('I will …') },
              { value: 'we', label: t('we will …') },
            ]}
            onChoose={(who) => setTeam(who === 'we')}
          />
        </p>
        <ToneBox
          text={will}
          label={team ? t('we will …') : t('I will …')}
          hint={t('say so in the channel before lunch')}
          maxLength={500}
          onCommit={() => void send()}
        />
      </div>
      <Field label={t('How we will know')} text={how} />
      <div class="short">
        <Field label={t('To come back to on')} text={revisit} type="date" kept={dayAfter(view.date, 14)} />
      </div>
      <div>
        <button type="submit" class="primary" disabled={!ready}>
          {t('Promise it')}
        </button>
      </div>
    </form>
  );
}

function CommitmentLine({ commitment }: { readonly commitment: CommitmentView }) {
  const owner = commitment.team ? t('the team') : nameOf(commitment.owner);
  return (
    <li class="commitment">
      <div class="words stack">
        <p class="quote small">{sentenceOf(commitment)}</p>
        <p class="dim">
          {owner || t('Waits for someone to take it.')}
          {commitment.revisit && ` · ${t('we come back to it on {0}', dayInWords(commitment.revisit))}`}
          {commitment.how && ` · ${commitment.how}`}
        </p>
        <Taking commitment={commitment} />
        <Confidence commitment={commitment} />
      </div>
    </li>
  );
}

/** On the shared screen whoever takes it says so, and their name is chosen; nobody chooses for another. */
function Taking({ commitment }: { readonly commitment: CommitmentView }) {
  const remove = may('commitment/remove') && (
    <button
      type="button"
      class="plain"
      aria-label={t('Take away: {0}', sentenceOf(commitment))}
      onClick={() => void act({ type: 'commitment/remove', id: commitment.id })}
    >
      {t('take away')}
    </button>
  );
  if (commitment.owner !== undefined) {
    const mine = onSharedScreen() || commitment.owner === room.value?.me;
    const person = onSharedScreen() ? commitment.owner : undefined;
    return mine ? (
      <div class="row">
        <button
          type="button"
          class="plain"
          onClick={() => void act({ type: 'commitment/handBack', id: commitment.id }, person)}
        >
          {t('hand back')}
        </button>
      </div>
    ) : null;
  }
  return (
    <div class="row">
      {!commitment.team && <Takers commitment={commitment} />}
      {remove}
    </div>
  );
}

/** The name is chosen first and said afterwards: arrow keys go through names, and nobody takes it by being passed over. */
function Takers({ commitment }: { readonly commitment: CommitmentView }) {
  const [who, setWho] = useState('');
  const take = (person?: string) => void act({ type: 'commitment/take', id: commitment.id }, person);
  if (!onSharedScreen()) {
    return (
      <button type="button" onClick={() => take()}>
        {t('I take it')}
      </button>
    );
  }
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        take(who);
      }}
    >
      <select
        class="fit"
        aria-label={t('I take it: {0}', sentenceOf(commitment))}
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      >
        <option value="">{t('I take it …')}</option>
        {present.value.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      {who !== '' && <button type="submit">{t('That’s me')}</button>}
    </form>
  );
}
