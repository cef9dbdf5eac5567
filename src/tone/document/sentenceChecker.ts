import type { SentenceEngine } from '../detect/sentenceEngine.js';
import type { Finding } from '../finding.js';
import { levelOf, type SentenceContext } from '../sentenceContext.js';
import type { ToneSettings } from '../toneSettings.js';
import { ownPhraseFinding, type PhraseFinder, phraseFinder } from './ownPhrases.js';

/** How many sentences a generation of the cache holds; it has two. */
const GENERATION = 4096;

const NOTHING: readonly Finding[] = [];

/** Checks sentences under one set of settings and remembers the answers. */
export class SentenceChecker {
  readonly #engine: SentenceEngine;
  readonly #settings: ToneSettings;
  readonly #context: SentenceContext;
  readonly #own: PhraseFinder | undefined;
  readonly #allowed: PhraseFinder | undefined;
  /** Two generations instead of an order: what the young one lacks is looked for in the old one, which is dropped when the young one is full. */
  #young = new Map<string, readonly Finding[]>();
  #old = new Map<string, readonly Finding[]>();
  /** Sentences that were not in the cache and got the whole check. */
  checked = 0;

  constructor(engine: SentenceEngine, settings: ToneSettings, incident: boolean) {
    this.#engine = engine;
    this.#settings = settings;
    this.#context = incident ? { ...settings.context, incident: true } : settings.context;
    this.#own = phraseFinder(settings.ownPhrases.map(({ phrase }) => phrase));
    this.#allowed = phraseFinder(settings.allowedPhrases);
  }

  /** Makes ready for the first check, in small steps. */
  warmUp(): Iterable<void> {
    return this.#engine.warmUp?.(this.#context) ?? [];
  }

  /** Whether a text as it was written, of several sentences, may have findings. */
  mayFind(text: string): boolean {
    return this.#own !== undefined || this.#engine.isCandidate(text, this.#context);
  }

  /** Findings of a sentence, offsets from its start. */
  check(masked: string, text: string, start: number, end: number): readonly Finding[] {
    const candidate = this.#engine.isCandidate(masked, this.#context);
    if (!candidate && this.#own === undefined) {
      return NOTHING;
    }
    const original = text.slice(start, end);
    const key = masked === original ? masked : `${masked}\n${original}`;
    const known = this.#young.get(key) ?? this.#old.get(key);
    if (known !== undefined) {
      this.#remember(key, known);
      return known;
    }
    this.checked += 1;
    const byEngine = candidate ? this.#engine.checkSentence(masked, original, this.#context) : NOTHING;
    const found = this.#withOwn(masked, original, byEngine);
    this.#remember(key, found);
    return found;
  }

  /** Adds findings of the team's own phrases and takes out what is allowed. */
  #withOwn(masked: string, original: string, byEngine: readonly Finding[]): readonly Finding[] {
    const found = byEngine.filter((finding) => this.#isOn(finding));
    const own = (this.#own?.find(masked) ?? []).flatMap(({ index, start, end }) => {
      const phrase = this.#settings.ownPhrases[index];
      return phrase === undefined ? [] : [ownPhraseFinding(phrase, original.slice(start, end), { start, end })];
    });
    const all = [...found, ...own];
    if (all.length === 0) {
      return NOTHING;
    }
    const allowed = this.#allowed?.find(original) ?? [];
    return all
      .filter(({ range }) => !allowed.some(({ start, end }) => start < range.end && end > range.start))
      .sort((a, b) => a.range.start - b.range.start);
  }

  #isOn(finding: Finding): boolean {
    return levelOf(finding.rule, finding.level, this.#context) !== undefined;
  }

  #remember(key: string, found: readonly Finding[]): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, found);
  }
}
