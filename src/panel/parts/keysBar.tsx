import { keyCaps, type Move } from '../keys.js';
import { onMac } from '../platform.js';

/** What can be done now, with its key; each is a button too, for hands that hold a mouse or a phone. */
export function KeysBar({ moves }: { readonly moves: readonly Move[] }) {
  return (
    <footer class="keys">
      {(['start', 'end'] as const).map((place) => (
        <div key={place} class={place}>
          {moves
            .filter((move) => move.place === place)
            .map((move) => (
              <MoveButton key={move.id} move={move} />
            ))}
        </div>
      ))}
    </footer>
  );
}

function MoveButton({ move }: { readonly move: Move }) {
  return (
    <button
      type="button"
      class={move.next ? 'move next' : 'move'}
      disabled={move.disabled ?? false}
      onClick={() => move.run()}
    >
      {move.key && <KeyCaps of={move.key} />}
      {move.label}
    </button>
  );
}

/** A key as it is drawn. Hidden from screen readers, which say keys in their own way. */
export function KeyCaps({ of: key }: { readonly of: string }) {
  return (
    <span aria-hidden="true">
      {keyCaps(key, onMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
