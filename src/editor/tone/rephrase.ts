import type { TextRange } from '../../tone/finding.js';

/** A language model that the person has in their editor. */
export interface Model {
  readonly id: string;
  readonly name: string;
}

/** What the person says when they are told what would be sent. */
export type Consent = 'once' | 'always' | undefined;

/** What rephrasing asks of the outside: the models, and the person. */
export interface RephrasePorts {
  models(): Promise<readonly Model[]>;
  /** Which of several models; `undefined` when the person leaves. Not asked about a single one. */
  chooseModel(models: readonly Model[]): Promise<Model | undefined>;
  /** Tells exactly what would be sent, and to whom. */
  askConsent(model: Model, message: string): Promise<Consent>;
  /** The person does not want to be asked again. */
  rememberConsent(model: Model): Promise<void>;
  /** Shows the proposals; `undefined` when the person leaves things as they are. */
  choose(proposals: readonly string[]): Promise<string | undefined>;
  /** Sends one message and waits for the whole answer, with a way to cancel; `undefined` when cancelled. */
  send(model: Model, message: string): Promise<string | undefined>;
}

/** The engine's judgement of a model's proposals, and its own rewrites. */
export interface Beside {
  /** Tells whether a proposal is free of blame and keeps what the sentence holds. */
  accepts(proposal: string): boolean;
  /** Rewrites of the engine, as whole sentences; shown behind the proposals. */
  readonly ours: readonly string[];
}

/** How a rephrasing ended. */
export type Rephrased =
  | { readonly kind: 'noModel' }
  | { readonly kind: 'left' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'chosen'; readonly text: string };

/**
 * Asks a language model for other words for one sentence. Nothing is sent before the person agreed, unless they said earlier
 * that they need not be asked.
 */
export async function rephrase(
  sentence: string,
  askFirst: boolean,
  ports: RephrasePorts,
  { accepts, ours }: Beside,
): Promise<Rephrased> {
  const models = await ports.models();
  const model = models.length > 1 ? await ports.chooseModel(models) : models[0];
  if (model === undefined) {
    return { kind: models.length > 0 ? 'left' : 'noModel' };
  }
  const message = messageFor(sentence);
  if (askFirst) {
    const consent = await ports.askConsent(model, message);
    if (consent === undefined) {
      return { kind: 'left' };
    }
    if (consent === 'always') {
      await ports.rememberConsent(model);
    }
  }
  const answer = await ports.send(model, message);
  if (answer === undefined) {
    return { kind: 'left' };
  }
  const proposals = proposalsIn(answer, sentence).filter(accepts);
  if (proposals.length === 0) {
    return { kind: 'noAnswer' };
  }
  const text = await ports.choose([...new Set([...proposals, ...ours])]);
  return text === undefined ? { kind: 'left' } : { kind: 'chosen', text };
}

/** All that is sent: what is wanted, and the sentence. Nothing of the document, its name, or its author. */
export function messageFor(sentence: string): string {
  return [
    'Reword this sentence, written to a colleague, so that it blames nobody: say what was observed, its impact, and a request.',
    'Speak of the work, not of the person. Change only the words that accuse; keep requests, reasons, code, links, mentions and numbers. Invent no facts; where one is missing, write it as a question in square brackets.',
    'Answer in the language of the sentence with up to three versions, one a line, and nothing else.',
    '',
    sentence,
  ].join('\n');
}

/** The proposals of an answer: its lines without numbers, bullets and quotes; at most three, none twice, none unchanged. */
export function proposalsIn(answer: string, sentence: string): readonly string[] {
  const lines = answer
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .map((line) => line.replace(/^(["“'«])(.*)["”'»]$/s, '$2').trim())
    .filter((line) => line.length > 0 && line.length <= 600 && line !== sentence && !line.startsWith('```'));
  return [...new Set(lines)].slice(0, 3);
}

/** Where a line of prose starts anew: a heading, a quote, a list item, a comment. */
const opening = /^[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,3}[.)]|\/\/|\/\*+)[ \t]+)*/;

/** The sentence around a range, without the mark of a list, quote or comment before it. Never more than one paragraph. */
export function sentenceAround(text: string, range: TextRange): TextRange {
  const block = blockAround(text, range);
  let found: TextRange | undefined;
  // A line end ends no sentence within a paragraph.
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
    text.slice(block.start, block.end).replace(/[\r\n]/g, ' '),
  )) {
    const start = block.start + index;
    const end = start + segment.trimEnd().length;
    if (start < range.end && end > range.start) {
      found = { start: found?.start ?? start, end };
    }
  }
  return found ?? range;
}

/** The lines around a range up to an empty line or the start of the next item. */
function blockAround(text: string, range: TextRange): TextRange {
  let start = text.lastIndexOf('\n', range.start - 1) + 1;
  while (start > 0 && opensWith(text, start) === 0) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (text.slice(before, start).trim() === '') {
      break;
    }
    start = before;
  }
  let end = lineEnd(text, range.end);
  while (
    end < text.length &&
    opensWith(text, end + 1) === 0 &&
    text.slice(end + 1, lineEnd(text, end + 1)).trim() !== ''
  ) {
    end = lineEnd(text, end + 1);
  }
  return { start: start + opensWith(text, start, true), end };
}

function opensWith(text: string, start: number, withIndent = false): number {
  const mark = opening.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
  return withIndent || mark.trim() !== '' ? mark.length : 0;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
