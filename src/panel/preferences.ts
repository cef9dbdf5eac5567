import { effect, signal } from '@preact/signals';

/** Whether single letters are keys (WCAG 2.1.4 asks that they can be switched off). Kept with the panel's own state. */
export const singleKeys = signal(true);

/** Takes what was kept, and keeps what is chosen from now on. */
export function preferences(kept: boolean | undefined, keep: (singleKeys: boolean) => void): void {
  singleKeys.value = kept ?? true;
  let first = true;
  effect(() => {
    const chosen = singleKeys.value;
    if (!first) {
      keep(chosen);
    }
    first = false;
  });
}
