import { useEffect, useMemo } from 'preact/hooks';
import { saveItems } from '../../retro/confidentiality.js';
import { levels } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';
import { offers, previewFiles, refreshPreview } from '../hostCommands.js';
import { levelName } from '../levelNames.js';
import { Segments } from '../parts/segments.js';
import { act, may } from '../room.js';
import { sentenceWording } from '../sentenceOf.js';
import { t } from '../text.js';

interface LeavingProps {
  readonly view: RetroView;
  readonly onFinish: () => void;
}

/** Card by card, what may leave the room; and beside it the files, exactly as they will be written. */
export function Leaving({ view, onFinish }: LeavingProps) {
  const items = useMemo(() => saveItems(view, sentenceWording()), [view]);
  useEffect(() => void refreshPreview(), [view]);
  return (
    <div class="beside">
      <div>
        <ul class="lines">
          {items.map((item) => (
            <li key={item.id}>
              <span class="words">{item.text}</span>
              <Segments
                label={t('How far it may go: {0}', item.text)}
                value={item.level}
                choices={levels.map((level) => ({
                  value: level,
                  label: levelName(level),
                  disabled: levels.indexOf(level) > levels.indexOf(item.level),
                }))}
                onChoose={(level) => void act({ type: 'save/lower', item: item.id, level })}
              />
            </li>
          ))}
        </ul>
        {may('retro/finish') && (
          <p class="row end">
            <button type="button" class="primary" onClick={onFinish}>
              {previewFiles.value.length === 0 ? t('Close, and write nothing') : t('Write it')}
            </button>
          </p>
        )}
      </div>
      <Preview />
    </div>
  );
}

function captionOf({ kind, path }: (typeof previewFiles.value)[number]): string {
  if (kind === 'repo') {
    return t('{0}, exactly as it will be written', path);
  }
  return offers('openMinutes')
    ? t('{0}, on this machine alone', path)
    : t('{0}, on the machine that holds the room alone', path);
}

function Preview() {
  const files = previewFiles.value;
  return (
    <section class="stack" aria-label={t('What will be written')}>
      {files.length === 0 && <p class="dim">{t('Nothing will be written.')}</p>}
      {files.map((file) => (
        <figure key={file.path}>
          <figcaption class="dim">{captionOf(file)}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <pre class="sheet-of-paper" tabIndex={0}>
            {file.text}
          </pre>
        </figure>
      ))}
    </section>
  );
}
