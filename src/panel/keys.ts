/** One thing a person can do now: a button in the bar, a key, and a line in the help. */
export interface Move {
  readonly id: string;
  readonly label: string;
  /** `P`, `Space`, `Ctrl+Enter`, `?`. Ctrl is Command on a Mac. Absent for a move that has a button only. */
  readonly key?: string;
  readonly run: () => void;
  /** `start` and `end` are the two ends of the bar; `hidden` is in the help and on the keyboard only. */
  readonly place: 'start' | 'end' | 'hidden';
  /** The move that most people want next; drawn as such. */
  readonly next?: boolean;
  readonly disabled?: boolean;
}

/** What {@link moveFor} needs of a keyboard event, so that it can be tested without a browser. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where the press happened: a text field takes letters, a control takes Space, Enter and the arrows. */
export type Ground = 'page' | 'control' | 'text';

const takenByControls = new Set(['Space', 'Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/**
 * The move that a key press asks for, if any. Keys without Ctrl rest in text fields, and altogether when the person
 * switched single keys off (WCAG 2.1.4).
 */
export function moveFor(
  moves: readonly Move[],
  press: KeyPress,
  ground: Ground,
  singleKeys: boolean,
): Move | undefined {
  const name = keyName(press);
  const withCtrl = name.startsWith('Ctrl+');
  if (!withCtrl && (ground === 'text' || !singleKeys || press.altKey)) {
    return undefined;
  }
  if (ground === 'control' && takenByControls.has(name)) {
    return undefined;
  }
  return moves.find((move) => move.key === name && !move.disabled);
}

/** The spelling of {@link Move.key} for a press. Shift is left out, since `?` is itself on every keyboard. */
export function keyName(press: KeyPress): string {
  const base = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key;
  return press.ctrlKey || press.metaKey ? `Ctrl+${base}` : base;
}

/** The parts of a key as they are drawn, one `<kbd>` each. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  const symbols: Readonly<Record<string, string>> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Ctrl: mac ? '⌘' : 'Ctrl',
    Escape: 'Esc',
  };
  const parts = key === 'Ctrl++' ? ['Ctrl', '+'] : key.length > 1 ? key.split('+') : [key];
  return parts.map((part) => symbols[part] ?? part);
}
