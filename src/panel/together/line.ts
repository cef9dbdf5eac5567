import { signal } from '@preact/signals';
import type { CloseName } from '../../protocol/closeCodes.js';

/** How the line to the room is. `unreached` was never there so far, and is tried again; `lost` is being taken up again by itself; after `ended` only the person can try again. */
export type LineNow =
  | { readonly kind: 'opening' }
  | { readonly kind: 'steady' }
  | { readonly kind: 'unreached' }
  | { readonly kind: 'lost' }
  /** `why` is absent for what this version does not know; `text` says it in words for people. */
  | { readonly kind: 'ended'; readonly why: CloseName | undefined; readonly text: string };

/** The line of this panel; one shared screen has none. */
export const line = signal<LineNow | undefined>(undefined);
