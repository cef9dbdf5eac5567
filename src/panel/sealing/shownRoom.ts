import { effect } from '@preact/signals';
import type { ShownRoom } from '../../retro/sealing/client/roundGuard.js';
import type { RetroView } from '../../retro/viewModel.js';
import { room } from '../room.js';

/** The room as this panel shows it. */
export const shownRoom: ShownRoom = {
  view: () => room.peek(),
  until: (holds, milliseconds) => untilRoom(holds, milliseconds),
};

/** Waits until the room looks like that, for so many milliseconds at most. @returns whether it does */
export function untilRoom(holds: (view: RetroView) => boolean, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    let over = false;
    const end = (holds: boolean): void => {
      over = true;
      clearTimeout(timer);
      // The effect may be running for the first time.
      queueMicrotask(() => stop());
      resolve(holds);
    };
    const timer = setTimeout(() => end(false), milliseconds);
    const stop = effect(() => {
      const view = room.value;
      if (!over && view !== undefined && holds(view)) {
        end(true);
      }
    });
  });
}
