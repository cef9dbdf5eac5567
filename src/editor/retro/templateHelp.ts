import * as vscode from 'vscode';

const selector: vscode.DocumentSelector = { pattern: '**/.common-ground/templates/*.{yaml,yml}' };
/** How long the hands must rest before a template is read again, in milliseconds. */
const restMs = 250;

/** Problems and completion in a team's own templates, for editors without a YAML extension too. */
export class TemplateHelp implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('commonGround.retroTemplates');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly disposables: vscode.Disposable[];

  constructor() {
    this.disposables = [
      this.diagnostics,
      vscode.workspace.onDidOpenTextDocument((document) => this.soon(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.soon(document, restMs)),
      vscode.workspace.onDidCloseTextDocument((document) => this.diagnostics.delete(document.uri)),
      vscode.languages.registerCompletionItemProvider(selector, { provideCompletionItems: complete }, ' ', '-'),
    ];
    for (const document of vscode.workspace.textDocuments) {
      this.soon(document, 0);
    }
  }

  dispose(): void {
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private soon(document: vscode.TextDocument, afterMs: number): void {
    if (vscode.languages.match(selector, document) === 0) {
      return;
    }
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        void this.check(document);
      }, afterMs),
    );
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { parseTemplate } = await import('../../retro/templates/templateFile.js');
    const { problems } = parseTemplate(document.getText(), 'template');
    if (document.isClosed) {
      return;
    }
    const found = problems.map(({ code, message, range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      const problem = new vscode.Diagnostic(range, vscode.l10n.t(message), vscode.DiagnosticSeverity.Error);
      problem.source = 'Common Ground';
      problem.code = code;
      return problem;
    });
    this.diagnostics.set(document.uri, found);
  }
}

async function complete(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const { completeTemplate } = await import('../../retro/templates/completeTemplate.js');
  return completeTemplate(document.getText(), document.offsetAt(position)).map(
    ({ label, detail, insertText, from }) => {
      const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Property);
      item.detail = vscode.l10n.t(detail);
      item.insertText = insertText;
      item.range = new vscode.Range(document.positionAt(from), position);
      return item;
    },
  );
}
