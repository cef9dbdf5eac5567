import type { SentenceEngine } from './detect/sentenceEngine.js';
import { sentencesOf } from './document/chunkText.js';
import { movedFinding, placedFinding } from './document/placedFinding.js';
import { SentenceChecker } from './document/sentenceChecker.js';
import { type CheckerWork, TrackedText } from './document/trackedText.js';
import type { Finding } from './finding.js';
import { maxSentence } from './language/tokens.js';
import { opensFrontMatter } from './prose/frontMatter.js';
import { isProseLanguage, readerFor } from './prose/readers.js';
import { plainSettings, type ToneSettings } from './toneSettings.js';

export type { TextChange } from './document/chunkList.js';
export type { TrackedText } from './document/trackedText.js';
export type { OwnPhrase, ToneSettings } from './toneSettings.js';

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

  /** Checks a whole text at once. */
  check(text: string, languageId: string): readonly Finding[] {
    const short = this.#checkShort(text, languageId);
    if (short !== undefined) {
      return short;
    }
    const tracked = this.open(text, languageId);
    tracked.finish();
    return tracked.findings();
  }

  /** Findings of a short text, without keeping track of it: most comments. `undefined` where it has to be read as a document. */
  #checkShort(text: string, languageId: string): readonly Finding[] | undefined {
    if (!isShortProse(text, languageId)) {
      return undefined;
    }
    const by = this.#proseSentences(false);
    const found: Finding[] = [];
    for (let at = 0; at < text.length && (at > 0 || by.mayFind(text)); ) {
      const rest = at === 0 ? text : text.slice(at);
      const chunk = readerFor(languageId).read(rest, 0, true, at === 0);
      if (chunk === undefined || chunk.marks.length > 0) {
        return undefined;
      }
      const piece = rest.slice(0, chunk.length);
      const sentences = piece.length === text.length || by.mayFind(piece) ? sentencesOf(piece, chunk) : [];
      for (const { masked, start, end } of sentences) {
        for (const finding of by.check(masked, piece, start, end)) {
          found.push(movedFinding(placedFinding(finding, start, piece, languageId), at));
        }
      }
      this.work.read += chunk.length;
      this.work.sentences += sentences.length;
      at += chunk.length;
    }
    return found;
  }

  /** A text that changes. Nothing is read before its first steps. */
  open(text: string, languageId: string): TrackedText {
    const readsAsProse = isProseLanguage(languageId);
    return new TrackedText(text, languageId, readerFor(languageId), {
      sentences: (incident) =>
        readsAsProse || this.#settings.codeComments ? this.#proseSentences(incident) : this.#sentences('silent'),
      work: this.work,
    });
  }

  /** @param incident the text says that it tells of an incident; the settings may say so of all. */
  #proseSentences(incident: boolean): SentenceChecker {
    return this.#sentences(incident || this.#settings.context.incident ? 'incident' : 'plain');
  }

  #sentences(kind: Kind): SentenceChecker {
    this.#checkers[kind] ??=
      kind === 'silent'
        ? new SentenceChecker(silentEngine, plainSettings, false)
        : new SentenceChecker(this.#engine, this.#settings, kind === 'incident');
    return this.#checkers[kind];
  }
}

/** Whether a text can be checked without keeping track of it, unless it has marks. */
function isShortProse(text: string, languageId: string): boolean {
  return text.length <= maxSentence && isProseLanguage(languageId) && !opensFrontMatter(text, 0);
}

/** Documents differ in what is said about them: code says nothing unless its comments are wanted. */
type Kind = 'plain' | 'incident' | 'silent';

const silentEngine: SentenceEngine = {
  isCandidate: () => false,
  checkSentence: () => [],
};
