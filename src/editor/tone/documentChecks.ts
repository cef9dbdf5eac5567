import * as vscode from 'vscode';
import { type CheckHost, DocumentCheck } from './documentCheck.js';

/** Follows the documents of this window: one {@link DocumentCheck} for each that is written in. */
export class DocumentChecks implements vscode.Disposable {
  private readonly checks = new Map<string, DocumentCheck>();
  /** Boxes that were on screen at some time, with whether they are now. */
  private readonly boxes = new WeakMap<vscode.TextDocument, boolean>();
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  /** A document left: closed, or its language changed. */
  readonly onDidLeave = this.closed.event;

  /** @param concerns whether a document is of a kind that is checked at all. */
  constructor(
    private readonly host: CheckHost,
    private readonly concerns: (document: vscode.TextDocument) => boolean,
  ) {
    this.subscriptions = [
      this.closed,
      vscode.workspace.onDidOpenTextDocument((document) => this.enter(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.leave(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.look(editors)),
    ];
  }

  /** Takes in what is open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.enter(document);
    }
    this.look(vscode.window.visibleTextEditors);
  }

  /**
   * Whether a comment box is gone from the screen. VS Code keeps its document, also after the comment was sent or deleted,
   * so that its squiggles would stay in the Problems view for good.
   */
  isPutAway(document: vscode.TextDocument): boolean {
    return this.boxes.get(document) === false;
  }

  of(uri: vscode.Uri): DocumentCheck | undefined {
    return this.checks.get(uri.toString());
  }

  all(): Iterable<DocumentCheck> {
    return this.checks.values();
  }

  /** Settings changed: documents may come in, go out, or read differently. */
  recheck(): void {
    for (const check of [...this.checks.values()].filter(({ document }) => !this.concerns(document))) {
      this.leave(check.document);
    }
    for (const check of this.checks.values()) {
      check.recheck();
    }
    this.start();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, ...this.checks.values()).dispose();
    this.checks.clear();
  }

  private enter(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (document.isClosed || this.checks.has(key) || !this.concerns(document)) {
      return;
    }
    const check = new DocumentCheck(document, this.host);
    this.checks.set(key, check);
    check.recheck();
  }

  private change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // An event without changes tells that the document was saved or became dirty.
    if (contentChanges.length > 0) {
      this.of(document.uri)?.edit(contentChanges);
    }
  }

  private look(editors: readonly vscode.TextEditor[]): void {
    for (const check of this.checks.values()) {
      const { document } = check;
      const visible = editors.some((editor) => editor.document === document);
      // A box that is not on screen yet is about to be; editors that never tell of boxes leave them as they are.
      const before = this.boxes.get(document) ?? (visible ? undefined : false);
      if (document.uri.scheme === 'comment' && before !== visible) {
        this.boxes.set(document, visible);
        check.recheck();
      }
    }
  }

  private leave(document: vscode.TextDocument): void {
    const check = this.of(document.uri);
    if (check !== undefined) {
      this.checks.delete(document.uri.toString());
      check.dispose();
      this.closed.fire(document.uri);
    }
  }
}
