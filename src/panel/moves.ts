import { computed, signal } from '@preact/signals';
import { useId, useLayoutEffect } from 'preact/hooks';
import type { Move } from './keys.js';

/** What the present step offers; the frame's own moves are beside it. */
const ofStep = signal<ReadonlyMap<string, readonly Move[]>>(new Map());
const ofFrame = signal<readonly Move[]>([]);

/** All that can be done now. A step's key wins over the frame's. */
export const moves = computed<readonly Move[]>(() => [...[...ofStep.value.values()].flat(), ...ofFrame.value]);

/** Offers moves for as long as the component is on the screen. Those of a part come before those of the whole. */
export function useStepMoves(offered: readonly Move[]): void {
  const id = useId();
  useLayoutEffect(() => {
    ofStep.value = new Map(ofStep.peek()).set(id, offered);
  });
  useLayoutEffect(
    () => () => {
      const rest = new Map(ofStep.peek());
      rest.delete(id);
      ofStep.value = rest;
    },
    [id],
  );
}

export function useFrameMoves(offered: readonly Move[]): void {
  useLayoutEffect(() => {
    ofFrame.value = offered;
  });
}
