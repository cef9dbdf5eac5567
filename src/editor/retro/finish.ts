import * as vscode from 'vscode';
import { UserError } from '../userError.js';
import { type PlannedFile, planFiles, writeFiles } from './retroFiles.js';
import type { Session } from './session.js';

/** The files as they would be written now, for the panel. */
export async function preview(
  session: Pick<Session, 'state' | 'folder'>,
): Promise<{ readonly path: string; readonly text: string; readonly kind: 'repo' | 'local' }[]> {
  if (session.folder === undefined) {
    return [];
  }
  const files = await planFiles(session.state, session.folder);
  return files.map(({ path, shown, kind }) => ({ path, text: shown, kind }));
}

/**
 * Writes what leaves the room. The room itself is closed by the caller, after this: if something can't be written, nothing of
 * the retro is lost.
 * @returns the minutes, if there are any
 * @throws UserError when a file can't be written, or there is no folder for what should be
 */
export async function finish(session: Pick<Session, 'state' | 'folder'>): Promise<vscode.Uri | undefined> {
  const { folder, state } = session;
  if (folder === undefined) {
    await assertNothingToWrite(session);
    return undefined;
  }
  const files = await planFiles(state, folder);
  await writeFiles(files, folder).catch((error: unknown) => {
    if (error instanceof vscode.FileSystemError) {
      throw new UserError('retro/not-written', vscode.l10n.t('This could not be written: {0}', error.message));
    }
    throw error;
  });
  const minutes = files.find(isMinutes);
  return minutes && vscode.Uri.joinPath(folder.uri, minutes.path);
}

async function assertNothingToWrite(session: Pick<Session, 'state' | 'folder'>): Promise<void> {
  const { outcome } = await import('../../retro/minutes.js');
  const out = outcome(session.state);
  if (out.repo !== undefined || out.team !== undefined) {
    throw new UserError(
      'retro/no-folder',
      vscode.l10n.t('No folder is open to write into. Export the minutes, or lower what is left to “this room”.'),
    );
  }
}

function isMinutes(file: PlannedFile): boolean {
  return file.path.endsWith('.md');
}
