import type { Finding } from './finding.js';
import { opensFrontMatter } from './frontMatter.js';
import { isProseLanguage, readerFor } from './readers.js';

import { SentenceChecker } from './sentenceChecker.js';
import type { SentenceEngine } from './sentenceEngine.js';
import { maxSentence } from './tokens.js';
import { plainSettings, type ToneSettings } from './toneSettings.js';
import { type CheckerWork, TrackedText } from './trackedText.js';

export type { TextChange } from './chunkList.js';
export type { OwnPhrase, ToneSettings } from './toneSettings.js';
export type { TrackedText } from './trackedText.js';

/** Checks texts; keeps what it knows by sentence, so that nothing is checked twice under the same settings. */
export class ToneChecker {
  readonly #engine: SentenceEngine;
  #settings: ToneSettings;
  #checkers: Partial<Record<Kind, SentenceChecker>> = {};
  /** Numbers since the start. */
  readonly work: CheckerWork = { sentences: 0, read: 0 };

  constructor(engine: SentenceEngine, settings: ToneSettings = plainSettings) {
    this.#engine = engine;
    this.#settings = settings;
  }

  /** The settings in force. */
  get settings(): ToneSettings {
    return this.#settings;
  }

  /** Sentences that got the whole check because the cache did not know them. */
  get checked(): number {
    return (this.#checkers.plain?.checked ?? 0) + (this.#checkers.incident?.checked ?? 0);
  }

  /** Takes other settings; tracked texts are checked anew by their next steps. */
  configure(settings: ToneSettings): void {
    if (settings !== this.#settings) {
      this.#settings = settings;
      this.#checkers = {};
    }
  }

  /** Checks a whole text at once. While the engine is not ready, sentences that need the parser are left out. */
  check(text: string, languageId: string): readonly Finding[] {
    if (this.#isSilent(text, languageId)) {
      return [];
    }
    const tracked = this.open(text, languageId);
    tracked.finish();
    return tracked.findings();
  }

  /**
   * Checks a whole text; loads the parser only if the text has a sentence that needs it.
   * @throws when the parser cannot be loaded.
   */
  async checkAll(text: string, languageId: string): Promise<readonly Finding[]> {
    if (this.#isSilent(text, languageId)) {
      return [];
    }
    const tracked = this.open(text, languageId);
    tracked.finish();
    if (tracked.needsParser) {
      await this.#engine.load();
      tracked.finish();
    }
    return tracked.findings();
  }

  /** Whether a short text is known to have no findings without being read as prose: most comments are such texts. */
  #isSilent(text: string, languageId: string): boolean {
    return (
      text.length <= maxSentence &&
      isProseLanguage(languageId) &&
      !opensFrontMatter(text, 0) &&
      !this.#sentences(this.#settings.context.incident ? 'incident' : 'plain').mayHoldFinding(text, true)
    );
  }

  /** A text that changes. Nothing is read before its first steps. */
  open(text: string, languageId: string): TrackedText {
    const checker = this;
    const readsAsProse = isProseLanguage(languageId);
    return new TrackedText(text, languageId, readerFor(languageId), {
      sentences: (incident) =>
        readsAsProse || checker.#settings.codeComments
          ? checker.#sentences(incident || checker.#settings.context.incident ? 'incident' : 'plain')
          : checker.#sentences('silent'),
      prepare: () => (readsAsProse || checker.#settings.codeComments ? (checker.#engine.prepare?.() ?? []) : []),
      work: this.work,
      get ready() {
        return checker.#engine.isReady();
      },
    });
  }

  #sentences(kind: Kind): SentenceChecker {
    this.#checkers[kind] ??=
      kind === 'silent'
        ? new SentenceChecker(silentEngine, plainSettings, false)
        : new SentenceChecker(this.#engine, this.#settings, kind === 'incident');
    return this.#checkers[kind];
  }
}

/** Documents differ in what is said about them: code says nothing unless its comments are wanted. */
type Kind = 'plain' | 'incident' | 'silent';

const silentEngine: SentenceEngine = {
  isCandidate: () => false,
  checkSentence: () => [],
  isReady: () => true,
  load: async () => {},
};
