import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useStepMoves } from '../moves.js';
import { t } from '../text.js';

interface PassOnProps {
  /** What the next person will be asked for: "Write your cards". */
  readonly title: string;
  readonly promise: string;
  readonly done: number;
  readonly of: number;
  /** What is shown to the one who has the keyboard; `handOver` closes the gate again. */
  readonly children: (handOver: () => void) => ComponentChildren;
}

/**
 * One keyboard goes round: between two people there is a page that shows nothing of what was typed. It counts entries and
 * knows nobody's name.
 */
export function PassOn(props: PassOnProps) {
  const [open, setOpen] = useState(false);
  const gate = useRef<HTMLHeadingElement>(null);
  const all = props.done >= props.of;
  const take = () => setOpen(true);
  const handOver = () => {
    setOpen(false);
    requestAnimationFrame(() => gate.current?.focus());
  };
  if (open) {
    return <>{props.children(handOver)}</>;
  }
  return (
    <div class="pass-on">
      {!all && <GateMoves take={take} />}
      <Tokens done={props.done} of={props.of} />
      <h2 class="quote" tabIndex={-1} ref={gate}>
        {all ? t('Everyone has handed in.') : props.done === 0 ? props.title : t('Thank you. Pass the keyboard on.')}
      </h2>
      <p class="dim">{all ? t('Go on when you are ready.') : props.promise}</p>
      {!all && (
        <button type="button" class="primary" onClick={take}>
          {t('I have the keyboard')}
        </button>
      )}
    </div>
  );
}

function GateMoves({ take }: { readonly take: () => void }) {
  useStepMoves([{ id: 'take', key: 'Enter', label: t('I have the keyboard'), place: 'start', run: take }]);
  return null;
}

/** One mark for each person in the room, filled for each entry: from the left, so that no seat belongs to anyone. */
export function Tokens({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <p class="tokens">
      <span aria-hidden="true">
        {Array.from({ length: Math.min(of, 60) }, (_, index) => (
          <i key={index} class={index < done ? 'token full' : 'token'} />
        ))}
      </span>
      <span class="dim">{t('{0} of {1}', done, of)}</span>
    </p>
  );
}
