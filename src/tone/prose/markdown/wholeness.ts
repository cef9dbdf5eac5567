import type { TextRange } from '../../finding.js';
import { markdownParser } from './markdownParser.js';

/** A link, image, tag or piece of code, by what it points to or holds. */
interface Part {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const inline = new Set(['Link', 'Image', 'InlineCode', 'HTMLTag', 'Autolink', 'LinkReference', 'TaskMarker']);
const blank = /^\[[^\]]+\?\]$/;

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  markdownParser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      const written = text.slice(from, to);
      if (inline.has(name) && !blank.test(written)) {
        const target = node.getChild('URL') ?? node.getChild('LinkLabel');
        const isNamed = name === 'Link' || name === 'Image';
        parts.push({
          key: `${name} ${isNamed && target !== null ? text.slice(target.from, target.to) : written}`,
          start: from,
          end: to,
        });
      }
    },
  });
  return parts;
}

/**
 * Whether a Markdown text keeps its links, images, tags and code through an edit.
 * @param deletes the edit may take away those that are in its range as a whole.
 */
export function staysWhole(text: string, { start, end }: TextRange, newText: string, deletes: boolean): boolean {
  if (!/[[\]`<]/.test(text)) {
    return true;
  }
  const left = partsOf(text.slice(0, start) + newText + text.slice(end)).map(({ key }) => key);
  const isKept = partsOf(text).every((part) => {
    const at = left.indexOf(part.key);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at >= 0 || (deletes && part.start >= start && part.end <= end);
  });
  return isKept && left.length === 0;
}
