import * as vscode from 'vscode';
import { differenceOf } from '../../yamlList/textEdit.js';
import type { ContextKey } from '../contributions.js';
import { UserError } from '../userError.js';
import type { TeamFile, WriteOutcome } from './teamFile.js';

interface Done {
  readonly file: TeamFile;
  readonly before: string | undefined;
  readonly after: string;
  readonly label: string;
}

const depth = 50;

/** The changes that commands made, to take them back also when the file is open in no editor. */
export class UndoStack {
  private readonly done: Done[] = [];

  constructor(private readonly key: ContextKey) {}

  push(file: TeamFile, { before, after }: WriteOutcome, label: string): void {
    if (before === after) {
      return;
    }
    this.done.push({ file, before, after, label });
    this.done.splice(0, Math.max(0, this.done.length - depth));
    this.tell();
  }

  /**
   * Takes the last change back, byte for byte. Answers what it was and what came of it.
   * @throws UserError when the file was changed since by someone else, with nothing changed
   */
  async undo(): Promise<{ readonly label: string; readonly outcome: WriteOutcome | undefined }> {
    const last = this.done.pop();
    this.tell();
    if (last === undefined) {
      throw new UserError('team-file/nothing-to-undo', vscode.l10n.t('There is no change to take back.'));
    }
    const { before, label } = last;
    const outcome = before === undefined ? await this.unmake(last) : await this.restore(last, before);
    return { label, outcome };
  }

  private restore({ file, after }: Done, before: string): Promise<WriteOutcome> {
    return file.edit((text) => {
      if (text !== after) {
        throw movedOn();
      }
      const difference = differenceOf(text, before);
      return difference === undefined ? [] : [difference];
    });
  }

  /** The change had made the file: it goes again, if nothing else is in it. */
  private async unmake({ file, after }: Done): Promise<undefined> {
    const content = await file.read();
    if (content.kind !== 'text' || content.text !== after) {
      throw movedOn();
    }
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(file.uri, { ignoreIfNotExists: true });
    await vscode.workspace.applyEdit(edit);
  }

  private tell(): void {
    void vscode.commands.executeCommand('setContext', this.key, this.done.length > 0);
  }
}

function movedOn(): UserError {
  return new UserError(
    'team-file/moved-on',
    vscode.l10n.t('The file was changed since. Undo it in the editor of the file, where you see what else would go.'),
  );
}
