import * as vscode from 'vscode';
import type { TeamTone } from '../../tone/team/teamTone.js';
import { differenceOf } from '../../yamlList/textEdit.js';
import type { Services } from '../services.js';
import { TeamFile } from '../teamFile/teamFile.js';
import { TextPositions } from '../teamFile/textPositions.js';
import { UserError } from '../userError.js';
import { source } from './diagnostics.js';
import type { ToneEngine } from './engine.js';

const fileName = 'tone.yaml';
/** While someone types in the file, its words are taken over after this pause. */
const pauseMs = 150;

/** Where the words of a team stand, whether there are any or not. */
export function teamFileIn(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, '.common-ground', fileName);
}

/** The file of one folder, with what was read last. */
interface Entry {
  readonly file: TeamFile;
  readonly listener: vscode.Disposable;
  text: string | undefined;
  team: Promise<TeamTone | undefined>;
  timer?: NodeJS.Timeout;
}

/**
 * The team's own words and switches, one file in each workspace folder. What stands in an open editor counts, saved or not,
 * so that a change is seen at once. Mistakes in the file are shown in it.
 */
export class TeamFiles implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly problems = vscode.languages.createDiagnosticCollection('commonGround.tone.team');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  /** The words or switches of a team changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly engine: () => Promise<ToneEngine>,
    private readonly log: Services['log'],
  ) {
    this.subscriptions = [
      this.problems,
      this.changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => this.forget(removed)),
    ];
  }

  /** What the team of a folder agreed on; `undefined` without a file. Read on the first call, watched from then on. */
  team(folder: vscode.WorkspaceFolder): Promise<TeamTone | undefined> {
    return this.entryOf(folder).team;
  }

  /**
   * Changes the file of a folder, and makes it if there is none; a file that was saved stays saved.
   * @throws UserError when the file cannot be changed as it stands.
   */
  async change(folder: vscode.WorkspaceFolder, edit: (text: string) => string | undefined): Promise<vscode.Uri> {
    const { file } = this.entryOf(folder);
    const content = await file.read();
    if (content.kind === 'missing') {
      await file.create(changedBy(edit, ''));
    } else {
      await file.edit((text) => {
        const difference = differenceOf(text, changedBy(edit, text));
        return difference === undefined ? [] : [difference];
      });
    }
    await this.reload(folder);
    return file.uri;
  }

  /** Shows the mistakes in files that are open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.opened(document);
    }
  }

  dispose(): void {
    for (const entry of this.entries.values()) {
      close(entry);
    }
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private entryOf(folder: vscode.WorkspaceFolder): Entry {
    const key = folder.uri.toString();
    const known = this.entries.get(key);
    if (known !== undefined) {
      return known;
    }
    const file = new TeamFile(folder, fileName);
    const listener = file.onDidChange((change) => {
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => void this.reload(folder), change === undefined ? 0 : pauseMs);
    });
    const entry: Entry = { file, listener, text: undefined, team: Promise.resolve(undefined) };
    this.entries.set(key, entry);
    entry.team = this.read(entry);
    return entry;
  }

  private async reload(folder: vscode.WorkspaceFolder): Promise<void> {
    const entry = this.entries.get(folder.uri.toString());
    if (entry !== undefined) {
      const before = entry.text;
      entry.team = this.read(entry);
      await entry.team;
      if (entry.text !== before) {
        this.changed.fire();
      }
    }
  }

  private async read(entry: Entry): Promise<TeamTone | undefined> {
    const { uri } = entry.file;
    const content = await entry.file.read();
    if (content.kind === 'unreadable') {
      this.log.warn(`${uri.toString()}: ${content.reason}`);
    }
    entry.text = content.kind === 'text' && content.deleted !== true ? content.text : undefined;
    if (entry.text === undefined || entry.text.trim() === '') {
      this.problems.delete(uri);
      return undefined;
    }
    const { team, problems } = (await this.engine()).readTeamTone(entry.text);
    const positions = new TextPositions(entry.text);
    this.problems.set(
      uri,
      problems.map(({ range, message }) => problemAt(positions.rangeOf(range), message)),
    );
    return team;
  }

  /** A team file that is looked at shows its mistakes, also while no other document is checked. */
  private opened({ uri }: vscode.TextDocument): void {
    const folder = uri.path.endsWith(`/.common-ground/${fileName}`) && vscode.workspace.getWorkspaceFolder(uri);
    if (folder && teamFileIn(folder).toString() === uri.toString()) {
      this.entryOf(folder);
    }
  }

  private forget(folders: readonly vscode.WorkspaceFolder[]): void {
    for (const { uri } of folders) {
      const entry = this.entries.get(uri.toString());
      if (entry !== undefined) {
        close(entry);
        this.problems.delete(entry.file.uri);
        this.entries.delete(uri.toString());
      }
    }
  }
}

function close({ file, listener, timer }: Entry): void {
  clearTimeout(timer);
  listener.dispose();
  file.dispose();
}

function changedBy(edit: (text: string) => string | undefined, text: string): string {
  const changed = edit(text);
  if (changed === undefined) {
    const message = vscode.l10n.t('{0} cannot be read as it stands. Mend it first.', `.common-ground/${fileName}`);
    throw new UserError('tone/team-file', message);
  }
  return changed;
}

function problemAt(range: vscode.Range, message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, vscode.l10n.t(message), vscode.DiagnosticSeverity.Warning);
  diagnostic.source = source;
  return diagnostic;
}
