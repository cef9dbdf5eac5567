import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../text.js';

interface FieldProps {
  readonly label: string;
  readonly text: Signal<string>;
  readonly autoFocus?: boolean;
  readonly hint?: string;
  readonly type?: 'text' | 'date';
  readonly maxLength?: number;
  /** What the room knows already; shown until something else is typed. */
  readonly kept?: string | undefined;
  /** The person went on to something else and had changed the text. */
  readonly onLeave?: (text: string) => void;
}

/** A line to write on, with its name above. */
export function Field({ label, text, autoFocus, hint, type = 'text', maxLength = 500, kept, onLeave }: FieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) {
      field.current?.focus();
    }
  }, [autoFocus]);
  const shared = {
    id,
    ref: field,
    value: text.value || (kept ?? ''),
    placeholder: hint ?? '',
    maxLength,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => {
      text.value = event.currentTarget.value;
    },
    onChange: (event: Event & { currentTarget: HTMLInputElement }) => {
      if (onLeave && event.currentTarget.value !== (kept ?? '')) {
        onLeave(event.currentTarget.value);
      }
    },
  };
  return (
    <label class="field-line" htmlFor={id}>
      <span class="field-name">{label}</span>
      {type === 'date' ? <input type="date" {...shared} /> : <input type="text" {...shared} />}
    </label>
  );
}

interface SmallFormProps {
  readonly ready: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** A few fields that belong together: Enter sends them, Escape leaves them. */
export function SmallForm({ ready, onSend, onCancel, children }: SmallFormProps) {
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          onSend();
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          onCancel();
        }
      }}
    >
      {children}
      <div class="row">
        <button type="submit" class="primary" disabled={!ready}>
          {t('That’s it')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}
