import { GFM, parser } from '@lezer/markdown';

/** What a Markdown text is made of. */
export interface Nodes {
  /** Names of blocks, in order. */
  readonly blocks: readonly string[];
  /** Links and images by where they lead, tags and code as they are written. */
  readonly inline: readonly string[];
  /** How many runs of emphasis there are. */
  readonly emphasis: number;
}

const gfm = parser.configure(GFM);
const kept = new Set(['Link', 'Image', 'InlineCode', 'HTMLTag', 'Autolink', 'LinkReference', 'TaskMarker']);
const emphasised = new Set(['Emphasis', 'StrongEmphasis', 'Strikethrough']);
const inlineOnly = /Mark$|^(?:Entity|Escape|HardBreak)$/;

/** Reads what a Markdown text is made of. */
export function nodesOf(text: string): Nodes {
  const blocks: string[] = [];
  const inline: string[] = [];
  let emphasis = 0;
  gfm.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      const written = text.slice(from, to);
      if (kept.has(name)) {
        const target = node.getChild('URL') ?? node.getChild('LinkLabel');
        const isNamed = name === 'Link' || name === 'Image';
        // A blank is no link, though it could be one. What a link says may change, where it leads may not.
        inline.push(
          ...(/^\[[^\]]+\?\]$/.test(written) ? [] : [isNamed && target ? text.slice(target.from, target.to) : written]),
        );
      } else if (emphasised.has(name)) {
        emphasis += 1;
      } else if (!inlineOnly.test(name)) {
        blocks.push(name);
      }
    },
  });
  return { blocks, inline: inline.sort(), emphasis };
}

/** Whether a text has the blocks of another, and all its links and code; emphasis may go with what it marked, never in halves. */
export function isWholeMarkdown(before: Nodes, after: Nodes): boolean {
  return (
    before.blocks.join() === after.blocks.join() &&
    before.inline.every((node) => after.inline.includes(node)) &&
    after.inline.length === before.inline.length &&
    after.emphasis <= before.emphasis
  );
}
