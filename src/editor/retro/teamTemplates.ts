import * as vscode from 'vscode';
import type { RetroTemplate } from '../../retro/model.js';

/** A template that can be chosen, and where it came from. */
export interface OfferedTemplate {
  readonly template: RetroTemplate;
  /** Absent: it came with the extension. */
  readonly file?: vscode.Uri;
}

export const templateFolder = '.common-ground/templates';

/** The team's own templates first, then those that come with the extension. A file with problems is left out; they are shown in it. */
export async function offeredTemplates(
  folder: vscode.WorkspaceFolder | undefined,
): Promise<readonly OfferedTemplate[]> {
  const { builtInTemplates } = await import('../../retro/templates/builtIn.js');
  const own = folder === undefined ? [] : await teamTemplates(folder);
  const ids = new Set(own.map(({ template }) => template.id));
  return [...own, ...builtInTemplates.filter(({ id }) => !ids.has(id)).map((template) => ({ template }))];
}

async function teamTemplates(folder: vscode.WorkspaceFolder): Promise<readonly OfferedTemplate[]> {
  const root = vscode.Uri.joinPath(folder.uri, templateFolder);
  const entries = await vscode.workspace.fs.readDirectory(root).then(
    (found) => found,
    () => [],
  );
  const names = entries.map(([name]) => name).filter((name) => /\.ya?ml$/.test(name));
  const all = await Promise.all(names.sort().map((name) => readTemplate(vscode.Uri.joinPath(root, name), name)));
  return all.filter((one) => one !== undefined);
}

async function readTemplate(file: vscode.Uri, name: string): Promise<OfferedTemplate | undefined> {
  const { parseTemplate } = await import('../../retro/templates/templateFile.js');
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const { template } = parseTemplate(text, name.replace(/\.ya?ml$/, ''));
    return template && { template, file };
  } catch {
    return undefined;
  }
}
