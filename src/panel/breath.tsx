import { useEffect, useRef, useState } from 'preact/hooks';
import type { RetroView } from '../retro/viewModel.js';
import { act, may } from './room.js';
import { t } from './text.js';
import { useUntil } from './until.js';

/** A norm or a silence that someone asked for: it comes in front of everything for a breath, and names nobody. */
export function Breath({ view }: { readonly view: RetroView }) {
  const [dismissed, setDismissed] = useState(0);
  const { norm, silence } = view.requests;
  const request = norm && (!silence || norm.at > silence.at) ? norm : silence;
  const open = useUntil(request?.until) && request !== undefined && request.at !== dismissed;
  const close = () => {
    setDismissed(request?.at ?? 0);
    if (may('request/settle')) {
      void act({ type: 'request/settle', request: request === norm ? 'norm' : 'silence' });
    }
  };
  if (!open) {
    return null;
  }
  return request === norm ? (
    <Pause onClose={close} words={normWords(view)} />
  ) : (
    <Pause onClose={close} words={[t('A minute of silence.')]} still />
  );
}

interface PauseProps {
  readonly words: readonly string[];
  readonly still?: boolean;
  readonly onClose: () => void;
}

function Pause({ words, still, onClose }: PauseProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="breath" ref={dialog} aria-label={still ? t('Silence') : t('Our norms')} onClose={onClose}>
      {still && (
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="44" />
        </svg>
      )}
      {words.map((word) => (
        <blockquote key={word}>{word}</blockquote>
      ))}
      <button type="button" class="plain" onClick={() => dialog.current?.close()}>
        {t('Go on')}
      </button>
    </dialog>
  );
}

function normWords(view: RetroView): readonly string[] {
  const wanted = view.requests.norm?.norm;
  const norms = wanted === undefined ? view.norms : view.norms.filter((norm) => norm.id === wanted);
  return norms.length > 0 ? norms.map((norm) => norm.text) : [t('We listen to understand.')];
}
