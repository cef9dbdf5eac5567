import { computed, signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Move } from './keys.js';

/** What the present step offers; the frame's own moves are beside it. */
const ofStep = signal<readonly Move[]>([]);
const ofFrame = signal<readonly Move[]>([]);

/** All that can be done now. A step's key wins over the frame's. */
export const moves = computed<readonly Move[]>(() => [...ofStep.value, ...ofFrame.value]);

/** Offers moves for as long as the component is on the screen. */
export function useStepMoves(offered: readonly Move[]): void {
  useLayoutEffect(() => {
    ofStep.value = offered;
  });
  useLayoutEffect(
    () => () => {
      ofStep.value = [];
    },
    [],
  );
}

export function useFrameMoves(offered: readonly Move[]): void {
  useLayoutEffect(() => {
    ofFrame.value = offered;
  });
}
