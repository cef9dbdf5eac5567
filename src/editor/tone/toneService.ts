import * as vscode from 'vscode';
import type { ToneChecker, ToneSettings } from '../../tone/checker.js';
import { OWN_PHRASE_RULE } from '../../tone/document/ownPhrases.js';
import type { Finding } from '../../tone/finding.js';
import type { Services } from '../services.js';
import { blankDiagnostic, diagnosticOf } from './diagnostics.js';
import {
  type CheckHost,
  type CheckPlan,
  type DocumentCheck,
  hasLetters,
  lengthOf,
  type NotChecked,
} from './documentCheck.js';
import { DocumentChecks } from './documentChecks.js';
import { loadEngine, type ToneEngine } from './engine.js';
import { isExcluded } from './exclude.js';
import { gitApi } from './gitApi.js';
import { readPreferences, touchesPreferences } from './preferences.js';
import { RepositoryAuthors } from './repositoryAuthors.js';
import { pageOf, severityOf } from './ruleLook.js';
import { Snooze } from './snooze.js';
import { readAs, type Surface, surfaceOf } from './surface.js';
import { TeamFiles, teamFileIn } from './teamFiles.js';
import { TimeSlices } from './timeSlices.js';

/** Longer texts are left alone: nobody writes them by hand. */
const largest = 5_000_000;
/** The extension host shares its thread with every other extension; a last step may come on top. */
const sliceMs = 4;
/** As many different settings (folders, incident files) keep what they know of their sentences. */
const checkersKept = 8;

/** Puts documents, settings, the team's words and the engine together, and publishes what is found. */
export class ToneService implements vscode.Disposable, CheckHost {
  readonly slices = new TimeSlices({ now: () => performance.now(), rest: (next) => setImmediate(next) }, sliceMs);
  readonly snooze: Snooze;
  readonly teams: TeamFiles;
  readonly checks: DocumentChecks;
  private readonly authors: RepositoryAuthors;
  private readonly checkers = new Map<string, ToneChecker>();
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('commonGround.tone');
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly checked = new vscode.EventEmitter<DocumentCheck>();
  private readonly subscriptions: vscode.Disposable[];
  private reported: string | undefined;
  /** Settings or the team's words changed. */
  readonly onDidChange = this.changed.event;
  /** The findings of a document are new. */
  readonly onDidCheck = this.checked.event;

  constructor(private readonly services: Services) {
    this.teams = new TeamFiles(loadEngine, services.log);
    this.snooze = new Snooze(services.context.globalState, Date.now);
    this.checks = new DocumentChecks(this, (document) => this.surfaceOf(document) !== undefined);
    this.authors = new RepositoryAuthors(gitApi, (uri) => this.checks.of(uri)?.recheck());
    const again = () => this.recheck();
    this.subscriptions = [
      this.snooze.onDidChange(again),
      this.teams.onDidChange(again),
      vscode.workspace.onDidChangeConfiguration((event) => touchesPreferences(event) && again()),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      this.checks.onDidLeave((uri) => {
        this.diagnostics.delete(uri);
        this.authors.forget(uri);
      }),
    ];
  }

  /** Takes in what is open already. */
  start(): void {
    this.checks.start();
    this.teams.start();
  }

  surfaceOf({ uri, languageId }: vscode.TextDocument): Surface | undefined {
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false && uri.scheme !== 'comment') {
      return undefined;
    }
    return surfaceOf(uri.scheme, languageId, readPreferences({ uri, languageId }).codeComments);
  }

  async plan(document: vscode.TextDocument): Promise<CheckPlan | NotChecked | undefined> {
    const { uri, languageId } = document;
    const preferences = readPreferences({ uri, languageId });
    const surface = this.surfaceOf(document);
    if (!preferences.enable || surface === undefined) {
      return 'off';
    }
    if (this.checks.isPutAway(document)) {
      return 'putAway';
    }
    if (this.snooze.active) {
      return 'snoozed';
    }
    if (lengthOf(document) > largest) {
      return 'tooLarge';
    }
    if (isExcluded(document, preferences.exclude, this.services.context.extensionUri)) {
      return 'excluded';
    }
    return hasLetters(document) ? this.planFor(document, surface) : undefined;
  }

  private async planFor({ uri, languageId }: vscode.TextDocument, surface: Surface): Promise<CheckPlan | 'excluded'> {
    const { engine, settings } = await this.settingsFor(uri, surface);
    return settings === undefined
      ? 'excluded'
      : {
          checker: this.checkerFor(engine, settings),
          languageId: readAs(surface, languageId),
          openBlanks: (text) => engine.openBlanks(text),
        };
  }

  publish(check: DocumentCheck): void {
    const { document, findings } = check;
    const squiggles = findings.map((finding) => this.squiggleOf(document, finding));
    const blanks = check.blanks.map((range) => blankDiagnostic(document, range));
    this.diagnostics.set(document.uri, [...squiggles, ...blanks]);
    this.checks.used(check);
    this.checked.fire(check);
    if (check.isIncident) {
      this.authors.of(document.uri);
    }
  }

  /** The same failure at every letter is told once. */
  report(error: unknown): void {
    if (String(error) === this.reported) {
      return;
    }
    this.reported = String(error);
    this.services.log.error('A text could not be checked for its tone.', error as Error);
  }

  squiggleOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
    return diagnosticOf(document, finding, severityOf(finding), this.pageOf(document, finding.rule));
  }

  /** A check of texts that are in no document, with the settings of the first folder. */
  async checkNow(languageId: string): Promise<(text: string) => readonly Finding[]> {
    const { engine, settings } = await this.settingsFor(undefined, undefined);
    const checker = settings && this.checkerFor(engine, settings);
    return (text) => checker?.check(text, languageId) ?? [];
  }

  /** Checks a text that is in no document, with the settings of the first folder. */
  async check(text: string, languageId: string): Promise<readonly Finding[]> {
    return (await this.checkNow(languageId))(text);
  }

  dispose(): void {
    vscode.Disposable.from(
      ...this.subscriptions,
      this.checks,
      this.teams,
      this.snooze,
      this.authors,
      this.diagnostics,
      this.changed,
      this.checked,
    ).dispose();
  }

  /** The words of a team are explained where they stand. */
  private pageOf({ uri }: vscode.TextDocument, rule: string): vscode.Uri {
    const folder = rule === OWN_PHRASE_RULE ? folderFor(uri) : undefined;
    return folder === undefined ? pageOf(this.services.context.extensionUri, rule) : teamFileIn(folder);
  }

  private recheck(): void {
    this.checks.recheck();
    this.changed.fire();
  }

  /** The team's words are read while the engine is loaded. */
  private async settingsFor(
    uri: vscode.Uri | undefined,
    surface: Surface | undefined,
  ): Promise<{ engine: ToneEngine; settings: ToneSettings | undefined }> {
    const folder = folderFor(uri);
    const [team, engine] = await Promise.all([folder && this.teams.team(folder), loadEngine()]);
    const wishes = readPreferences(uri ?? folder?.uri);
    const { path, name } = placeOf(uri, surface);
    const settings = engine.settings(wishes, team, path, name);
    if (uri === undefined || !(settings?.context.incident || this.checks.of(uri)?.isIncident)) {
      return { engine, settings };
    }
    const people = this.authors.of(uri);
    return {
      engine,
      settings: people.length === 0 ? settings : engine.settings({ ...wishes, people }, team, path, name),
    };
  }

  /** Texts with equal settings share one checker, and with it what it knows of their sentences. */
  private checkerFor(engine: ToneEngine, settings: ToneSettings): ToneChecker {
    const key = JSON.stringify(settings, (_, value: unknown) =>
      value instanceof Set || value instanceof Map ? [...value] : value,
    );
    const checker = this.checkers.get(key) ?? engine.checker(settings);
    this.checkers.delete(key);
    this.checkers.set(key, checker);
    for (const old of [...this.checkers.keys()].slice(0, -checkersKept)) {
      this.checkers.delete(old);
    }
    return checker;
  }
}

/** The folder whose team speaks for a document; texts outside of all folders (boxes, commit messages) go with the first. */
function folderFor(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}

/** The path of a document in its folder; of a file that lies elsewhere its name, and the folder's that it lies in. */
function placeOf(
  uri: vscode.Uri | undefined,
  surface: Surface | undefined,
): { readonly path?: string; readonly name?: string } {
  if (uri !== undefined && vscode.workspace.getWorkspaceFolder(uri) !== undefined) {
    return { path: vscode.workspace.asRelativePath(uri, false) };
  }
  const isFile = (surface === 'markdown' || surface === 'code') && uri !== undefined && uri.scheme !== 'untitled';
  return isFile ? { name: uri.path.split('/').slice(-2).join('/') } : {};
}
