import { t } from '../text.js';

/** One step of the retro, as the rail draws it. */
export interface RailStep {
  readonly id: string;
  readonly name: string;
  readonly place: 'past' | 'now' | 'ahead';
  readonly skipped: boolean;
}

interface RailProps {
  readonly steps: readonly RailStep[];
  /** Only whoever facilitates moves the room; for the others the rail is a picture. */
  readonly onGo?: (id: string) => void;
}

/** The way through the retro: where we were, where we are, what comes. */
export function Rail({ steps, onGo }: RailProps) {
  const now = steps.findIndex((step) => step.place === 'now');
  return (
    <nav aria-label={t('Steps of the retro')}>
      <ol class="rail">
        {steps.map((step, index) => (
          <li key={step.id} class={classOf(step, Math.abs(index - now) <= 1)}>
            <button
              type="button"
              title={step.name}
              aria-current={step.place === 'now' ? 'step' : undefined}
              aria-label={labelOf(step)}
              aria-disabled={!onGo || undefined}
              onClick={() => step.place !== 'now' && onGo?.(step.id)}
            >
              <span>{step.name}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function classOf(step: RailStep, near: boolean): string {
  return [step.place, near ? 'near' : '', step.skipped ? 'skipped' : ''].filter(Boolean).join(' ');
}

function labelOf(step: RailStep): string {
  if (step.skipped) {
    return t('{0}, left out', step.name);
  }
  return step.place === 'past' ? t('{0}, done', step.name) : step.name;
}
