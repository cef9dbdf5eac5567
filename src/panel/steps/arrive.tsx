import { useState } from 'preact/hooks';
import { anonymities, levels } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';
import { box } from '../drafts.js';
import { offers, runCommand } from '../hostCommands.js';
import { newId } from '../ids.js';
import { anonymityName, levelMeaning, levelName } from '../levelNames.js';
import { Lead } from '../parts/lead.js';
import { Ratchet } from '../parts/ratchet.js';
import { act, isAway, may, onSharedScreen, present } from '../room.js';
import { t } from '../text.js';
import { RoomsWords } from '../together/roomsWords.js';
import { Safety } from './safety.js';

/** Everyone is here, with one word; what is said here stays where the room decides. */
export function Arrive({ view }: { readonly view: RetroView }) {
  return (
    <>
      <Lead view={view} title={view.title}>
        {t('One word each about how you arrive. To pass is fine.')}
      </Lead>
      <div class="beside">
        <div class="stack">
          <ul class="lines">
            {present.value.map((person) => (
              <PersonLine key={person.id} view={view} id={person.id} name={person.name} />
            ))}
            {may('person/join') && onSharedScreen() && <AddPerson />}
          </ul>
          {offers('invite') && <Invite />}
        </div>
        <div class="stack">
          <Agreements view={view} />
          <Influence view={view} />
          <Safety view={view} />
          {view.mode === 'room' && <RoomsWords view={view} />}
        </div>
      </div>
    </>
  );
}

interface PersonLineProps {
  readonly view: RetroView;
  readonly id: string;
  readonly name: string;
}

/** On the shared screen each line is for its person; at a panel of one's own only one's line can be written on. */
function PersonLine({ view, id, name }: PersonLineProps) {
  const mine = onSharedScreen() || view.me === id;
  const person = onSharedScreen() ? id : undefined;
  const word = view.words[id];
  const text = box(`word-${id}`);
  const say = async () => {
    if (await act({ type: 'arrive/word', word: text.value.trim() }, person)) {
      text.value = '';
    }
  };
  return (
    <li>
      <span class="words">
        <bdi>{name}</bdi>
        {view.mode === 'room' && id === view.facilitator && <span class="role">{t('facilitates')}</span>}
        {id === view.me && <span class="role">{t('you')}</span>}
        {isAway(id) && <span class="role">{t('away at the moment')}</span>}
      </span>
      {word === undefined && mine ? (
        <form
          class="row word"
          onSubmit={(event) => {
            event.preventDefault();
            focusNextWord(event.currentTarget);
            void say();
          }}
        >
          <input
            aria-label={t('One word of {0}', name)}
            placeholder={t('one word')}
            maxLength={80}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
          <button type="submit" class="plain">
            {text.value.trim() === '' ? t('pass') : t('say')}
          </button>
        </form>
      ) : (
        <span class="dim said">{word === undefined ? '' : word || t('passes')}</span>
      )}
    </li>
  );
}

/** Enter goes down the list, as the word goes round. */
function focusNextWord(form: HTMLElement): void {
  const all = [...document.querySelectorAll<HTMLElement>('.word:not(.newcomer) input')];
  const at = all.findIndex((input) => form.contains(input));
  (all[at + 1] ?? document.querySelector<HTMLElement>('h1'))?.focus();
}

/** On one screen so far, or at panels of their own already: others come in by a link. */
function Invite() {
  return (
    <div class="row">
      <button type="button" class={onSharedScreen() ? '' : 'primary'} onClick={() => runCommand('invite')}>
        {onSharedScreen() ? t('Each at their own screen? Invite …') : t('Invite …')}
      </button>
    </div>
  );
}

function AddPerson() {
  const [name, setName] = useState('');
  return (
    <li>
      <form
        class="row word newcomer"
        onSubmit={(event) => {
          event.preventDefault();
          void act({ type: 'person/join', id: newId(), name: name.trim() }).then((joined) => joined && setName(''));
        }}
      >
        <input
          aria-label={t('Name of someone who came too')}
          placeholder={t('someone else?')}
          maxLength={80}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="plain" disabled={name.trim() === ''}>
          {t('add')}
        </button>
      </form>
    </li>
  );
}

/** Confidentiality can be lowered by anyone, anonymity raised by anyone; nobody can go back. */
function Agreements({ view }: { readonly view: RetroView }) {
  return (
    <>
      <Ratchet
        title={t('How far may it go, what we say here?')}
        steps={levels.toReversed()}
        value={view.confidentiality}
        name={levelName}
        meaning={(level) => `${levelMeaning(level)} ${t('Anyone may lower it, nobody can raise it.')}`}
        onTurn={(level) => act({ type: 'confidentiality/lower', level })}
      />
      <Ratchet
        title={t('How are cards written?')}
        steps={anonymities}
        value={view.anonymity}
        name={anonymityName}
        meaning={() =>
          view.anonymityPossible
            ? t('Anyone may ask for more, nobody for less.')
            : t('In a room of fewer than four nobody can be anonymous. Write what you would say aloud.')
        }
        onTurn={(anonymity) => act({ type: 'anonymity/raise', anonymity })}
      />
    </>
  );
}

/** Whoever's word weighs more says so of themselves: then they open the circle, and speak last on topics. */
function Influence({ view }: { readonly view: RetroView }) {
  const shared = onSharedScreen();
  const people = present.value.filter((person) => shared || person.id === view.me);
  return (
    <fieldset>
      <legend class="field-name plain-legend">{t('Does your word weigh more here?')}</legend>
      <div class="names">
        {people.map((person) => (
          <button
            type="button"
            key={person.id}
            class="name-chip"
            aria-pressed={person.influence}
            onClick={() =>
              void act({ type: 'person/influence', influence: !person.influence }, shared ? person.id : undefined)
            }
          >
            {shared ? person.name : t('Mine does')}
          </button>
        ))}
      </div>
      <p class="dim">
        {t('Then you open the circle with something you got wrong or do not know, and speak last on topics.')}
      </p>
    </fieldset>
  );
}
