import { useState } from 'preact/hooks';
import type { RetroView } from '../../retro/viewModel.js';
import { copyText } from '../copyText.js';
import { offers, previewFiles, runCommand } from '../hostCommands.js';
import { Lead } from '../parts/lead.js';
import { t } from '../text.js';

/** The retro is over; what stayed in the room is gone. */
export function Finished({ view }: { readonly view: RetroView }) {
  return (
    <>
      <Lead view={view} title={t('Thank you all')}>
        {offers('openMinutes')
          ? t('It is written as you saw it. What stays in this room is gone from this machine.')
          : t(
              'It is written as you saw it, where the room was opened. What stays in this room is gone. You can close this page.',
            )}
      </Lead>
      {offers('openMinutes') ? <Minutes /> : <Copy />}
    </>
  );
}

function Minutes() {
  return (
    <div class="row">
      <button type="button" class="primary" onClick={() => runCommand('openMinutes')}>
        {t('Open the minutes')}
      </button>
      <button type="button" onClick={() => runCommand('copyMarkdown')}>
        {t('Copy as Markdown')}
      </button>
    </div>
  );
}

/** A guest takes along what was written for all, as it was last shown. */
function Copy() {
  const [copied, setCopied] = useState(false);
  const text = previewFiles.value
    .filter((file) => file.path.endsWith('.md'))
    .map((file) => file.text)
    .at(-1);
  return text === undefined ? null : (
    <div class="row">
      <button type="button" onClick={() => void copyText(text).then(setCopied)}>
        {t('Copy the minutes')}
      </button>
      <span class="dim" role="status">
        {copied ? t('Copied.') : ''}
      </span>
    </div>
  );
}
