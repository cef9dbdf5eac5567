import { useId } from 'preact/hooks';

/** One choice of a {@link Segments}. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Segment<T>[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}

/** A few choices side by side: radio buttons, so that arrows move and one name is said for all. */
export function Segments<T extends string>({ label, choices, value, onChoose }: SegmentsProps<T>) {
  const name = useId();
  return (
    <div class="segments" role="radiogroup" aria-label={label} onKeyDown={stayInside}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            disabled={choice.disabled ?? false}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

/** Radio buttons wrap around at their ends; where a step can't be taken back, a slip of a finger must not do that. */
function stayInside(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined && event.currentTarget instanceof HTMLElement) {
    const all = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:enabled')];
    const at = all.findIndex((input) => input.matches(':focus'));
    if (all[at + step] === undefined) {
      event.preventDefault();
    }
  }
}
