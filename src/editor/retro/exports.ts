import * as v from 'valibot';
import * as vscode from 'vscode';
import { limits } from '../../retro/limits.js';
import { readArgument } from '../teamFile/argument.js';
import { alone, askText } from '../teamFile/flow.js';
import { UserError } from '../userError.js';
import { minutesWords } from './minutesWords.js';
import { namesIn, peopleTrouble } from './peopleNames.js';
import type { RetroDesk } from './retroDesk.js';
import type { Session } from './session.js';
import { slugOf } from './slug.js';
import { begin, folderFor, gather, type TeamLists } from './startRetroCommand.js';

const uri = v.custom<vscode.Uri>((value) => value instanceof vscode.Uri, 'must be a Uri');
const fileArgument = v.object({ file: v.optional(uri) });
const importArgument = v.object({
  file: v.optional(uri),
  people: v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1))), v.maxLength(limits.participants))),
});

/** `commonGround.retro.exportMarkdown {file?}`: what may go as far as the team. */
export async function exportMarkdown(desk: RetroDesk, argument: unknown): Promise<vscode.Uri | undefined> {
  return save(shown(desk), argument, 'md', 'Markdown', await markdownOf(desk));
}

/** `commonGround.retro.exportJson {file?}`: the same, to be taken up again elsewhere. */
export async function exportJson(desk: RetroDesk, argument: unknown): Promise<vscode.Uri | undefined> {
  const session = shown(desk);
  const archive = await import('../../retro/archive.js');
  return save(session, argument, 'json', 'JSON', archive.exportJson(session.state, 'team'));
}

/** `commonGround.retro.copyMarkdown` */
export async function copyMarkdown(desk: RetroDesk): Promise<void> {
  await vscode.env.clipboard.writeText(await markdownOf(desk));
  void vscode.window.setStatusBarMessage(vscode.l10n.t('The minutes are in the clipboard.'), 4000);
}

/** `commonGround.retro.importJson {file?, people?}`: the cards of a file are on the board of a new retro. */
export async function importJson(desk: RetroDesk, lists: TeamLists, argument: unknown): Promise<string | undefined> {
  await desk.look();
  desk.assertNone();
  const given = readArgument(importArgument, argument ?? {});
  const file = given.file ?? (await askFile());
  if (file === undefined) {
    return undefined;
  }
  const archive = await import('../../retro/archive.js');
  const imported = archive.importJson(new TextDecoder().decode(await readFile(file)));
  if ('problem' in imported) {
    throw new UserError('retro/import', vscode.l10n.t(imported.problem));
  }
  const people = given.people ?? (await askPeople());
  if (people === undefined) {
    return undefined;
  }
  const folder = folderFor(undefined);
  const setup = await gather(desk, lists, folder, imported.template, people, imported.title);
  return begin(desk, { ...setup, board: imported.board }, folder);
}

async function markdownOf(desk: RetroDesk): Promise<string> {
  const { minutes } = await import('../../retro/minutes.js');
  const text = minutes(shown(desk).state, 'team', minutesWords());
  if (text === undefined) {
    throw new UserError('retro/nothing-to-export', vscode.l10n.t('Nothing may leave the room so far.'));
  }
  return text;
}

/** Also a retro that was just closed, while it is on the screen. */
function shown(desk: RetroDesk): Session {
  return desk.current ?? desk.require();
}

async function save(
  session: Pick<Session, 'state' | 'folder'>,
  argument: unknown,
  ending: string,
  kind: string,
  text: string,
): Promise<vscode.Uri | undefined> {
  const given = readArgument(fileArgument, argument ?? {});
  const name = `${session.state.date}-${slugOf(session.state.title)}.${ending}`;
  const file =
    given.file ??
    (await vscode.window.showSaveDialog({
      ...(session.folder && { defaultUri: vscode.Uri.joinPath(session.folder.uri, name) }),
      filters: { [kind]: [ending] },
    }));
  if (file !== undefined) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  return file;
}

async function askFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({ filters: { JSON: ['json'] }, canSelectMany: false });
  return files?.[0];
}

async function readFile(file: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch {
    throw new UserError('retro/import-unreadable', vscode.l10n.t('This file could not be read.'));
  }
}

async function askPeople(): Promise<readonly string[] | undefined> {
  const answer = await askText(alone(vscode.l10n.t('Import a retro')), {
    prompt: vscode.l10n.t('Who is here? Names, with commas between. The first facilitates.'),
    validate: (text) => peopleTrouble(namesIn(text)),
  });
  return typeof answer === 'string' ? namesIn(answer) : undefined;
}
