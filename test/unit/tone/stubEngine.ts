import type { SentenceEngine } from '../../../src/tone/detect/sentenceEngine.js';
import type { Finding } from '../../../src/tone/finding.js';

/** What the stand-in for the language half did. */
export interface StubEngine extends SentenceEngine {
  ready: boolean;
  loads: number;
  /** Every sentence that was checked, as the rules read it. */
  readonly seen: string[];
}

/** Flags every match of a pattern, so that tests of the pipeline need no rules. Until it is ready it cannot tell. */
export function stubEngine(pattern: RegExp = /\byou always\b/gi, ready = true): StubEngine {
  const engine: StubEngine = {
    ready,
    loads: 0,
    seen: [],
    isCandidate: (masked) => masked.search(pattern) >= 0,
    checkSentence(masked, original) {
      if (!engine.ready) {
        return undefined;
      }
      engine.seen.push(masked);
      return [...masked.matchAll(pattern)].map((match) => flag(original, match.index, match.index + match[0].length));
    },
    isReady: () => engine.ready,
    load: async () => {
      engine.loads += 1;
      engine.ready = true;
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
