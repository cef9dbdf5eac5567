import { useState } from 'preact/hooks';
import type { PanelCommand } from '../protocol/panelMessages.js';
import type { RetroView } from '../retro/viewModel.js';
import { offers, runCommand } from './hostCommands.js';
import { Sheet } from './parts/sheet.js';
import { act, present } from './room.js';
import { stepName } from './stepNames.js';
import { t } from './text.js';

interface FacilitateProps {
  readonly view: RetroView;
  readonly onClose: () => void;
}

/** What whoever facilitates can do at any time: steps, time, people. */
export function Facilitate({ view, onClose }: FacilitateProps) {
  return (
    <Sheet title={t('Facilitate')} onClose={onClose}>
      <div class="stack apart">
        <Steps view={view} onClose={onClose} />
        <Time view={view} />
        <People view={view} />
        <div class="row">
          <Offered command="exportMarkdown" label={t('Export as Markdown …')} />
          <Offered command="exportJson" label={t('Export as JSON …')} />
          <Offered command="discard" label={t('Discard this retro …')} />
        </div>
      </div>
    </Sheet>
  );
}

function Offered({ command, label }: { readonly command: PanelCommand; readonly label: string }) {
  return offers(command) ? (
    <button type="button" class="plain" onClick={() => runCommand(command)}>
      {label}
    </button>
  ) : null;
}

function Steps({ view, onClose }: FacilitateProps) {
  const now = view.steps.findIndex((step) => step.id === view.step);
  return (
    <section aria-label={t('Steps')}>
      <ol class="lines tight">
        {view.steps.map((step, index) => {
          const name = stepName(step);
          const ahead = index > now;
          return (
            <li key={step.id}>
              <span class={step.status === 'skipped' ? 'words dim' : 'words'}>{name}</span>
              <span class="row">
                {ahead && index > now + 1 && (
                  <MoveStep step={step.id} to={index - 1} label={t('Earlier: {0}', name)} sign="↑" />
                )}
                {ahead && index < view.steps.length - 2 && (
                  <MoveStep step={step.id} to={index + 1} label={t('Later: {0}', name)} sign="↓" />
                )}
                {ahead && index < view.steps.length - 1 && (
                  <button
                    type="button"
                    class="plain"
                    aria-pressed={step.status === 'skipped'}
                    aria-label={t('leave out: {0}', name)}
                    onClick={() => void act({ type: 'step/skip', step: step.id, skip: step.status !== 'skipped' })}
                  >
                    {t('leave out')}
                  </button>
                )}
                {index !== now && (
                  <button
                    type="button"
                    class="plain"
                    aria-label={t('go there: {0}', name)}
                    onClick={() => void act({ type: 'step/goTo', step: step.id }).then((gone) => gone && onClose())}
                  >
                    {t('go there')}
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface MoveStepProps {
  readonly step: string;
  readonly to: number;
  readonly label: string;
  readonly sign: string;
}

function MoveStep({ step, to, label, sign }: MoveStepProps) {
  return (
    <button type="button" class="plain" aria-label={label} onClick={() => void act({ type: 'step/move', step, to })}>
      {sign}
    </button>
  );
}

function Time({ view }: { readonly view: RetroView }) {
  return (
    <section class="row" aria-label={t('Time')}>
      <span class="dim">{view.timer ? t('Time is set.') : t('No time is set.')}</span>
      {[2, 5, 10].map((minutes) => (
        <button
          type="button"
          key={minutes}
          onClick={() => void act(view.timer ? { type: 'timer/extend', minutes } : { type: 'timer/start', minutes })}
        >
          {view.timer ? t('{0} minutes more', minutes) : t('{0} minutes', minutes)}
        </button>
      ))}
      {view.timer && (
        <button type="button" class="plain" onClick={() => void act({ type: 'timer/stop' })}>
          {t('no time')}
        </button>
      )}
    </section>
  );
}

/** At panels of their own people leave by themselves; of those who are away it can be said that nobody waits for them. */
function canBeLetGo(view: RetroView): RetroView['participants'] {
  return present.value.filter(({ id, presence }) => view.mode === 'shared' || (presence === 'away' && id !== view.me));
}

function People({ view }: { readonly view: RetroView }) {
  const [to, setTo] = useState('');
  return (
    <section aria-label={t('People')}>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void act({ type: 'facilitator/handOver', to });
        }}
      >
        <select
          class="fit"
          aria-label={t('Who facilitates from now on')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        >
          <option value="">{t('hand over to …')}</option>
          {present.value
            .filter((person) => person.id !== view.facilitator)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
        </select>
        <button type="submit" disabled={to === ''}>
          {t('Hand over')}
        </button>
      </form>
      <ul class="names">
        {canBeLetGo(view).map((person) => (
          <li key={person.id} class="chip">
            {person.name}{' '}
            <button
              type="button"
              class="plain"
              aria-label={t('{0} has left', person.name)}
              onClick={() => void act({ type: 'person/presence', id: person.id, presence: 'left' })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
