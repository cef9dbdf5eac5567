import { useState } from 'preact/hooks';
import { t } from '../text.js';
import { Segments } from './segments.js';

interface RatchetProps<T extends string> {
  readonly title: string;
  /** In the order it can be turned, from left to right. */
  readonly steps: readonly T[];
  readonly value: T;
  readonly name: (step: T) => string;
  readonly meaning: (step: T) => string;
  readonly onTurn: (step: T) => Promise<boolean>;
}

/** A choice that goes one way. What is chosen waits for a second word, since there is no way back. */
export function Ratchet<T extends string>({ title, steps, value, name, meaning, onTurn }: RatchetProps<T>) {
  const [wish, setWish] = useState<T>();
  const chosen = wish ?? value;
  return (
    <div>
      <p class="field-name">{title}</p>
      <Segments
        label={title}
        value={chosen}
        choices={steps.map((step) => ({
          value: step,
          label: name(step),
          disabled: steps.indexOf(step) < steps.indexOf(value),
        }))}
        onChoose={(step) => setWish(step === value ? undefined : step)}
      />
      <p class="dim">{meaning(chosen)}</p>
      {wish !== undefined && wish !== value && (
        <div class="row">
          <button type="button" class="primary" onClick={() => void onTurn(wish).then(() => setWish(undefined))}>
            {t('From now on: {0}', name(wish))}
          </button>
          <button type="button" class="plain" onClick={() => setWish(undefined)}>
            {t('leave it')}
          </button>
        </div>
      )}
    </div>
  );
}
