import { signal } from '@preact/signals';

/** A page on top of the room. */
export type SheetName = 'help' | 'facilitate' | 'people';

/** The one that is open. */
export const sheet = signal<SheetName | undefined>(undefined);

export function openSheet(name: SheetName): void {
  sheet.value = name;
}

export function closeSheet(): void {
  sheet.value = undefined;
}
