import { useEffect, useRef, useState } from 'preact/hooks';
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
import { stepName } from './stepNames.js';
import { StepBody } from './steps/stepBody.js';
import { t } from './text.js';

/** The whole panel. */
export function App() {
  const view = room.value;
  return (
    <>
      {view ? <Room view={view} /> : <p class="shell dim">{t('One moment …')}</p>}
      <div class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </div>
    </>
  );
}

function Room({ view }: { readonly view: RetroView }) {
  const [sheet, setSheet] = useState<'help' | 'facilitate'>();
  const main = useRef<HTMLElement>(null);
  useFrameMoves(frameMoves(view, setSheet));
  useKeyboard();
  useSteadyFocus(view, main);
  return (
    <div class="shell">
      <header class="top">
        <Rail
          steps={view.steps.map((step) => railStep(step, view))}
          {...(may('step/goTo') && { onGo: (step: string) => void act({ type: 'step/goTo', step }) })}
        />
        <span class="level">{levelPromise(view.confidentiality)}</span>
      </header>
      <main class="step" ref={main}>
        <StepBody key={view.step} view={view} />
        <Notices view={view} />
      </main>
      <KeysNow />
      <Breath view={view} />
      {sheet === 'help' && (
        <HelpNow
          singleKeys={singleKeys.value}
          onSingleKeys={(on) => {
            singleKeys.value = on;
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'facilitate' && <Facilitate view={view} onClose={() => setSheet(undefined)} />}
    </div>
  );
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
