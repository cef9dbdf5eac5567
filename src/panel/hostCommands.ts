import { signal } from '@preact/signals';
import type { PanelCommand, PanelRequests, ShownInvitation } from '../protocol/panelMessages.js';
import type { Result } from '../protocol/rpc.js';

type PreviewFile = Result<PanelRequests, 'preview'>['files'][number];

/** What lies around the panel: the editor, or a page of its own. */
export interface Surroundings {
  readonly offers: readonly PanelCommand[];
  command(command: PanelCommand): void;
  /** The files as they would be written now. Rejects while the room can't be asked. */
  preview(): Promise<readonly PreviewFile[]>;
}

/** What would be written if the retro ended now; asked for anew with each change while someone looks. */
export const previewFiles = signal<readonly PreviewFile[]>([]);
/** How others come in, where this panel may tell. */
export const invitation = signal<ShownInvitation | undefined>(undefined);

const around = signal<Surroundings>({ offers: [], command: () => undefined, preview: () => Promise.resolve([]) });

export function provideSurroundings(surroundings: Surroundings): void {
  around.value = surroundings;
}

/** Whether a command makes sense here: only what the editor has files or windows for. */
export function offers(command: PanelCommand): boolean {
  return around.value.offers.includes(command);
}

/** Runs a command that the palette has too. */
export function runCommand(command: PanelCommand): void {
  around.value.command(command);
}

export async function refreshPreview(): Promise<void> {
  try {
    previewFiles.value = await around.value.preview();
  } catch {
    // The line is down: the next change asks again, and meanwhile the last answer stands.
  }
}
