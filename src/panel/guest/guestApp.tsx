import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nameProblem } from '../../retro/names.js';
import { plainName } from '../../retro/plainName.js';
import { refusalTexts } from '../../retro/refusal.js';
import { App } from '../app.js';
import { room } from '../room.js';
import { t } from '../text.js';
import { type Door, door, editorLink, join } from './door.js';

/** A guest's page: the way in, the room, the way out. */
export function GuestApp() {
  const now = door.value;
  switch (now.kind) {
    case 'in':
      return <Inside />;
    case 'ask':
      return <JoinForm asked={now} />;
    case 'noLink':
      return (
        <Threshold title={t('This link does not open a room')}>
          <p>{t('It ends too early: the part from # on is the key. Ask whoever facilitates for the whole link.')}</p>
        </Threshold>
      );
  }
}

function Inside() {
  const title = room.value?.title;
  useEffect(() => {
    if (title !== undefined) {
      document.title = `${title} · Common Ground`;
    }
  }, [title]);
  return <App />;
}

function JoinForm({ asked }: { readonly asked: Extract<Door, { readonly kind: 'ask' }> }) {
  const [name, setName] = useState(asked.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const problem = nameProblem(plainName(name));
  const [tried, setTried] = useState('');
  // What the room said of a name is said until another one is tried.
  const said = tried === '' ? asked.said : tried === name && problem !== undefined ? t(refusalTexts[problem]) : '';
  return (
    <Threshold title={t('You are invited to a retro')}>
      <p>
        {t('Everyone speaks once, and nobody interrupts. You write in silence, and what is anonymous stays anonymous.')}
      </p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === undefined) {
            join(plainName(name));
          } else {
            setTried(name);
            field.current?.focus();
          }
        }}
      >
        <label class="field-line">
          <span class="field-name">{t('Your name, as the others know you')}</span>
          <input
            ref={field}
            value={name}
            maxLength={80}
            autocomplete="given-name"
            required
            aria-describedby="door-said"
            aria-invalid={said !== ''}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <p id="door-said" class="said-no" role="status">
          {said}
        </p>
        <button type="submit" class="primary">
          {t('Go in')}
        </button>
      </form>
      <p class="dim small-print">
        {t(
          'This page comes from the facilitator’s machine, and so does what it promises. Your own editor may be closer to you:',
        )}{' '}
        <a href={editorLink()}>{t('join in VS Code')}</a>
      </p>
    </Threshold>
  );
}

/** A quiet page with one thing on it. Its heading takes the focus, so that it is read out when it comes. */
function Threshold({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Common Ground`;
    if (document.activeElement === document.body) {
      heading.current?.focus();
    }
  }, [title]);
  return (
    <main class="threshold">
      <Mark />
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </main>
  );
}

/** Seats in a ring, one of them taken: the sign of a room. */
function Mark() {
  const seats = Array.from({ length: 8 }, (_, index) => (index / 8) * 2 * Math.PI - Math.PI / 2);
  return (
    <svg class="mark" viewBox="-50 -50 100 100" aria-hidden="true">
      <circle class="line" r="38" />
      {seats.map((angle, index) => (
        <circle
          key={angle}
          class={index === 0 ? 'seat-taken' : 'seat'}
          cx={38 * Math.cos(angle)}
          cy={38 * Math.sin(angle)}
          r={index === 0 ? 9 : 5}
        />
      ))}
    </svg>
  );
}
