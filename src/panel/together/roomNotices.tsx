import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { RetroView } from '../../retro/viewModel.js';
import { act, nameOf } from '../room.js';
import { t } from '../text.js';
import { fewPeople, lateCards, objected, otherKeys, peopleMoved, redrawn, stoppedBy } from './secrets.js';

/** The notices of this panel about the room, in every step. Each is told once, with what can be done. */
export function RoomNotices({ view }: { readonly view: RetroView }) {
  return (
    <div role="status" class="stack">
      {otherKeys.value && <OtherKeys {...otherKeys.value} />}
      {fewPeople.value && view.anonymity !== 'named' && <FewPeople {...fewPeople.value} />}
      {view.participants.some((person) => person.id === view.me && person.aside) && <LeftOut />}
      {lateCards.value && <LateCards {...lateCards.value} />}
      {objected.value !== undefined && <Found words={objected.value} />}
      {peopleMoved.value && <PeopleMoved {...peopleMoved.value} />}
      {redrawn.value !== undefined && <Redrawn times={redrawn.value} />}
      <PutOut view={view} />
      {view.facilitates && stoppedBy.value && <StoppedBy {...stoppedBy.value} />}
    </div>
  );
}

interface NoticeProps {
  readonly text: string;
  readonly children?: ComponentChildren;
}

function Notice({ text, children }: NoticeProps) {
  return (
    <div class="notice">
      <p>{text}</p>
      {children}
    </div>
  );
}

/** The button that takes a notice away. */
function Dismiss({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="plain" onClick={onClick}>
      {label}
    </button>
  );
}

function OtherKeys({ names, acknowledge }: NonNullable<typeof otherKeys.value>) {
  const people = names.join(', ');
  return (
    <Notice
      text={t(
        'The panel of {0} has other keys than before. That is right when it was opened anew in another browser or editor. Ask aloud, and compare the room’s words. Nothing is sealed before you say that it is right.',
        people,
      )}
    >
      <button type="button" onClick={acknowledge}>
        {t('I asked: that is right')}
      </button>
    </Notice>
  );
}

function FewPeople({ names, agree }: NonNullable<typeof fewPeople.value>) {
  return (
    <Notice
      text={
        names.length === 1
          ? t('You are alone here: whatever is handed in now is known to be yours.')
          : t(
              'You are fewer than four ({0}): others may guess who wrote what. Nothing of yours is sealed before you agree.',
              names.join(', '),
            )
      }
    >
      <button type="button" onClick={agree}>
        {t('Seal with those who are here')}
      </button>
    </Notice>
  );
}

function LeftOut() {
  return (
    <Notice
      text={t(
        'Your panel is not part of what is sealed at the moment: it was late, or the facilitator goes on without it. What you wrote stays with you.',
      )}
    />
  );
}

function LateCards({ agree }: NonNullable<typeof lateCards.value>) {
  return (
    <Notice
      text={t(
        'Your cards are still with you: the others’ are on the board already, so what comes now may be known to be yours.',
      )}
    >
      <button type="button" onClick={agree}>
        {t('Hand them in with the next collection')}
      </button>
    </Notice>
  );
}

function Found({ words }: { readonly words: string }) {
  return (
    <Notice text={words}>
      <Dismiss
        label={t('Seen')}
        onClick={() => {
          objected.value = undefined;
        }}
      />
    </Notice>
  );
}

function PeopleMoved({ gone, came }: NonNullable<typeof peopleMoved.value>) {
  const words = [
    came.length > 0 ? t('A moment ago came: {0}.', came.join(', ')) : '',
    gone.length > 0 ? t('A moment ago went: {0}.', gone.join(', ')) : '',
    t('It is sealed with those who are here now. If that is not what you see in the room, say so aloud.'),
  ];
  return (
    <Notice text={words.filter((text) => text !== '').join(' ')}>
      <Dismiss
        label={t('Seen')}
        onClick={() => {
          peopleMoved.value = undefined;
        }}
      />
    </Notice>
  );
}

function Redrawn({ times }: { readonly times: number }) {
  return (
    <Notice
      text={t(
        'The machine of this room began to draw who mixes {0} times and did not finish. A bad line can do that; so can a machine that looks for a better draw. Say so aloud.',
        times,
      )}
    >
      <Dismiss
        label={t('Seen')}
        onClick={() => {
          redrawn.value = undefined;
        }}
      />
    </Notice>
  );
}

/** The facilitator puts someone out in the open. */
function PutOut({ view }: { readonly view: RetroView }) {
  const seen = useSignal<readonly string[]>([]);
  const out = view.participants.filter((person) => person.putOut && !seen.value.includes(person.id));
  if (out.length === 0) {
    return null;
  }
  const names = out.map((person) => person.name).join(', ');
  return (
    <Notice text={t('{0} was put out of the room by the facilitator.', names)}>
      <Dismiss
        label={t('Seen')}
        onClick={() => {
          seen.value = [...seen.value, ...out.map((person) => person.id)];
        }}
      />
    </Notice>
  );
}

function StoppedBy({ people, text }: NonNullable<typeof stoppedBy.value>) {
  const names = people.map(nameOf).join(', ');
  const goOn = (id: string) => {
    stoppedBy.value = undefined;
    void act({ type: 'person/aside', id, aside: true });
  };
  return (
    <Notice
      text={
        people.length === 1
          ? t('The panel of {0} stopped this twice: “{1}” Ask aloud first: it may have seen something.', names, text)
          : t(
              'This was stopped twice, by one of these panels: {0}. “{1}” Ask aloud first, then try without one.',
              names,
              text,
            )
      }
    >
      {people.map((id) => (
        <button type="button" key={id} onClick={() => goOn(id)}>
          {t('Go on without {0}', nameOf(id))}
        </button>
      ))}
      <Dismiss
        label={t('Not now')}
        onClick={() => {
          stoppedBy.value = undefined;
        }}
      />
    </Notice>
  );
}
