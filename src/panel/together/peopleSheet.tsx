import { useSignal } from '@preact/signals';
import type { RetroView } from '../../retro/viewModel.js';
import { invitation, offers, runCommand } from '../hostCommands.js';
import { Ring, type RingPerson } from '../parts/ring.js';
import { Sheet } from '../parts/sheet.js';
import { act, nameOf, present } from '../room.js';
import { t } from '../text.js';
import { Invitation } from './invitation.js';
import { RoomsWords } from './roomsWords.js';

interface PeopleSheetProps {
  readonly view: RetroView;
  readonly onClose: () => void;
}

/** Who is in the room, how others come in, and what this room can promise. */
export function PeopleSheet({ view, onClose }: PeopleSheetProps) {
  const here = present.value.filter((person) => person.presence === 'here').length;
  return (
    <Sheet title={t('Who is here')} onClose={onClose}>
      <div class="stack apart">
        {invitation.value && <Invitation shown={invitation.value} />}
        <Ring
          people={present.value.map(seat)}
          turning={false}
          label={t('{0} of {1} are at their panels', here, present.value.length)}
        />
        <p>
          <bdi>{nameOf(view.facilitator)}</bdi>
          <span class="role">{t('facilitates')}</span>
        </p>
        <Aside />
        <RoomsWords view={view} />
        <div class="row">
          {offers('invite') && (
            <button type="button" class={invitation.value ? 'plain' : 'primary'} onClick={() => runCommand('invite')}>
              {invitation.value ? t('Invite in another way …') : t('Invite …')}
            </button>
          )}
          {offers('leave') && !view.facilitates && (
            <button type="button" class="plain" onClick={() => runCommand('leave')}>
              {t('Leave the room')}
            </button>
          )}
        </div>
        {view.facilitates && present.value.length > 1 && <Others view={view} />}
      </div>
    </Sheet>
  );
}

/** Those who are here and left out of what is sealed. Everyone sees who they are. */
function Aside() {
  const names = present.value.filter((person) => person.aside).map((person) => person.name);
  return names.length === 0 ? null : (
    <p class="notice">{t('Not part of what is sealed at the moment: {0}.', names.join(', '))}</p>
  );
}

/** The facilitator's choices about each of the others, in the open: everyone sees the result. */
function Others({ view }: { readonly view: RetroView }) {
  const others = present.value.filter((person) => person.id !== view.me);
  return (
    <ul class="lines" aria-label={t('What you can do about the others')}>
      {others.map((person) => (
        <li key={person.id}>
          <span class="words">{person.name}</span>
          <Choices {...person} />
        </li>
      ))}
    </ul>
  );
}

/** A person whose line is down holds their seat. A person who was put out needs a new invitation. */
function Choices({ id, name, presence, aside }: RetroView['participants'][number]) {
  return (
    <span class="row">
      {presence === 'away' && (
        <button type="button" class="plain" onClick={() => void act({ type: 'person/presence', id, presence: 'left' })}>
          {t('Don’t wait for {0}', name)}
        </button>
      )}
      {aside && (
        <button type="button" class="plain" onClick={() => void act({ type: 'person/aside', id, aside: false })}>
          {t('Seal with {0} again', name)}
        </button>
      )}
      <PutOut id={id} name={name} />
    </span>
  );
}

function PutOut({ id, name }: { readonly id: string; readonly name: string }) {
  const sure = useSignal(false);
  return sure.value ? (
    <button type="button" onClick={() => void act({ type: 'person/putOut', id })}>
      {t('Put {0} out now: all will see it', name)}
    </button>
  ) : (
    <button
      type="button"
      class="plain"
      onClick={() => {
        sure.value = true;
      }}
    >
      {t('Put {0} out …', name)}
    </button>
  );
}

function seat({ id, name, presence }: RetroView['participants'][number]): RingPerson {
  return { id, name, turn: 'here', away: presence === 'away' };
}
