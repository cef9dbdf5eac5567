import type { CircleView, RetroView } from '../../retro/viewModel.js';
import type { Move } from '../keys.js';
import { useStepMoves } from '../moves.js';
import { Lead } from '../parts/lead.js';
import { Ring, type RingPerson } from '../parts/ring.js';
import { act, actsFor, isAway, may, nameOf } from '../room.js';
import { t } from '../text.js';
import { Heard } from './heard.js';

/** Everyone speaks once, nobody interrupts. */
export function Circle({ view }: { readonly view: RetroView }) {
  const circle = view.circle;
  useStepMoves(circle ? circleMoves(view, circle) : []);
  if (!circle) {
    return <Lead view={view} title={t('Circle')} />;
  }
  const spoken = circle.order.filter((seat) => seat.turn === 'spoke' || seat.turn === 'passed').length;
  return (
    <>
      {circle.over && <Lead view={view} title={t('Everyone was asked once')} />}
      <div class="circle">
        <Ring people={ringPeople(circle)} label={t('Round: {0} of {1} had their turn', spoken, circle.order.length)} />
        <div class="floor">
          {circle.over ? <Over view={view} /> : <Floor view={view} circle={circle} />}
          {circle.hearing && <Heard hearing={circle.hearing} />}
        </div>
      </div>
    </>
  );
}

function Floor({ view, circle }: { readonly view: RetroView; readonly circle: CircleView }) {
  const name = nameOf(circle.speaker);
  const card = view.cards.find((candidate) => candidate.id === circle.reading);
  const prompt = view.prompts.find((candidate) => candidate.id === card?.prompt);
  return (
    <>
      <div>
        <h1 tabIndex={-1} class="speaker">
          {view.me === circle.speaker ? t('You have the floor') : t('{0} has the floor', name)}
        </h1>
        <p class="dim">{floorHint(view, circle, card !== undefined)}</p>
      </div>
      {card && (
        <blockquote>
          <p class="quote">{card.text}</p>
          {prompt && <p class="dim">{prompt.title}</p>}
        </blockquote>
      )}
      {circle.next.length > 0 && (
        <ul class="names">
          {circle.next.map((id, index) => (
            <li class="chip" key={id}>
              {index === 0 ? t('next: {0}', nameOf(id)) : t('then: {0}', nameOf(id))}
            </li>
          ))}
        </ul>
      )}
      {circle.thanks > 0 && <p class="dim thanks">{t('“Thank you.”')}</p>}
    </>
  );
}

function floorHint(view: RetroView, circle: CircleView, reads: boolean): string {
  if (circle.speaker !== undefined && isAway(circle.speaker)) {
    return view.facilitates
      ? t('Away at the moment. Wait a little, or let the floor go on; they can be come back to.')
      : t('Away at the moment.');
  }
  if (view.me === circle.speaker) {
    return ownFloorHint(circle, reads);
  }
  if (circle.opening) {
    return t('Opens the circle with something they got wrong, or do not know.');
  }
  return reads
    ? t('Reads a card aloud and says what it means to them. Nobody has to own it.')
    : t('Speaks for themselves, or reads the next unnamed card aloud. The others listen.');
}

function ownFloorHint(circle: CircleView, reads: boolean): string {
  if (circle.opening) {
    return t('Open the circle with something you got wrong, or do not know.');
  }
  return reads
    ? t('Read it aloud and say what it means to you. Nobody has to own it.')
    : t('Speak for yourself, or read the next unnamed card aloud. The others listen.');
}

function Over({ view }: { readonly view: RetroView }) {
  return (
    <div class="stack">
      {view.heard.length > 0 && (
        <div>
          <h2>{t('Heard and confirmed')}</h2>
          <ul class="lines">
            {view.heard.map((line) => (
              <li key={line.id}>
                <span class="words">{line.text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {may('circle/restart') && (
        <div>
          <button type="button" onClick={() => void act({ type: 'circle/restart' })}>
            {t('Go round once more')}
          </button>
        </div>
      )}
    </div>
  );
}

function ringPeople(circle: CircleView): readonly RingPerson[] {
  return circle.order.map(({ id, turn }) => ({
    id,
    name: nameOf(id),
    turn: ringTurn(circle, id, turn),
    away: isAway(id),
  }));
}

function ringTurn(circle: CircleView, id: string, turn: CircleView['order'][number]['turn']): RingPerson['turn'] {
  if (id === circle.speaker) {
    return 'speaks';
  }
  if (turn === 'later' || turn === 'spoke' || turn === 'passed') {
    return turn;
  }
  return circle.next.includes(id) ? 'next' : 'waits';
}

function circleMoves(view: RetroView, circle: CircleView): readonly Move[] {
  if (circle.over || circle.hearing || circle.speaker === undefined) {
    return [];
  }
  const turn = actsFor(circle.speaker);
  const all: (Move | false)[] = [
    turn && {
      id: 'done',
      key: 'Space',
      label: t('done'),
      place: 'start',
      next: true,
      run: () => void act({ type: 'circle/done' }),
    },
    turn && {
      id: 'pass',
      key: 'P',
      label: t('pass'),
      place: 'start',
      run: () => void act({ type: 'circle/pass' }),
    },
    turn && {
      id: 'later',
      key: 'L',
      label: circle.myTurn ? t('come back to me') : t('come back to them'),
      place: 'start',
      run: () => void act({ type: 'circle/later' }),
    },
    circle.myTurn &&
      circle.reading === undefined &&
      circle.cardsLeft > 0 && {
        id: 'read',
        key: 'R',
        label: t('read a card'),
        place: 'start',
        run: () => void act({ type: 'circle/read' }),
      },
    circle.reading !== undefined &&
      circle.myTurn && {
        id: 'putBack',
        key: 'R',
        label: t('put it back'),
        place: 'start',
        run: () => void act({ type: 'circle/read', stop: true }),
      },
    (!circle.myTurn || view.mode === 'shared') && {
      id: 'thank',
      key: 'T',
      label: t('thank you'),
      place: 'start',
      run: () => void act({ type: 'circle/thank' }),
    },
  ];
  return all.filter((move) => move !== false);
}
