import { takeOverGrace } from '../retro/limits.js';
import type { RetroView } from '../retro/viewModel.js';
import { moreTime } from './frameMoves.js';
import { act, may, nameOf, refusal } from './room.js';
import { t } from './text.js';
import { useUntil } from './until.js';

/** Anyone may take over, once there was time to come back. */
function TakeOver({ since }: { readonly since: number }) {
  const waiting = useUntil(since + takeOverGrace);
  return waiting ? (
    <span class="dim">{t('In a minute anyone can take over.')}</span>
  ) : (
    <button type="button" onClick={() => void act({ type: 'facilitator/takeOver' })}>
      {t('Take over')}
    </button>
  );
}

/** What the room should know now, below the step: quiet, and never in the way of typing. */
export function Notices({ view }: { readonly view: RetroView }) {
  return (
    <>
      {refusal.value && (
        <div class="notice">
          <p>{refusal.value}</p>
        </div>
      )}
      {view.requests.longer && (
        <div class="notice">
          <p>{t('Someone needs longer.')}</p>
          {view.facilitates && (
            <button type="button" onClick={() => void moreTime(view)}>
              {t('Two more minutes')}
            </button>
          )}
          {view.facilitates && (
            <button type="button" class="plain" onClick={() => void act({ type: 'request/settle', request: 'longer' })}>
              {t('Seen')}
            </button>
          )}
        </div>
      )}
      {view.facilitatorAwaySince !== undefined && (
        <div class="notice">
          <p>{t('{0}, who facilitates, is away.', nameOf(view.facilitator))}</p>
          {may('facilitator/takeOver') && <TakeOver since={view.facilitatorAwaySince} />}
        </div>
      )}
    </>
  );
}
