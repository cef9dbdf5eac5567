import type { RetroView } from '../../retro/viewModel.js';
import { runCommand } from '../hostCommands.js';
import { Lead } from '../parts/lead.js';
import { t } from '../text.js';

/** The retro is over; what stayed in the room is gone. */
export function Finished({ view }: { readonly view: RetroView }) {
  return (
    <>
      <Lead view={view} title={t('Thank you all')}>
        {t('It is written as you saw it. What stays in this room is gone from this machine.')}
      </Lead>
      <div class="row">
        <button type="button" class="primary" onClick={() => runCommand('openMinutes')}>
          {t('Open the minutes')}
        </button>
        <button type="button" onClick={() => runCommand('copyMarkdown')}>
          {t('Copy as Markdown')}
        </button>
      </div>
    </>
  );
}
