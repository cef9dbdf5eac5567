import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readCsv } from './csv.js';

/**
 * The texts to measure on: the rows of a CSV file, or the paragraphs of any other. Without one, review comments as a team writes them
 * in a week: short ones, code, links, and now and then something that may read as blame.
 */
export function textsOf(path: string | undefined): string[] {
  if (path !== undefined && extname(path) === '.csv') {
    return readCsv(path).map(({ text }) => text ?? '');
  }
  const own = join(__dirname, '..', '..', '..', '..', 'test', 'bench', 'tone', 'reviewComments.md');
  const text = readFileSync(path ?? own, 'utf8');
  const between = path === undefined ? /\n\n---\n\n/ : /(?:\r?\n){2,}/;
  return text.split(between).filter((part) => part.trim() !== '');
}

/** A Markdown document of about so many characters, made of the texts: paragraphs, lists, headings, code and a table now and then. */
export function markdownOf(texts: readonly string[], size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < size; i += 1) {
    const part = shaped(texts[i % texts.length] ?? '', i);
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n').slice(0, size);
}

function shaped(text: string, index: number): string {
  const line = text.replace(/\s+/g, ' ');
  switch (index % 10) {
    case 3:
      return `## ${line.slice(0, 60)}\n\n${text}`;
    case 5:
      return `- ${line}\n- **note**: ${line.slice(0, 80)}\n- [ ] see [the docs](https://example.org/a/b)`;
    case 7:
      return `${text}\n\n\`\`\`js\nconst answer = ${index};\n\`\`\``;
    case 9:
      return `| who | what |\n| --- | --- |\n| all | ${line.replaceAll('|', '/').slice(0, 90)} |`;
    default:
      return text;
  }
}
