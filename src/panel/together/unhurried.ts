import { useRef, useState } from 'preact/hooks';
import type { RetroView } from '../../retro/viewModel.js';

interface Unhurried {
  /** What is drawn: the room, or the step that this person is still writing in. */
  readonly shown: RetroView;
  /** Goes where the room is; absent where it is. */
  readonly come?: () => void;
}

/**
 * Nobody who types is pulled away: when the room goes on from writing and the cards are not shown yet, whoever has words under
 * their hands stays with them until they come along, or until the cards are there.
 */
export function useUnhurried(view: RetroView, isTyping: () => boolean): Unhurried {
  const last = useRef(view);
  const [held, hold] = useState<RetroView>();
  const before = last.current;
  last.current = view;
  const left = before.step !== view.step && before.kind === 'write' && view.mode === 'room';
  const staying = left && isTyping() ? before : held;
  if (staying !== held) {
    hold(staying);
  }
  if (staying === undefined || !waits(view)) {
    return { shown: view };
  }
  const { step, kind, ticks } = staying;
  return { shown: { ...view, step, kind, ticks }, come: () => hold(undefined) };
}

/** Only before the cards: afterwards there is nothing left to write for. */
function waits(view: RetroView): boolean {
  return view.kind === 'reveal' && view.cards.length === 0;
}
