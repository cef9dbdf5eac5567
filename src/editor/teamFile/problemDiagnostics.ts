import * as vscode from 'vscode';
import type { Problem } from '../../yamlList/problem.js';
import type { DocumentFiles } from './documentFiles.js';
import { wordProblem } from './problemWords.js';
import type { ListFile, TeamList } from './teamList.js';
import { TextPositions } from './textPositions.js';

/** Who says it, in the list of problems. */
export const source = 'Common Ground';
const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};
/** A file that is broken from top to bottom is not told of a thousand times. */
const most = 200;

/** Shows the problems of the files where they are, in files of the workspace and in others of that name that are open. */
export class ProblemDiagnostics<F extends ListFile, E> implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;
  private readonly disposables: vscode.Disposable[];

  constructor(
    name: string,
    private readonly selector: vscode.DocumentSelector,
    private readonly files: DocumentFiles<F, E>,
  ) {
    this.collection = vscode.languages.createDiagnosticCollection(name);
    this.disposables = [
      this.collection,
      files.lists.onDidChange((list) => this.showList(list)),
      vscode.workspace.onDidOpenTextDocument((document) => this.showElsewhere(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.showElsewhere(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (files.lists.ofFile(document.uri) === undefined) {
          this.collection.delete(document.uri);
        }
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private showList(list: TeamList<F, E>): void {
    const latest = list.current?.missing === true ? undefined : list.current?.latest;
    this.collection.set(list.file.uri, latest === undefined ? [] : diagnosticsOf(latest));
  }

  private showElsewhere(document: vscode.TextDocument): void {
    if (vscode.languages.match(this.selector, document) === 0 || this.files.lists.ofFile(document.uri) !== undefined) {
      return;
    }
    const { version } = document;
    void this.files.fileOf(document).then((file) => {
      if (document.version === version) {
        this.collection.set(document.uri, diagnosticsOf(file));
      }
    });
  }
}

function diagnosticsOf(file: ListFile): vscode.Diagnostic[] {
  const positions = new TextPositions(file.text);
  return file.problems.slice(0, most).map((problem) => {
    const severity = severities[problem.severity];
    const diagnostic = new vscode.Diagnostic(positions.rangeOf(problem.range), wordProblem(problem), severity);
    diagnostic.source = source;
    diagnostic.code = problem.code;
    return diagnostic;
  });
}

/** The problem behind a diagnostic, if it is still there. */
export function problemBehind(
  file: ListFile,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Problem | undefined {
  const start = document.offsetAt(diagnostic.range.start);
  return file.problems.find(({ code, range }) => code === diagnostic.code && range.start === start);
}
