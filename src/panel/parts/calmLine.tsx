import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text.js';

interface CalmLineProps {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endsAt: number;
  readonly label: string;
}

/**
 * Time that passes without a digit. The line is moved by the style sheet alone, so that nothing is computed while people
 * write; where motion is unwelcome it moves once a minute.
 */
export function CalmLine({ startedAt, endsAt, label }: CalmLineProps) {
  const bar = useRef<HTMLElement>(null);
  const [now, setNow] = useState(Date.now);
  const length = Math.max(1, endsAt - startedAt);
  const passed = Math.min(1, Math.max(0, (now - startedAt) / length));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    bar.current?.style.setProperty('--passed', String(passed));
    bar.current?.style.setProperty('--length', `${length}ms`);
    bar.current?.style.setProperty('--since', `${startedAt - Date.now()}ms`);
  }, [startedAt, length, passed]);
  return (
    <div class="calm-line" role="progressbar" aria-label={label} aria-valuetext={passedWord(passed)}>
      <i class="calm-part" key={`${startedAt}-${endsAt}`} ref={bar} />
    </div>
  );
}

function passedWord(passed: number): string {
  if (passed >= 1) {
    return t('the time is over; take what you need');
  }
  return passed < 0.4 ? t('just begun') : passed < 0.75 ? t('about half') : t('nearly over');
}
