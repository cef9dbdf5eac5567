import { skipBlankLines } from './lines.js';
import { type Chunk, emptyChunk, TO_THE_END } from './prose.js';

/** No front matter is longer than this. */
export const FRONT_MATTER_LIMIT = 16_384;

/** Whether the document may start with front matter. */
export function opensFrontMatter(text: string, from: number): boolean {
  const sign = text.charAt(from);
  return (sign === '-' || sign === '+') && /^(?:---|\+\+\+)[ \t]*\r?\n/.test(text.slice(from, from + 200));
}

/**
 * YAML or TOML front matter at the start of a document: no prose, but it may say that the document is a postmortem or a retro,
 * as `type: postmortem`, `kind: retro`, `category: incident` or among `tags`.
 */
export function readFrontMatter(text: string, from: number): Chunk | undefined {
  const fence = text.charAt(from) === '-' ? '---' : '+++';
  const limited = text.slice(from, from + FRONT_MATTER_LIMIT);
  const end = (fence === '---' ? /\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/ : /\n\+\+\+[ \t]*\r?(?:\n|$)/).exec(limited);
  if (end === null) {
    return undefined;
  }
  const length = end.index + end[0].length;
  const next = skipBlankLines(text, from + length) - from;
  const reach = from + next >= text.length ? TO_THE_END : next + 1;
  return emptyChunk(next, reach, [], isIncident(limited.slice(0, length)));
}

const INCIDENT = '(?:post-?mortem|retro(?:spective)?|incident(?:[ -](?:report|review))?|after-action)';
const INCIDENT_TYPE = new RegExp(
  String.raw`^(?:type|kind|category|categories|layout|template|doc-?type|tags)[ \t]*[:=][^\n]*\b${INCIDENT}\b|^tags[ \t]*:[ \t]*\r?\n(?:[ \t]*-[^\n]*\n)*?[ \t]*-[ \t]*["']?${INCIDENT}\b`,
  'im',
);

function isIncident(frontMatter: string): boolean {
  return INCIDENT_TYPE.test(frontMatter);
}
