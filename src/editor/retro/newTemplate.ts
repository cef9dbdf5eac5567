import * as v from 'valibot';
import * as vscode from 'vscode';
import { folderArgument, readArgument } from '../teamFile/argument.js';
import { alone, askText } from '../teamFile/flow.js';
import { UserError } from '../userError.js';
import { slugOf } from './slug.js';
import { folderFor } from './startRetroCommand.js';
import { templateFolder } from './teamTemplates.js';

const newTemplateArgument = v.object({
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1))),
  folder: v.optional(folderArgument),
});

/** `commonGround.retro.newTemplate {name?}`: a sample to change, opened. A file that is there already is opened as it is. */
export async function newTemplate(argument: unknown): Promise<vscode.Uri | undefined> {
  const given = readArgument(newTemplateArgument, argument ?? {});
  const folder = folderFor(given.folder);
  if (folder === undefined) {
    throw new UserError('retro/no-folder', vscode.l10n.t('Open a folder first: templates live in it.'));
  }
  const name = given.name ?? (await askName());
  if (name === undefined) {
    return undefined;
  }
  const file = vscode.Uri.joinPath(folder.uri, templateFolder, `${slugOf(name)}.yaml`);
  const there = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (!there) {
    const { sampleTemplate } = await import('../../retro/templates/sampleTemplate.js');
    const text = sampleTemplate.replace(/^name: .*$/m, () => `name: ${JSON.stringify(name)}`);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  await vscode.window.showTextDocument(file);
  return file;
}

async function askName(): Promise<string | undefined> {
  const answer = await askText(alone(vscode.l10n.t('New retro template')), {
    prompt: vscode.l10n.t('What is it called?'),
    placeholder: vscode.l10n.t('Friday look back'),
    validate: (text) => (text === '' ? vscode.l10n.t('A name, please.') : undefined),
  });
  return typeof answer === 'string' ? answer : undefined;
}
