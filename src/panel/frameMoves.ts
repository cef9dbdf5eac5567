import type { RetroView } from '../retro/viewModel.js';
import type { Move } from './keys.js';
import { act } from './room.js';
import { openSheet } from './sheets.js';
import { stepName } from './stepNames.js';
import { t } from './text.js';

/** Moves that are there in every step: the way on and back, and what anyone may ask for. */
export function frameMoves(view: RetroView): readonly Move[] {
  if (view.finishedAt !== undefined) {
    return [];
  }
  const all: (Move | false)[] = [
    view.facilitates && {
      id: 'back',
      key: '<',
      label: t('back'),
      place: 'hidden',
      run: () => void act({ type: 'step/back' }),
    },
    nextMove(view),
    { id: 'norm', key: 'N', label: t('norm, please'), place: 'end', run: () => void act({ type: 'request/norm' }) },
    {
      id: 'silence',
      key: 'S',
      label: t('silence, please'),
      place: 'end',
      run: () => void act({ type: 'request/silence' }),
    },
    view.facilitates && {
      id: 'lead',
      key: 'F',
      label: t('facilitate'),
      place: 'end',
      run: () => openSheet('facilitate'),
    },
    view.mode === 'room' && {
      id: 'people',
      key: 'W',
      label: t('who is here'),
      place: 'end',
      run: () => openSheet('people'),
    },
    view.facilitates && {
      id: 'more',
      key: 'M',
      label: t('two more minutes'),
      place: 'hidden',
      run: () => void moreTime(view),
    },
    { id: 'help', key: '?', label: t('keys'), place: 'end', run: () => openSheet('help') },
  ];
  return all.filter((move) => move !== false);
}

/** Two minutes more, with a timer or without one so far. */
export function moreTime(view: RetroView): Promise<boolean> {
  return act(view.timer ? { type: 'timer/extend', minutes: 2 } : { type: 'timer/start', minutes: 2 });
}

function nextMove(view: RetroView): Move | false {
  const now = view.steps.findIndex((step) => step.id === view.step);
  const next = view.steps.slice(now + 1).find((step) => step.status !== 'skipped');
  return (
    view.facilitates &&
    next !== undefined && {
      id: 'next',
      key: '>',
      label: t('on to {0}', stepName(next)),
      place: 'end',
      next: true,
      run: () => void act({ type: 'step/next' }),
    }
  );
}
