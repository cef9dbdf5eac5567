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
          {view.facilitates && <Away view={view} />}
        </div>
      </div>
    </Sheet>
  );
}

/** People whose line is down hold their seat; whoever facilitates may say that they are not waited for any more. */
function Away({ view }: { readonly view: RetroView }) {
  const away = present.value.filter((person) => person.presence === 'away' && person.id !== view.me);
  return (
    <>
      {away.map((person) => (
        <button
          type="button"
          class="plain"
          key={person.id}
          onClick={() => void act({ type: 'person/presence', id: person.id, presence: 'left' })}
        >
          {t('Don’t wait for {0}', person.name)}
        </button>
      ))}
    </>
  );
}

function seat({ id, name, presence }: RetroView['participants'][number]): RingPerson {
  return { id, name, turn: 'here', away: presence === 'away' };
}
