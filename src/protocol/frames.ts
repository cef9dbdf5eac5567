/**
 * Long messages go in several frames, so that a socket can refuse a large frame before it has read it, and what waits to be put
 * together is bounded by who sends it. A frame that is a whole message begins with `.`, one that is followed by others with `+`.
 */
import { roomLimits } from './roomMessages.js';

const whole = '.';
const more = '+';

/** A message that is JSON already, since parts of it were written for several lines at once. */
export class WrittenMessage {
  constructor(readonly text: string) {}
}

/** A message as JSON. */
export function textOf(message: unknown): string {
  return message instanceof WrittenMessage ? message.text : JSON.stringify(message);
}

/** The frames of a message, in order. */
export function toFrames(message: unknown): readonly string[] {
  const text = textOf(message);
  if (text.length < roomLimits.frame) {
    return [whole + text];
  }
  const frames: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = cut(text, start + roomLimits.frame - 1);
    frames.push((end < text.length ? more : whole) + text.slice(start, end));
    start = end;
  }
  return frames;
}

/** Never between the two halves of a character: a socket sends UTF-8, which has none. */
function cut(text: string, at: number): number {
  return at < text.length && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

/** Puts frames together again. */
export class FrameReader {
  private parts: string[] = [];
  private length = 0;

  /** @param longest UTF-16 units of a message, asked anew with each frame */
  constructor(private readonly longest: () => number) {}

  /** @returns the text of a message that is complete now; `tooBig` or `unreadable` when the line has to end */
  take(frame: string): { readonly text: string } | 'more' | 'tooBig' | 'unreadable' {
    const kind = frame.charAt(0);
    if (kind !== whole && kind !== more) {
      return 'unreadable';
    }
    this.length += frame.length - 1;
    if (this.length > this.longest()) {
      this.parts = [];
      return 'tooBig';
    }
    this.parts.push(frame.slice(1));
    if (kind === more) {
      // A message in a thousand pieces of one character costs more than it holds.
      return this.parts.length * 1000 > this.longest() + 20_000 ? 'unreadable' : 'more';
    }
    const text = this.parts.join('');
    this.parts = [];
    this.length = 0;
    return { text };
  }
}

/** Whether a text has no more brackets within brackets than a message of the protocol; looked at before it is parsed. */
export function isShallow(text: string, deepest: number = roomLimits.nesting): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charCodeAt(index)) {
      case 0x22:
        index = endOfString(text, index);
        break;
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > deepest) {
          return false;
        }
        break;
      case 0x5d:
      case 0x7d:
        depth -= 1;
        break;
    }
  }
  return true;
}

/** Where the string ends that begins here. Batches are one long string, which is not worth a look at each letter. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c) {
      before -= 1;
    }
    if ((end - before) % 2 === 1) {
      return end;
    }
  }
  return text.length;
}
