import { signal } from '@preact/signals';

/** What a screen reader says next. Set by {@link announce}, drawn by the app as the one polite live region. */
export const spoken = signal('');

/** Says it also when the same words were said before. */
export function announce(words: string): void {
  spoken.value = spoken.value === words ? `${words}\u00a0` : words;
}
