import { signal } from '@preact/signals';
import type { HostCaller } from './host.js';

type PreviewFile =
  Awaited<ReturnType<HostCaller['call']>> extends infer R
    ? R extends { readonly files: readonly (infer F)[] }
      ? F
      : never
    : never;

/** What would be written if the retro ended now; asked for anew with each change while someone looks. */
export const previewFiles = signal<readonly PreviewFile[]>([]);

let host: HostCaller | undefined;

export function provideHost(caller: HostCaller): void {
  host = caller;
}

/** Runs a command that the palette has too. */
export function runCommand(command: Parameters<typeof callCommand>[0]): void {
  void callCommand(command);
}

function callCommand(
  command: 'exportMarkdown' | 'exportJson' | 'copyMarkdown' | 'discard' | 'start' | 'openMinutes',
): Promise<null> | undefined {
  return host?.call('command', { command });
}

export async function refreshPreview(): Promise<void> {
  const answer = await host?.call('preview', {});
  if (answer) {
    previewFiles.value = answer.files;
  }
}
