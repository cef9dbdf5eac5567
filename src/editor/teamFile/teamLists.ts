import * as vscode from 'vscode';
import { UserError } from '../userError.js';
import { TeamFile } from './teamFile.js';
import { type ListFile, type ListRoom, type Snapshot, TeamList } from './teamList.js';

/** The lists of one kind in all workspace folders. Nothing is read before it is asked for. */
export class TeamLists<F extends ListFile, E> implements vscode.Disposable {
  private readonly lists = new Map<string, TeamList<F, E>>();
  private readonly didChange = new vscode.EventEmitter<TeamList<F, E>>();
  readonly onDidChange = this.didChange.event;
  private readonly didChangeFolders = new vscode.EventEmitter<void>();
  /** Folders came or went. */
  readonly onDidChangeFolders = this.didChangeFolders.event;
  private readonly listener: vscode.Disposable;

  constructor(
    private readonly name: string,
    private readonly loadRoom: () => Promise<ListRoom<F, E>>,
  ) {
    this.takeFolders();
    this.listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      this.takeFolders();
      this.didChangeFolders.fire();
    });
  }

  /** In the order of the workspace folders. */
  all(): readonly TeamList<F, E>[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => this.lists.get(folder.uri.toString()) ?? []);
  }

  /** Reads every file that has not been read. */
  async ready(): Promise<readonly { readonly list: TeamList<F, E>; readonly snapshot: Snapshot<F> }[]> {
    return Promise.all(this.all().map(async (list) => ({ list, snapshot: await list.ready() })));
  }

  /** The list whose file this is. */
  ofFile(uri: vscode.Uri): TeamList<F, E> | undefined {
    return this.all().find((list) => list.file.uri.toString() === uri.toString());
  }

  /** @throws UserError when the folder is not part of the workspace */
  ofFolder(folder: vscode.Uri): TeamList<F, E> {
    const list =
      this.lists.get(folder.toString()) ??
      this.lists.get(vscode.workspace.getWorkspaceFolder(folder)?.uri.toString() ?? '');
    if (list === undefined) {
      throw new UserError('team-file/no-folder', vscode.l10n.t('{0} is not open in this window.', folder.path));
    }
    return list;
  }

  /**
   * The list of the folder that an argument names, by URI, path or name.
   * @throws UserError when there is no such folder
   */
  named(folder: string | vscode.Uri): TeamList<F, E> {
    if (typeof folder !== 'string') {
      return this.ofFolder(folder);
    }
    const found = this.all().find(({ file }) =>
      [file.folder.name, file.folder.uri.toString(), file.folder.uri.fsPath].includes(folder),
    );
    if (found === undefined) {
      throw new UserError('team-file/no-folder', vscode.l10n.t('{0} is not open in this window.', folder));
    }
    return found;
  }

  /**
   * The list that is meant when none is named: the only one that has a file, or the only one there is.
   * @throws UserError when there is none, or more than one
   */
  async only(): Promise<TeamList<F, E>> {
    const all = await this.ready();
    const present = all.filter(({ snapshot }) => !snapshot.missing);
    const [first, second] = present.length > 0 ? present : all;
    if (first === undefined) {
      throw new UserError(
        'team-file/no-folder',
        vscode.l10n.t('Open a folder first: promises and norms live beside your code.'),
      );
    }
    if (second !== undefined) {
      throw new UserError(
        'team-file/which-folder',
        vscode.l10n.t('More than one team is open here: name the folder too.'),
      );
    }
    return first.list;
  }

  /** The lists that have a file. */
  async present(): Promise<readonly TeamList<F, E>[]> {
    return (await this.ready()).filter(({ snapshot }) => !snapshot.missing).map(({ list }) => list);
  }

  dispose(): void {
    this.listener.dispose();
    for (const list of this.lists.values()) {
      list.dispose();
    }
    this.lists.clear();
    this.didChange.dispose();
    this.didChangeFolders.dispose();
  }

  private takeFolders(): void {
    const folders = new Map((vscode.workspace.workspaceFolders ?? []).map((folder) => [folder.uri.toString(), folder]));
    for (const [key, list] of this.lists) {
      if (!folders.has(key)) {
        list.dispose();
        this.lists.delete(key);
      }
    }
    for (const [key, folder] of folders) {
      if (!this.lists.has(key)) {
        const list = new TeamList<F, E>(new TeamFile(folder, this.name), this.loadRoom);
        list.onDidChange(() => this.didChange.fire(list));
        this.lists.set(key, list);
      }
    }
  }
}
