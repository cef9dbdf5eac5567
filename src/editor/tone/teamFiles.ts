import * as vscode from 'vscode';
import type { TeamTone } from '../../tone/teamTone.js';
import { UserError } from '../userError.js';
import { source } from './diagnostics.js';
import type { ToneEngine } from './engine.js';
import { positionsIn, readText, rewriteText } from './teamFileText.js';

const relativePath = '.common-ground/tone.yaml';
/** While someone types in the file, its words are taken over after this pause. */
const pauseMs = 150;

/**
 * The team's own words and switches, one file in each workspace folder. What stands in an open editor counts, saved or not,
 * so that a change is seen at once. Problems of the file are shown in it.
 */
export class TeamFiles implements vscode.Disposable {
  private readonly teams = new Map<string, Promise<TeamTone | undefined>>();
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly problems = vscode.languages.createDiagnosticCollection('commonGround.tone.team');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  /** The words or switches of a team changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly engine: () => Promise<ToneEngine>) {
    this.subscriptions = [
      this.problems,
      this.changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.typed(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      // What was typed and not saved is gone.
      vscode.workspace.onDidCloseTextDocument((document) => this.typed(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => this.forget(removed)),
    ];
  }

  /** The file of a folder, whether it exists or not. */
  static uriIn(folder: vscode.WorkspaceFolder): vscode.Uri {
    return vscode.Uri.joinPath(folder.uri, relativePath);
  }

  /** What the team of a folder agreed on; `undefined` without a file. Read on the first call, watched from then on. */
  team(folder: vscode.WorkspaceFolder): Promise<TeamTone | undefined> {
    const key = folder.uri.toString();
    const known = this.teams.get(key) ?? this.read(folder);
    this.teams.set(key, known);
    this.watch(folder);
    return known;
  }

  /**
   * Changes the file of a folder, and makes it if there is none; a file that was saved stays saved.
   * @throws UserError when the file cannot be changed as it stands.
   */
  async change(folder: vscode.WorkspaceFolder, edit: (text: string) => string | undefined): Promise<vscode.Uri> {
    const uri = TeamFiles.uriIn(folder);
    const text = await readText(uri);
    const changed = edit(text ?? '');
    if (changed === undefined) {
      const message = vscode.l10n.t('{0} cannot be read as it stands. Mend it first.', relativePath);
      throw new UserError('tone/team-file', message);
    }
    if (text === undefined) {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(changed));
    } else {
      await rewriteText(uri, changed);
    }
    this.reload(folder);
    return uri;
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, ...this.watchers.values()).dispose();
  }

  private async read(folder: vscode.WorkspaceFolder): Promise<TeamTone | undefined> {
    const uri = TeamFiles.uriIn(folder);
    const text = await readText(uri);
    if (text === undefined) {
      this.problems.delete(uri);
      return undefined;
    }
    const { team, problems } = (await this.engine()).readTeamTone(text);
    const at = positionsIn(text);
    this.problems.set(
      uri,
      problems.map(({ range, message }) => {
        const where = new vscode.Range(at(range.start), at(range.end));
        const diagnostic = new vscode.Diagnostic(where, vscode.l10n.t(message), vscode.DiagnosticSeverity.Warning);
        diagnostic.source = source;
        return diagnostic;
      }),
    );
    return team;
  }

  private watch(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    if (this.watchers.has(key)) {
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, relativePath));
    const again = () => this.reload(folder);
    this.watchers.set(
      key,
      vscode.Disposable.from(
        watcher,
        watcher.onDidCreate(again),
        watcher.onDidChange(again),
        watcher.onDidDelete(again),
      ),
    );
  }

  private reload(folder: vscode.WorkspaceFolder): void {
    this.teams.delete(folder.uri.toString());
    this.changed.fire();
  }

  private typed(document: vscode.TextDocument): void {
    const folder = folderOf(document);
    if (folder !== undefined) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.reload(folder), pauseMs);
    }
  }

  /** A team file that is looked at shows its problems, also while no other document is checked. */
  private opened(document: vscode.TextDocument): void {
    const folder = folderOf(document);
    if (folder !== undefined) {
      void this.team(folder);
    }
  }

  private forget(folders: readonly vscode.WorkspaceFolder[]): void {
    for (const folder of folders) {
      const key = folder.uri.toString();
      this.teams.delete(key);
      this.watchers.get(key)?.dispose();
      this.watchers.delete(key);
      this.problems.delete(TeamFiles.uriIn(folder));
    }
    this.changed.fire();
  }
}

function folderOf(document: vscode.TextDocument): vscode.WorkspaceFolder | undefined {
  if (!document.uri.path.endsWith(`/${relativePath}`)) {
    return undefined;
  }
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return folder !== undefined && TeamFiles.uriIn(folder).toString() === document.uri.toString() ? folder : undefined;
}
