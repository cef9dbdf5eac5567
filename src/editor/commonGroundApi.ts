/**
 * The public interface of Common Ground, version 1. This file stands alone: copy it into your extension and write
 *
 * ```ts
 * const api = await vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground')?.activate();
 * ```
 *
 * Within a version members are added, never changed or removed. Methods reject with an `Error` that is safe to show to a
 * person; every other failure is in the "Common Ground" log.
 */
import type { Event, Uri } from 'vscode';

export interface CommonGroundApi {
  readonly version: 1;
  readonly tone: ToneApi;
  readonly commitments: CommitmentsApi;
  readonly norms: NormsApi;
  readonly retro: RetroApi;
}

export interface ToneApi {
  /**
   * Checks a text with the person's own settings, on this machine.
   * @param languageId how the text is read: `markdown` (if left out), `plaintext`, `git-commit` or `scminput`.
   */
  check(text: string, languageId?: string): Promise<readonly ToneFinding[]>;
  /** Settings or the team's words changed: what was checked before may read differently now. */
  readonly onDidChange: Event<void>;
}

/** A place that may read as blame. Offsets count UTF-16 code units from the start of the text; `end` is exclusive. */
export interface ToneFinding {
  readonly rule: string;
  readonly level: 'default' | 'gentle' | 'opt-in';
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** Ways to say it without blame, best first. `newText` replaces the text from `start` to `end` of the rewrite. */
  readonly rewrites: readonly {
    readonly label: string;
    readonly start: number;
    readonly end: number;
    readonly newText: string;
    /** Ranges of `newText` that only the writer can fill: `[which change?]`. */
    readonly blanks: readonly { readonly start: number; readonly end: number }[];
  }[];
}

export interface CommitmentsApi {
  /** The promises of one workspace folder, or of all folders, in the order of the file. Empty where there is no file. */
  all(folder?: Uri): Promise<readonly CommitmentSummary[]>;
  /** The commitments of a folder changed, by a command or on disk. */
  readonly onDidChange: Event<Uri>;
}

export interface CommitmentSummary {
  readonly id: string;
  readonly promise: string;
  readonly owner?: string;
  /** ISO 8601 days, `2026-11-20`. */
  readonly made?: string;
  readonly revisit?: string;
  /** Where it came from: a path in the repo. */
  readonly from?: string;
  readonly state: 'open' | 'kept' | 'changed' | 'let-go';
  /** Its revisit day is reached, or nothing was heard of it for three weeks. */
  readonly worthAWord: boolean;
}

export interface NormsApi {
  /** The norms of one workspace folder, or of all folders. Empty where there is no file. */
  all(folder?: Uri): Promise<readonly NormSummary[]>;
  readonly onDidChange: Event<Uri>;
}

export interface NormSummary {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  /** ISO 8601 day; absent while it is proposed. */
  readonly adopted?: string;
}

export interface RetroApi {
  /** The retro in progress in this window, without anything that was written in it. */
  current(): RetroSummary | undefined;
  readonly onDidChange: Event<void>;
}

export interface RetroSummary {
  readonly title: string;
  readonly step: string;
  readonly participants: number;
}
