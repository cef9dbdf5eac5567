import * as vscode from 'vscode';
import { type CheckHost, DocumentCheck } from './documentCheck.js';
import { Unseen } from './unseen.js';

/** Most come back to a text within this time; and few go back and forth between more texts. */
const unseenLimits = { afterMs: 5 * 60_000, most: 20 };

/**
 * Follows the documents of this window: one {@link DocumentCheck} for each that is written in. A document is checked from the
 * time that it is first on screen; what is known of those that are not is let go of after a while.
 */
export class DocumentChecks implements vscode.Disposable {
  private readonly checks = new Map<string, DocumentCheck>();
  /** Boxes that were on screen at some time, with whether they are now. */
  private readonly boxes = new WeakMap<vscode.TextDocument, boolean>();
  private readonly unseen = new Unseen<DocumentCheck>(unseenLimits, (check) => check.letGo(), Date.now);
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
      vscode.window.onDidChangeVisibleTextEditors(() => this.look()),
      vscode.window.onDidChangeVisibleNotebookEditors(() => this.look()),
    ];
  }

  /** Takes in what is open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) {
      this.enter(document);
    }
    this.look();
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

  /** Somebody or something made a check hold its text: from now on its time counts, unless it is on screen. */
  used(check: DocumentCheck): void {
    if (check.isHeld && !isOnScreen(check.document)) {
      this.unseen.add(check);
    }
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
    this.unseen.dispose();
  }

  private enter(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (document.isClosed || this.checks.has(key) || !this.concerns(document)) {
      return;
    }
    const check = new DocumentCheck(document, this.host);
    this.checks.set(key, check);
    if (isOnScreen(document)) {
      check.wake();
    }
  }

  private change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    // An event without changes tells that the document was saved or became dirty.
    if (contentChanges.length > 0) {
      this.of(document.uri)?.edit(contentChanges);
    }
  }

  private look(): void {
    for (const check of this.checks.values()) {
      this.lookAtBox(check);
      if (isOnScreen(check.document)) {
        this.unseen.delete(check);
        check.wake();
      } else if (!this.unseen.has(check)) {
        this.used(check);
      }
    }
  }

  private lookAtBox(check: DocumentCheck): void {
    const { document } = check;
    const visible = isInEditor(document);
    // A box that is not on screen yet is about to be; editors that never tell of boxes leave them as they are.
    const before = this.boxes.get(document) ?? (visible ? undefined : false);
    if (document.uri.scheme === 'comment' && before !== visible) {
      this.boxes.set(document, visible);
      check.recheck();
    }
  }

  private leave(document: vscode.TextDocument): void {
    const check = this.of(document.uri);
    if (check !== undefined) {
      this.checks.delete(document.uri.toString());
      this.unseen.delete(check);
      check.dispose();
      this.closed.fire(document.uri);
    }
  }
}

/** Boxes are small, and not every editor tells which are on screen: they always count as such. */
function isOnScreen(document: vscode.TextDocument): boolean {
  const { scheme, path } = document.uri;
  return (
    scheme === 'comment' ||
    document.languageId === 'scminput' ||
    isInEditor(document) ||
    (scheme === 'vscode-notebook-cell' &&
      vscode.window.visibleNotebookEditors.some(({ notebook }) => notebook.uri.path === path))
  );
}

function isInEditor(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}
