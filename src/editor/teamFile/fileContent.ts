import * as vscode from 'vscode';

/** What is at the place of a team file right now. */
export type FileContent =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'text';
      /** Without a byte order mark. Lines end as they do in the editor, or on disk when it is not open. */
      readonly text: string;
      /** Why it cannot be written, in words for people. */
      readonly readOnly?: string;
      /** The editor still holds the text of a file that is gone from disk. */
      readonly deleted?: boolean;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Above this a file is not one that people wrote; reading it would stop the editor for seconds. */
export const maxBytes = 4 * 1024 * 1024;

/** The document of the file, if some editor or extension has it open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted && !document.isClosed);
}

/**
 * Reads through the open document while it has unsaved edits; else from disk, of which the editor may hear only a moment
 * later.
 */
export async function readContent(uri: vscode.Uri): Promise<FileContent> {
  const document = openDocument(uri);
  const stat = await statOf(uri);
  if (stat === 'missing') {
    return document === undefined ? { kind: 'missing' } : { kind: 'text', text: document.getText(), deleted: true };
  }
  if (typeof stat === 'string') {
    return { kind: 'unreadable', reason: stat };
  }
  const readOnly = whyReadOnly(uri, stat);
  const text = document?.isDirty === true ? { text: document.getText() } : await textOnDisk(uri, stat);
  if ('reason' in text) {
    return { kind: 'unreadable', reason: text.reason };
  }
  return { kind: 'text', text: text.text, ...(readOnly === undefined ? {} : { readOnly }) };
}

/** The text on disk, whatever editors hold, or why there is none. */
export async function textOnDisk(
  uri: vscode.Uri,
  stat: vscode.FileStat,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  if ((stat.type & vscode.FileType.Directory) !== 0) {
    return { reason: vscode.l10n.t('There is a folder where the file should be.') };
  }
  if (stat.size > maxBytes) {
    return { reason: vscode.l10n.t('It is larger than {0} MB, too large to have been written by hand.', 4) };
  }
  try {
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The stat of the file, `missing`, or why it cannot be reached. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | 'missing' | (string & {})> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    return isMissing(error) ? 'missing' : reasonOf(error);
  }
}

function isMissing(error: unknown): boolean {
  // A file where the folder `.common-ground` should be makes the path impossible, which is as missing as can be.
  return error instanceof vscode.FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
}

function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions') {
    return vscode.l10n.t('It may not be read by you.');
  }
  const detail = error instanceof Error ? error.message : String(error);
  return vscode.l10n.t('It could not be read: {0}', detail);
}

function decode(bytes: Uint8Array): { readonly text: string } | { readonly reason: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { reason: vscode.l10n.t('It is not a text file.') } : { text };
  } catch {
    return { reason: vscode.l10n.t('It is not text in UTF-8.') };
  }
}

/** Why a file may be read but not written, if so. */
export function whyReadOnly(uri: vscode.Uri, stat?: vscode.FileStat): string | undefined {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return vscode.l10n.t('This folder can only be read.');
  }
  // Beside `Readonly` the editor has a value of its own for files without the write bit: any value means "don't".
  return (stat?.permissions ?? 0) === 0 ? undefined : vscode.l10n.t('This file can only be read.');
}
