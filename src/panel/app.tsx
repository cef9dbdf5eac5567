import { useEffect, useRef } from 'preact/hooks';
import type { RetroView } from '../retro/viewModel.js';
import { Breath } from './breath.js';
import { Facilitate } from './facilitate.js';
import { frameMoves } from './frameMoves.js';
import { useKeyboard } from './keyboard.js';
import { levelPromise } from './levelNames.js';
import { spoken } from './live.js';
import { moves, useFrameMoves } from './moves.js';
import { Notices } from './notices.js';
import { Help } from './parts/help.js';
import { KeysBar } from './parts/keysBar.js';
import { Rail, type RailStep } from './parts/rail.js';
import { singleKeys } from './preferences.js';
import { act, may, room } from './room.js';
import { closeSheet, sheet } from './sheets.js';
import { stepName } from './stepNames.js';
import { StepBody } from './steps/stepBody.js';
import { t } from './text.js';
import { Ended } from './together/ended.js';
import { line } from './together/line.js';
import { LineState } from './together/lineState.js';
import { PeopleSheet } from './together/peopleSheet.js';
import { RoomNotices } from './together/roomNotices.js';
import { useUnhurried } from './together/unhurried.js';

/** The whole panel. */
export function App() {
  const view = room.value;
  const over = line.value?.kind === 'ended' && view?.finishedAt === undefined;
  return (
    <>
      {over ? (
        <Ended />
      ) : view ? (
        <Room view={view} />
      ) : (
        <div class="shell dim">{line.value ? <LineState /> : <p>{t('One moment …')}</p>}</div>
      )}
      <div class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </div>
    </>
  );
}

function Room({ view }: { readonly view: RetroView }) {
  const main = useRef<HTMLElement>(null);
  const { shown, come } = useUnhurried(view, () => isTyping(main.current));
  useFrameMoves(frameMoves(view));
  useKeyboard();
  useSteadyFocus(shown, main);
  return (
    <div class="shell">
      <header class="top">
        <Rail
          steps={view.steps.map((step) => railStep(step, view))}
          {...(may('step/goTo') && { onGo: (step: string) => void act({ type: 'step/goTo', step }) })}
        />
        <span class="level">{levelPromise(view.confidentiality)}</span>
        {view.mode === 'room' && <LineState />}
      </header>
      <main class="step" ref={main}>
        {come && <WentOn view={view} onCome={come} />}
        <StepBody key={shown.step} view={shown} />
        {view.mode === 'room' && <RoomNotices view={view} />}
        <Notices view={view} />
      </main>
      <KeysNow />
      <Breath view={view} />
      <SheetNow view={view} />
    </div>
  );
}

/** The room went on while this person writes. */
function WentOn({ view, onCome }: { readonly view: RetroView; readonly onCome: () => void }) {
  const step = view.steps.find((one) => one.id === view.step);
  return (
    <div class="notice before">
      <p>{t('The others are at “{0}”. Finish your thought: what is here comes along.', step ? stepName(step) : '')}</p>
      <button type="button" onClick={onCome}>
        {t('I’m coming')}
      </button>
    </div>
  );
}

function isTyping(main: HTMLElement | null): boolean {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement && (main?.contains(field) ?? false) && field.value.trim() !== '';
}

function SheetNow({ view }: { readonly view: RetroView }) {
  const { facilitates } = view;
  useEffect(() => {
    if (!facilitates && sheet.peek() === 'facilitate') {
      // Handed over, or taken over by someone: what lies here is not theirs to do any more.
      closeSheet();
    }
  }, [facilitates]);
  switch (sheet.value) {
    case 'help':
      return (
        <HelpNow
          singleKeys={singleKeys.value}
          onSingleKeys={(on) => {
            singleKeys.value = on;
          }}
          onClose={closeSheet}
        />
      );
    case 'facilitate':
      return <Facilitate view={view} onClose={closeSheet} />;
    case 'people':
      return <PeopleSheet view={view} onClose={closeSheet} />;
    default:
      return null;
  }
}

/** Alone in listening to what can be done: the room offers moves while it is drawn, and must not be drawn again by that. */
function KeysNow() {
  return <KeysBar moves={moves.value} />;
}

function HelpNow(props: Omit<Parameters<typeof Help>[0], 'moves'>) {
  return <Help {...props} moves={moves.value} />;
}

function railStep(step: RetroView['steps'][number], view: RetroView): RailStep {
  const place = step.id === view.step ? 'now' : step.status === 'done' ? 'past' : 'ahead';
  return { id: step.id, name: stepName(step), place, skipped: step.status === 'skipped' };
}

/**
 * With a new step the focus goes to its heading, so that keys work and a screen reader starts there. When an update takes
 * away what had the focus, it goes there too, and is never lost to the page.
 */
function useSteadyFocus(view: RetroView, main: { readonly current: HTMLElement | null }): void {
  const step = useRef<string | undefined>(undefined);
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (step.current !== view.step || lost) {
      const heading = main.current?.querySelector<HTMLElement>('h1');
      if (heading && !main.current?.contains(document.activeElement)) {
        heading.focus();
      }
    }
    step.current = view.step;
  }, [view, main]);
}
