import { Document, Scalar } from 'yaml';
import type { TextValue } from './value.js';

/** Where a scalar will stand. */
export interface ScalarPlace {
  /** The indentation of the key it belongs to. */
  readonly indent: number;
  /** Inside of braces or brackets. */
  readonly flow: boolean;
  readonly lineEnd: string;
  /** How the value before it was written: kept where it can be. */
  readonly style?: TextValue['style'];
}

/** Controls, line ends of other alphabets, halves of pairs: characters that stand escaped, in double quotes, or not at all. */
const unusual = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/u;

/**
 * Writes a text as a YAML scalar that every YAML reader takes for a text: plain where it is safe, in quotes where it would be read as a
 * number, a date with a time, `true`, a comment, …; several lines as a literal block.
 */
export function scalarText(text: string, place: ScalarPlace): string {
  const quoted = place.style === 'single' || place.style === 'double';
  if (!quoted && !place.flow && fitsBlock(text)) {
    const inner = ' '.repeat(place.indent + 2);
    return ['|-', ...text.split('\n').map((line) => (line === '' ? '' : inner + line))].join(place.lineEnd);
  }
  if (place.style === 'single' && !unusual.test(text)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return place.style !== 'double' && isPlainSafe(text, place.flow) ? text : doubleQuoted(text);
}

/** Several lines, of which the first and the last say something: others would need more marks than `|-`. */
function fitsBlock(text: string): boolean {
  const lines = text.split('\n');
  return lines.length > 1 && /^\S/.test(text) && lines.at(-1) !== '' && !lines.some((line) => unusual.test(line));
}

function isPlainSafe(text: string, flow: boolean): boolean {
  if (!/^\S(?:.*\S)?$/.test(text) || unusual.test(text) || /: |:$| #/.test(text) || (flow && /[,[\]{}:]/.test(text))) {
    return false;
  }
  // Readers of YAML 1.1, and there are many, take `on` for true and `12:30` for 750; days are written plain all the same.
  const versions = /^\d{4}-\d{2}-\d{2}$/.test(text) ? (['1.2'] as const) : (['1.2', '1.1'] as const);
  return versions.every((version) => asYaml(text, version) === text);
}

/** What the library writes, so that numbers, booleans and null can be told from texts. */
function asYaml(text: string, version: '1.1' | '1.2'): string {
  return new Document(new Scalar(text), { version }).toString({ lineWidth: 0 }).trimEnd();
}

/** A JSON string is a YAML string in double quotes, once the line ends that YAML would fold are escaped. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
