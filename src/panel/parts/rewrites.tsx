import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding, Suggestion } from '../../tone/finding.js';
import { t } from '../text.js';
import { ignore } from '../toneClient.js';

interface RewritesProps {
  readonly finding: Finding;
  readonly onChoose: (choice: Suggestion) => void;
  readonly onClose: () => void;
}

/** The ways to say it without blame, below the field that they belong to. */
export function Rewrites({ finding, onChoose, onClose }: RewritesProps) {
  const list = useRef<HTMLDivElement>(null);
  const [why, setWhy] = useState(false);
  useEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce the message before every choice.
    <div
      class="rewrites"
      role="group"
      aria-label={t('Rewrites')}
      ref={list}
      onKeyDown={(event) => steer(event, list.current, onClose)}
    >
      <p class="dim">{finding.message}</p>
      {finding.suggestions.map((suggestion) => (
        <button type="button" class="choice" key={suggestion.newText} onClick={() => onChoose(suggestion)}>
          <span class="dim">{suggestion.label}</span>
          {suggestion.newText.trim()}
        </button>
      ))}
      <div class="row">
        <button
          type="button"
          class="plain"
          onClick={() => {
            ignore(finding);
            onClose();
          }}
        >
          {t('Ignore here')}
        </button>
        <button type="button" class="plain" aria-expanded={why} onClick={() => setWhy(!why)}>
          {t('Why this?')}
        </button>
      </div>
      {why && (
        <ul class="why dim">
          {finding.evidence.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function steer(event: KeyboardEvent, list: HTMLElement | null, onClose: () => void): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (event.key === 'Escape') {
    onClose();
  } else if (step !== 0 && list) {
    const buttons = [...list.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
