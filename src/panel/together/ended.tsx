import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.js';
import { endingWords } from './endings.js';
import { line } from './line.js';

/** The way back in with the same seat, where there is one; set by whoever brought the panel up. */
let goInAgain: (() => void) | undefined;

export function provideWayBack(again: () => void): void {
  goInAgain = again;
}

/** The line ended for good: why, and what can be done about it. */
export function Ended() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const now = line.value;
  const { title, advice, again } = now?.kind === 'ended' ? endingWords(now.why, now.text) : endingWords(undefined, '');
  return (
    <main class="threshold">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <p>{advice}</p>
      {again && goInAgain && (
        <div>
          <button type="button" class="primary" onClick={() => goInAgain?.()}>
            {t('Go in again')}
          </button>
        </div>
      )}
    </main>
  );
}
