import type { SentenceEngine } from '../../../src/tone/detect/sentenceEngine.js';
import type { Finding } from '../../../src/tone/finding.js';

/** What the stand-in for the language half did. */
export interface StubEngine extends SentenceEngine {
  /** Every sentence that was checked, as the rules read it. */
  readonly seen: string[];
}

/** Flags every match of a pattern, so that tests of the pipeline need no rules. */
export function stubEngine(pattern: RegExp = /\byou always\b/gi): StubEngine {
  const engine: StubEngine = {
    seen: [],
    isCandidate: (masked) => masked.search(pattern) >= 0,
    checkSentence(masked, original) {
      engine.seen.push(masked);
      return [...masked.matchAll(pattern)].map((match) => flag(original, match.index, match.index + match[0].length));
    },
  };
  return engine;
}

function flag(original: string, start: number, end: number): Finding {
  return {
    rule: 'absolute/you-always',
    level: 'default',
    range: { start, end },
    text: original.slice(start, end),
    message: 'May read as blame.',
    evidence: [],
    suggestions: [{ label: 'Leave it out', range: { start: 0, end: original.length }, newText: 'Could we?' }],
  };
}
