import type * as vscode from 'vscode';
import type { ToneChecker, TrackedText } from '../../tone/checker.js';
import type { Finding } from '../../tone/finding.js';
import type { SlicedJob, TimeSlices } from './timeSlices.js';

/** Why a document that could be checked is not. */
export type NotChecked = 'off' | 'snoozed' | 'excluded' | 'tooLarge' | 'putAway';

/** What a document is checked with. */
export interface CheckPlan {
  readonly checker: ToneChecker;
  /** See `readAs`. */
  readonly languageId: string;
  /** Loads the language parser, the slow part of the engine. */
  readonly loadParser: () => Promise<void>;
}

/** What a document needs from the feature around it. */
export interface CheckHost {
  readonly slices: TimeSlices;
  /** How to check the document now, or why not. Loads the engine at its first call. */
  plan(document: vscode.TextDocument): Promise<CheckPlan | NotChecked>;
  /** New findings, or none any more. */
  publish(check: DocumentCheck): void;
  /** Something failed that should not. */
  report(error: unknown): void;
}

/** Up to this length a text is checked at once, as letters are typed. */
const shortText = 20_000;
/** How long a longer text must be left alone. */
const debounceMs = 80;

/** Keeps the findings of one open document in step with its text. */
export class DocumentCheck implements vscode.Disposable {
  /** What may read as blame, as of {@link version}. */
  findings: readonly Finding[] = [];
  /** The version of the document that {@link findings} belong to; -1 before the first check. */
  version = -1;
  notChecked: NotChecked | undefined;
  private readonly silenced: { readonly rule: string; readonly text: string }[] = [];
  private tracked: TrackedText | undefined;
  private checker: ToneChecker | undefined;
  private job: SlicedJob | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stale = true;
  private disposed = false;

  constructor(
    readonly document: vscode.TextDocument,
    private readonly host: CheckHost,
  ) {}

  /** The text changed. */
  edit(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.job?.stop();
    this.tracked?.edit(changes);
    this.stale = true;
    this.soon(lengthOf(this.document) <= shortText ? 0 : debounceMs);
  }

  /** Settings, the team's words or the clock changed: look again. */
  recheck(): void {
    this.job?.stop();
    this.stale = true;
    this.soon(0);
  }

  /** The findings of the text as it is now; checks first if they are older. */
  async upToDate(): Promise<readonly Finding[]> {
    while ((this.stale || this.running !== undefined) && !this.disposed) {
      await this.checkNow();
    }
    return this.findings;
  }

  /** Leaves a finding out for as long as the document is open; nothing is written anywhere. */
  silence(finding: Pick<Finding, 'rule' | 'text'>): void {
    this.silenced.push({ rule: finding.rule, text: finding.text });
    this.show(this.findings);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.job?.stop();
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.checkNow(), delay);
  }

  private checkNow(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.checkUntilFresh()
      .catch((error: unknown) => {
        this.stale = false;
        this.host.report(error);
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  private async checkUntilFresh(): Promise<void> {
    while (this.stale && !this.disposed) {
      this.stale = false;
      const plan = await this.host.plan(this.document);
      if (!this.disposed && !this.stale) {
        await this.follow(plan);
      }
    }
  }

  private async follow(plan: CheckPlan | NotChecked): Promise<void> {
    if (typeof plan === 'string') {
      this.tracked = undefined;
      this.notChecked = plan;
      this.show([]);
      return;
    }
    const tracked = this.trackedFor(plan);
    if (!(await this.work(tracked))) {
      return;
    }
    if (tracked.needsParser && !(await this.parse(tracked, plan))) {
      return;
    }
    this.notChecked = undefined;
    this.show(tracked.findings());
  }

  /** What is found without the parser is shown also where the parser cannot be loaded. */
  private async parse(tracked: TrackedText, { loadParser }: CheckPlan): Promise<boolean> {
    try {
      await loadParser();
    } catch (error) {
      this.host.report(error);
    }
    return !this.stale && (await this.work(tracked));
  }

  /** @returns whether the work came to its end before the text changed again. */
  private async work(tracked: TrackedText): Promise<boolean> {
    this.job = this.host.slices.run(tracked.steps());
    const ended = await this.job.done;
    return ended && !this.stale && !this.disposed;
  }

  private trackedFor({ checker, languageId }: CheckPlan): TrackedText {
    const fits = this.checker === checker && this.tracked?.length === lengthOf(this.document);
    if (this.tracked === undefined || !fits || this.tracked.languageId !== languageId) {
      this.tracked = checker.open(this.document.getText(), languageId);
      this.checker = checker;
    }
    return this.tracked;
  }

  private show(findings: readonly Finding[]): void {
    this.findings = findings.filter(
      ({ rule, text }) => !this.silenced.some((quiet) => quiet.rule === rule && quiet.text === text),
    );
    this.version = this.document.version;
    this.host.publish(this);
  }
}

/** The length of a document without putting its lines together. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
