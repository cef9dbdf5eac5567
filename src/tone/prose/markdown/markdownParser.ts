import { parser as commonmark, GFM, type MarkdownConfig } from '@lezer/markdown';

/** A line below a quote that has no mark of its own is an answer, though Markdown shows it as part of the quote: people write so, and the words are theirs. */
const answers: MarkdownConfig = {
  parseBlock: [
    {
      name: 'Answer',
      endLeaf: (context, { text, basePos }) =>
        context.parentType().name === 'Blockquote' && !text.slice(0, basePos).includes('>'),
    },
  ],
};
/** Reads a text in full. */
export const markdownParser = commonmark.configure([GFM, answers]);

const names = (list: string): string[] => list.split(' ');

/** Finds the blocks alone: of most of them nobody asks what is in them, and most of the others are read by hand. */
export const blockParser = markdownParser.configure({
  remove: names('Escape Entity InlineCode HTMLTag Emphasis HardBreak Link Image LinkEnd Strikethrough Autolink'),
});

/** Reads the text of one block as a paragraph, whatever it begins with. */
export const inlineParser = markdownParser.configure({
  remove: names(
    'LinkReference IndentedCode FencedCode Blockquote HorizontalRule BulletList OrderedList ATXHeading HTMLBlock SetextHeading Table TaskList',
  ),
});

export type Node = ReturnType<ReturnType<typeof markdownParser.parse>['cursor']>['node'];
