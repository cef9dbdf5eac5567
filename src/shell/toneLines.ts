import * as v from 'valibot';
import { printableJson } from '../retro/printable.js';
import type { Finding } from '../tone/finding.js';
import { plainFinding } from './toneReport.js';

const request = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  languageId: v.optional(v.string(), 'markdown'),
});

/** What the line-by-line mode needs from outside. */
export interface LineHost {
  readonly lines: AsyncIterable<string>;
  check(text: string, languageId: string): readonly Finding[];
  answer(line: string): void;
  complain(message: string): void;
}

/**
 * Answers one line of JSON for each line that is not empty, in order. A line that cannot be read gets an answer without findings, with
 * an `error`, so that answers stay beside their lines.
 * @returns whether every line could be read.
 */
export async function answerLines(host: LineHost): Promise<boolean> {
  let number = 0;
  let allRead = true;
  for await (const line of host.lines) {
    number += 1;
    if (line.trim() === '') {
      continue;
    }
    const read = readRequest(line);
    if (typeof read === 'string') {
      allRead = false;
      host.complain(`line ${number}: ${read}`);
      host.answer(printableJson({ id: null, findings: [], error: `line ${number}: ${read}` }));
    } else {
      const findings = host.check(read.text, read.languageId);
      host.answer(printableJson({ id: read.id, findings: findings.map(plainFinding) }));
    }
  }
  return allRead;
}

function readRequest(line: string): v.InferOutput<typeof request> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const read = v.safeParse(request, value);
  return read.success ? read.output : 'expected {"id": text or number, "text": text, "languageId"?: text}';
}
