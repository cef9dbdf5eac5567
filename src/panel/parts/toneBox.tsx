import type { Signal } from '@preact/signals';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Finding, Suggestion } from '../../tone/finding.js';
import { t } from '../text.js';
import { useFindings } from '../toneClient.js';
import { KeyCaps } from './keysBar.js';
import { findingAt, pieces, selectionAfter } from './marks.js';
import { Rewrites } from './rewrites.js';

export interface ToneBoxProps {
  readonly text: Signal<string>;
  /** The accessible name; it is drawn by whoever places the box, or not at all. */
  readonly label: string;
  readonly hint?: string;
  readonly maxLength?: number;
  /** Letters are drawn as dots: for a screen that others see. */
  readonly veiled?: boolean;
  readonly autoFocus?: boolean;
  /** Ctrl+Enter. */
  readonly onCommit?: () => void;
}

/**
 * A text field that underlines what may read as blame. The field itself is transparent; the underlines are drawn by a
 * mirror of its text behind it, which also gives both their height.
 */
export function ToneBox(props: ToneBoxProps) {
  const { text, label, hint, maxLength = 2000 } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const wrapper = useRef<HTMLDivElement>(null);
  const id = useId();
  const findings = useFindings(text, props.veiled ?? false);
  const [open, setOpen] = useState<Finding>();
  const shown = open && findings.find((finding) => finding.rule === open.rule && finding.text === open.text);
  const openAt = (caret: number) => setOpen(findingAt(findings, caret));
  const close = () => {
    setOpen(undefined);
    field.current?.focus();
  };
  useEffect(() => {
    if (props.autoFocus) {
      field.current?.focus();
    }
  }, [props.autoFocus]);

  return (
    <div
      class="tone-box"
      ref={wrapper}
      onFocusOut={(event) => {
        if (!wrapper.current?.contains(event.relatedTarget as Node | null)) {
          setOpen(undefined);
        }
      }}
    >
      <div class={props.veiled ? 'field veiled' : 'field'}>
        <Mirror text={text.value} findings={findings} />
        <textarea
          ref={field}
          value={text.value}
          rows={2}
          maxLength={maxLength}
          aria-label={label}
          aria-describedby={`${id}-found`}
          placeholder={hint ?? ''}
          spellcheck
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
          onClick={(event) => openUnder(findings, event.currentTarget.selectionStart, setOpen)}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey) {
              if (event.key === '.') {
                openAt(event.currentTarget.selectionStart);
                event.preventDefault();
              } else if (event.key === 'Enter' && props.onCommit) {
                event.stopPropagation();
                event.preventDefault();
                props.onCommit();
              }
            }
          }}
        />
      </div>
      <p class="found" id={`${id}-found`}>
        {findings.length > 0 && (
          <button type="button" class="plain" aria-expanded={shown !== undefined} onClick={() => openAt(0)}>
            {t('may read as blame')} <KeyCaps of="Ctrl+." />
          </button>
        )}
      </p>
      {shown && (
        <Rewrites finding={shown} onChoose={(choice) => replace(field.current, choice, close)} onClose={close} />
      )}
    </div>
  );
}

function Mirror({ text, findings }: { readonly text: string; readonly findings: readonly Finding[] }) {
  return (
    <div class="mirror" aria-hidden="true">
      {pieces(text, findings).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}
      {'\u200b'}
    </div>
  );
}

function openUnder(findings: readonly Finding[], caret: number, setOpen: (finding: Finding | undefined) => void): void {
  setOpen(findings.find(({ range }) => range.start <= caret && caret <= range.end));
}

/** Through the browser's own editing, so that Ctrl+Z takes it back. */
function replace(field: HTMLTextAreaElement | null, choice: Suggestion, done: () => void): void {
  if (field) {
    field.focus();
    field.setSelectionRange(choice.range.start, choice.range.end);
    document.execCommand('insertText', false, choice.newText);
    done();
    const { start, end } = selectionAfter(choice);
    field.setSelectionRange(start, end);
  }
}
