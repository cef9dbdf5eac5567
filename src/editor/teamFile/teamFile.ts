import * as vscode from 'vscode';
import type { TextEdit } from '../../yamlList/textEdit.js';
import { UserError } from '../userError.js';
import { type FileContent, openDocument, readContent, statOf, textOnDisk, whyReadOnly } from './fileContent.js';

/** What came of a write. */
export interface WriteOutcome {
  readonly document: vscode.TextDocument;
  readonly before: string | undefined;
  readonly after: string;
  /** The document had unsaved edits before, so it was not saved. */
  readonly unsaved?: boolean;
}

/** Computes the edits for a text. Throws a `UserError` to refuse. Is asked again when the text moved meanwhile. */
export type MakeEdits = (text: string) => Promise<readonly TextEdit[]> | readonly TextEdit[];

/** How long the editor gets to notice that a file changed on disk. */
const patienceInMs = 3000;
const tries = 4;
/** A file that somebody else wrote less than this ago may be newer than what the editor knows: saving over it would fail. */
const settlingInMs = 1000;

/**
 * One YAML file of a workspace folder, at the edge: what it holds now, when that changes, and edits that go through the
 * editor's document, so that undo takes them back and unsaved text is never overwritten.
 */
export class TeamFile implements vscode.Disposable {
  readonly uri: vscode.Uri;
  private readonly didChange = new vscode.EventEmitter<vscode.TextDocumentContentChangeEvent | undefined>();
  /** Something changed: on disk, in the editor, or whether it is open. With the change, if it was a single edit. */
  readonly onDidChange = this.didChange.event;
  private readonly disposables: vscode.Disposable[] = [this.didChange];
  private queue: Promise<unknown> = Promise.resolve();
  /** The time of the file after our own last save. */
  private savedAt: number | undefined;

  constructor(
    readonly folder: vscode.WorkspaceFolder,
    name: string,
  ) {
    this.uri = vscode.Uri.joinPath(folder.uri, '.common-ground', name);
    this.watchDisk(name);
    this.watchEditor();
  }

  read(): Promise<FileContent> {
    return readContent(this.uri);
  }

  /** Differs when the file on disk was written since, whether or not anybody told of it. */
  async stamp(): Promise<string> {
    const stat = await statOf(this.uri);
    return typeof stat === 'string' ? stat : `${stat.mtime}/${stat.size}/${stat.type}`;
  }

  /**
   * Edits the file, one write after another. The text is compared before anything is written: if it moved while the edits
   * were made, they are made again on the new text. A document that was clean is saved; one with unsaved edits is not.
   * @throws UserError when the file cannot be written, with nothing changed
   */
  edit(makeEdits: MakeEdits): Promise<WriteOutcome> {
    return this.inTurn(async () => {
      await this.assertWritable();
      const document = await this.open();
      for (let attempt = 0; attempt < tries; attempt += 1) {
        await this.assertFresh(document);
        const outcome = await this.tryEdit(document, makeEdits);
        if (outcome !== undefined) {
          return outcome;
        }
      }
      throw moved();
    });
  }

  /** Makes the file. If somebody else made it meanwhile, nothing is written and the answer is nothing. */
  create(text: string): Promise<WriteOutcome | undefined> {
    return this.inTurn(async () => {
      const reason = whyReadOnly(this.uri);
      if (reason !== undefined) {
        throw readOnly(reason);
      }
      const edit = new vscode.WorkspaceEdit();
      edit.createFile(this.uri, { contents: new TextEncoder().encode(text), ignoreIfExists: false, overwrite: false });
      if (!(await vscode.workspace.applyEdit(edit))) {
        if ((await statOf(this.uri)) === 'missing') {
          throw new UserError('team-file/not-made', vscode.l10n.t('The file could not be made.'));
        }
        return undefined;
      }
      return { document: await this.open(), before: undefined, after: text };
    });
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(task, task);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async assertWritable(): Promise<void> {
    const content = await this.read();
    if (content.kind === 'unreadable') {
      throw new UserError('team-file/unreadable', content.reason);
    }
    if (content.kind === 'text' && content.readOnly !== undefined) {
      throw readOnly(content.readOnly);
    }
    if (content.kind === 'missing' || content.deleted === true) {
      throw new UserError('team-file/missing', vscode.l10n.t('The file {0} is not there any more.', this.shortName()));
    }
  }

  private async open(): Promise<vscode.TextDocument> {
    try {
      return openDocument(this.uri) ?? (await vscode.workspace.openTextDocument(this.uri));
    } catch {
      throw new UserError('team-file/unreadable', vscode.l10n.t('{0} could not be opened as text.', this.shortName()));
    }
  }

  /** A clean document that lags behind the disk would write old text over new: it gets time to catch up first. */
  private async assertFresh(document: vscode.TextDocument): Promise<void> {
    const deadline = Date.now() + patienceInMs;
    while (!document.isDirty) {
      const stat = await statOf(this.uri);
      const disk = typeof stat === 'string' ? { reason: stat } : await textOnDisk(this.uri, stat);
      if ('reason' in disk || typeof stat === 'string') {
        throw moved();
      }
      const held = document.getText();
      if (disk.text === held) {
        await this.settle(stat.mtime);
        return;
      }
      if (/[^\r]\n/.test(disk.text) && disk.text.includes('\r\n')) {
        throw mixedEndings();
      }
      if (Date.now() > deadline) {
        throw moved();
      }
      await this.nextChange(document);
    }
  }

  /** The same text written anew has a new time, of which the editor hears a moment later. */
  private async settle(mtime: number): Promise<void> {
    const age = Date.now() - mtime;
    if (mtime !== this.savedAt && age >= 0 && age < settlingInMs) {
      await new Promise((resolve) => setTimeout(resolve, settlingInMs - age));
    }
  }

  private async save(document: vscode.TextDocument): Promise<boolean> {
    const saved = await document.save();
    const stat = await statOf(this.uri);
    this.savedAt = typeof stat === 'string' ? undefined : stat.mtime;
    return saved;
  }

  private async tryEdit(document: vscode.TextDocument, makeEdits: MakeEdits): Promise<WriteOutcome | undefined> {
    const wasDirty = document.isDirty;
    const { version } = document;
    const before = document.getText();
    const edits = await makeEdits(before);
    if (document.version !== version || document.isDirty !== wasDirty) {
      return undefined;
    }
    if (edits.length === 0) {
      return { document, before, after: before };
    }
    const change = new vscode.WorkspaceEdit();
    change.set(
      this.uri,
      edits.map(({ range: { start, end }, newText }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        return vscode.TextEdit.replace(range, newText);
      }),
    );
    if (!(await vscode.workspace.applyEdit(change))) {
      return undefined;
    }
    const after = document.getText();
    if (wasDirty) {
      return { document, before, after, unsaved: true };
    }
    if (!(await this.save(document))) {
      throw notSaved();
    }
    return { document, before, after };
  }

  /** Until the document changes, or a short while has passed. */
  private nextChange(document: vscode.TextDocument): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      };
      const timer = setTimeout(done, 100);
      const listener = vscode.workspace.onDidChangeTextDocument((event) => event.document === document && done());
    });
  }

  private watchDisk(name: string): void {
    // The folder is watched too: when it goes as a whole, nobody tells of the file.
    const pattern = new vscode.RelativePattern(this.folder, `{.common-ground,.common-ground/${name}}`);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const tell = (): void => this.didChange.fire(undefined);
    watcher.onDidChange(tell, undefined, this.disposables);
    watcher.onDidCreate(tell, undefined, this.disposables);
    watcher.onDidDelete(tell, undefined, this.disposables);
    this.disposables.push(watcher);
  }

  private watchEditor(): void {
    const key = this.uri.toString();
    const tell = (document: vscode.TextDocument): void => {
      if (document.uri.toString() === key) {
        this.didChange.fire(undefined);
      }
    };
    vscode.workspace.onDidOpenTextDocument(tell, undefined, this.disposables);
    vscode.workspace.onDidCloseTextDocument(tell, undefined, this.disposables);
    vscode.workspace.onDidChangeTextDocument(
      ({ document, contentChanges }) => {
        if (document.uri.toString() === key && contentChanges.length > 0) {
          this.didChange.fire(contentChanges.length === 1 ? contentChanges[0] : undefined);
        }
      },
      undefined,
      this.disposables,
    );
  }

  private shortName(): string {
    return vscode.workspace.asRelativePath(this.uri);
  }
}

function readOnly(reason: string): UserError {
  return new UserError('team-file/read-only', reason);
}

function moved(): UserError {
  return new UserError(
    'team-file/moved',
    vscode.l10n.t('The file changed on disk meanwhile. Nothing was written; look at it, and try again.'),
  );
}

function notSaved(): UserError {
  return new UserError(
    'team-file/not-saved',
    vscode.l10n.t('The file could not be saved. It is as it was; the change is in the editor, unsaved.'),
  );
}

function mixedEndings(): UserError {
  return new UserError(
    'team-file/mixed-endings',
    vscode.l10n.t(
      'The file has both kinds of line endings, and the editor would change all of them. Choose LF or CRLF in the status bar and save it first.',
    ),
  );
}
