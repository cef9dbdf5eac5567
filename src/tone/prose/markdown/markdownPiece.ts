import { lineEnd } from '../lines.js';
import { SPACE } from '../prose.js';
import { embeddedMasks, movedMasks } from './embedded.js';
import { blockStarts, type ParsedMarkdown, parseMarkdown } from './markdownTree.js';

/** Up to so many signs of markup a piece is parsed however dense they are. */
const MARKUP_LIMIT = 300;

/** Parses Markdown, or passes over its markup where there is too much of it to be worth the time. */
export function parsePiece(piece: string): ParsedMarkdown {
  if (!isOvergrown(piece)) {
    return parseMarkdown(piece);
  }
  return { segments: lineSegments(piece), marks: [], firstBlockEnd: piece.length };
}

/** Where a piece may be cut: see {@link blockStarts}. */
export function startsIn(piece: string): ReadonlySet<number> {
  return isOvergrown(piece) ? lineStarts(piece) : blockStarts(piece);
}

/** Whether there is so much markup that nobody wrote it by hand: nested brackets by the hundred and the like. */
function isOvergrown(piece: string): boolean {
  let markup = 0;
  for (let at = 0; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (code < 128 && (SIGNS[code] === 1 || (SIGNS[code] === 2 && piece.charCodeAt(at + 1) <= 32))) {
      markup += 1;
    }
  }
  return markup > MARKUP_LIMIT && markup > piece.length / 5;
}

/** 1: always markup; 2: a list marker when white space follows. */
const SIGNS = new Uint8Array(128);
for (const sign of '*_[]<>`~!\\&') {
  SIGNS[sign.charCodeAt(0)] = 1;
}
for (const sign of '-+.)') {
  SIGNS[sign.charCodeAt(0)] = 2;
}

function lineSegments(piece: string): ParsedMarkdown['segments'] {
  return [...lineStarts(piece)].map((start) => {
    const end = lineEnd(piece, start);
    return { start, end, masks: markupMasks(piece, start, end, 0) };
  });
}

function lineStarts(piece: string): Set<number> {
  const starts = new Set<number>();
  for (let at = 0; at < piece.length; at = lineEnd(piece, at)) {
    starts.add(at);
  }
  return starts;
}

/** Every sign of markup reads as a space, what is embedded as code. */
export function markupMasks(text: string, start: number, end: number, from: number): number[] {
  const masks: number[] = [];
  for (let at = start; at < end; at += 1) {
    if ('*_[]<>`~|#\\'.includes(text.charAt(at))) {
      if (masks.at(-2) === at - from) {
        masks[masks.length - 2] = at + 1 - from;
      } else {
        masks.push(at - from, at + 1 - from, SPACE);
      }
    }
  }
  return [...masks, ...movedMasks(embeddedMasks(text.slice(start, end)), start - from)];
}
