import { useEffect } from 'preact/hooks';
import { type Ground, moveFor } from './keys.js';
import { moves } from './moves.js';
import { singleKeys } from './preferences.js';

/** Listens to keys for the whole panel. A sheet or a menu that is open keeps its keys to itself. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || document.querySelector('dialog[open]')) {
        return;
      }
      const move = moveFor(moves.value, event, groundOf(event.target), singleKeys.value);
      if (move) {
        event.preventDefault();
        move.run();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function groundOf(target: EventTarget | null): Ground {
  if (!(target instanceof HTMLElement)) {
    return 'page';
  }
  if (target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])')) {
    return 'text';
  }
  return target.matches('button, a, input, summary, [draggable=true]') ? 'control' : 'page';
}
