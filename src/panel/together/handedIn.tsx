import { useEffect, useRef } from 'preact/hooks';
import { Tokens } from '../parts/passOn.js';
import { t } from '../text.js';
import { readiness, type Secret, setReady } from './secrets.js';

interface HandedInProps {
  readonly about: Secret;
  /** Where nothing is heard of the others yet: how many there are. */
  readonly of: number;
}

/** What was handed in waits in this panel, until all have. It can be looked at again. */
export function HandedIn({ about, of }: HandedInProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const now = readiness.value[about];
  const ready = Math.max(1, now?.ready ?? 1);
  const all = now?.of ?? of;
  return (
    <div class="pass-on">
      <Tokens done={ready} of={all} />
      <p class="dim">
        {ready < all ? t('{0} or more of {1} have handed in.', ready, all) : t('All {0} have handed in.', all)}
      </p>
      <h2 class="quote" tabIndex={-1} ref={heading}>
        {t('Thank you. It waits with you.')}
      </h2>
      <p class="dim">
        {t(
          'It leaves your panel when all have answered: everyone’s at once, sealed, and mixed by one after the other.',
        )}
      </p>
      <button type="button" class="plain" onClick={() => setReady(about, false)}>
        {t('Look at it again')}
      </button>
    </div>
  );
}

/** Whether this person has handed in. */
export function hasHandedIn(about: Secret): boolean {
  return readiness.value[about]?.mine ?? false;
}
