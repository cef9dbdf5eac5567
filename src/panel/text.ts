import * as l10n from '@vscode/l10n';

/** Every word that people read in the panel goes through here, so that it can be translated. */
export function t(message: string, ...args: readonly (string | number)[]): string {
  return l10n.t(message, ...args);
}

/** The translation that the host has for the editor's language; to be called before the first {@link t}. */
export function useTranslation(contents: Readonly<Record<string, string>> | undefined): void {
  if (contents) {
    l10n.config({ contents: { ...contents } });
  }
}
