import type { ComponentChildren } from 'preact';
import type { RetroView } from '../../retro/viewModel.js';
import { localTime } from '../room.js';
import { t } from '../text.js';
import { CalmLine } from './calmLine.js';

interface LeadProps {
  readonly view: RetroView;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** How each step begins: its heading, which takes the focus; a sentence or two; and the calm line where time is set. */
export function Lead({ view, title, children }: LeadProps) {
  const step = view.steps.find((candidate) => candidate.id === view.step);
  const timer = view.timer?.step === view.step ? view.timer : undefined;
  return (
    <>
      <div class="lead">
        <h1 tabIndex={-1}>{step?.title ?? title}</h1>
        {step?.guide && <p class="guide">{step.guide}</p>}
        {children && <p>{children}</p>}
      </div>
      {timer && (
        <CalmLine
          startedAt={localTime(timer.startedAt)}
          endsAt={localTime(timer.endsAt)}
          label={t('The time we gave it')}
        />
      )}
    </>
  );
}
