import { signal } from '@preact/signals';
import type { RetroView } from '../retro/viewModel.js';
import { t } from './text.js';

/** Whether this panel's own code came over the network, from the hub: then it can be no safer than the hub. */
export const codeFromHub = signal(false);

/** What can be promised to someone who writes, and what can't, before they begin. */
export function honestWords(view: RetroView): string {
  if (view.anonymity === 'named') {
    return t('Nobody sees your words before everyone is ready. Your name will stand below them.');
  }
  if (!view.anonymityPossible) {
    return t(
      'Nobody sees your words before everyone is ready. You are fewer than four: anonymity is not possible, others may guess who wrote.',
    );
  }
  const words = t(
    'Nobody sees your words before everyone is ready. Your name is not saved, not even for the facilitator. Your style may still give you away.',
  );
  return codeFromHub.value
    ? `${words} ${t('This page came from the facilitator’s machine: if you don’t trust that, join from your own editor.')}`
    : words;
}
