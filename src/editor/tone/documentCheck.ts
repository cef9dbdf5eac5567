import type * as vscode from 'vscode';
import type { ToneChecker, TrackedText } from '../../tone/checker.js';
import type { Finding, TextRange } from '../../tone/finding.js';
import type { SlicedJob, TimeSlices } from './timeSlices.js';

/** Why a document that could be checked is not. */
export type NotChecked = 'off' | 'snoozed' | 'excluded' | 'tooLarge' | 'putAway';

/** What a document is checked with. */
export interface CheckPlan {
  readonly checker: ToneChecker;
  /** See `readAs`. */
  readonly languageId: string;
  /** Blanks of rewrites that are still to fill in a text. */
  readonly openBlanks: (text: string) => readonly TextRange[];
}

/** What a document needs from the feature around it. */
export interface CheckHost {
  readonly slices: TimeSlices;
  /** How to check the document now, or why not; `undefined` where there is nothing to read. Only a plan loads the engine. */
  plan(document: vscode.TextDocument): Promise<CheckPlan | NotChecked | undefined>;
  /** New findings, or none any more. */
  publish(check: DocumentCheck): void;
  /** Something failed that should not. */
  report(error: unknown): void;
}

/** Up to this length a text is checked at once, as letters are typed. */
const shortText = 20_000;
/** How long a longer text must be left alone. */
const debounceMs = 80;
/** A text that takes longer to check shows what is found so far; again when it has taken twice as long. */
const patienceMs = 30;

/**
 * Keeps the findings of one open document in step with its text, from the moment that somebody looks at it or asks for them.
 * What it holds of the text can be let go of, and is made again when it is needed.
 */
export class DocumentCheck implements vscode.Disposable {
  /** What may read as blame, as of {@link version}. */
  findings: readonly Finding[] = [];
  /** The version of the document that {@link findings} belong to; -1 before the first check. */
  version = -1;
  notChecked: NotChecked | undefined;
  /** Whether the text itself says that it is a postmortem or a retro, as of the last check. */
  isIncident = false;
  /** Blanks of rewrites that are still to fill, as of {@link version}. */
  blanks: readonly TextRange[] = [];
  private readonly silenced: { readonly rule: string; readonly text: string }[] = [];
  private tracked: TrackedText | undefined;
  private checker: ToneChecker | undefined;
  private job: SlicedJob | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stale = true;
  /** Whether anybody looked or asked: before that nothing is checked, and nothing is shown that would have to be kept in step. */
  private wanted = false;
  /** Whether there is something to make when somebody looks. */
  private asleep = true;
  private disposed = false;

  constructor(
    readonly document: vscode.TextDocument,
    private readonly host: CheckHost,
  ) {}

  /** Whether it holds something of the text that can be made again. */
  get isHeld(): boolean {
    return this.tracked !== undefined;
  }

  /** Somebody looks at the document. */
  wake(): void {
    if (this.asleep) {
      this.asleep = false;
      this.wanted = true;
      this.recheck();
    }
  }

  /** Gives back what it holds of the text, unless it is at work. What is shown already stays; what is silenced stays so. */
  letGo(): void {
    if (this.running === undefined && !this.stale) {
      this.tracked = undefined;
      this.checker = undefined;
      this.findings = [];
      this.version = -1;
      this.stale = true;
      this.asleep = true;
    }
  }

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
    this.tracked = undefined;
    this.findings = [];
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    if (this.wanted) {
      this.timer = setTimeout(() => void this.checkNow(), delay);
    }
  }

  private checkNow(): Promise<void> {
    this.wanted = true;
    this.asleep = false;
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

  private async follow(plan: CheckPlan | NotChecked | undefined): Promise<void> {
    if (plan === undefined || typeof plan === 'string') {
      this.tracked = undefined;
      this.isIncident = false;
      this.notChecked = plan;
      this.blanks = [];
      this.show([]);
      return;
    }
    this.notChecked = undefined;
    const tracked = this.trackedFor(plan);
    if (!(await this.work(this.steps(tracked)))) {
      return;
    }
    this.isIncident = tracked.incident;
    this.blanks = tracked.find(plan.openBlanks);
    this.show(tracked.findings());
  }

  /** @returns whether the work came to its end before the text changed again. */
  private async work(steps: Generator<void>): Promise<boolean> {
    this.job = this.host.slices.run(steps);
    const ended = await this.job.done;
    return ended && !this.stale && !this.disposed;
  }

  /** The first time, what is found on the way is shown on the way. */
  private *steps(tracked: TrackedText): Generator<void, void, void> {
    const { slices } = this.host;
    const began = slices.now();
    let next = this.version < 0 ? began + patienceMs : Number.POSITIVE_INFINITY;
    let shown = 0;
    for (const _ of tracked.steps()) {
      const now = slices.now();
      if (now >= next) {
        const findings = tracked.findings();
        next = now + (findings.length > shown ? now - began : patienceMs);
        if (findings.length > shown) {
          shown = findings.length;
          this.show(findings);
        }
      }
      yield;
    }
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

const letter = /\p{L}/u;

/** Whether there is anything to read in a document. */
export function hasLetters(document: vscode.TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    if (letter.test(document.lineAt(line).text)) {
      return true;
    }
  }
  return false;
}

/** The length of a document without putting its lines together. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
