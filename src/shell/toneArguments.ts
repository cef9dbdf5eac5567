import { parseArgs } from 'node:util';
import type { LevelName } from '../tone/team/settingsFor.js';
import type { Format } from './toneReport.js';

/** What was asked for. */
export interface ToneArguments {
  readonly level: LevelName;
  readonly format: Format;
  readonly config: string | undefined;
  readonly jsonl: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly files: readonly string[];
}

/** The command line was not understood; the message says how it goes. */
export class MisuseError extends Error {}

export const HELP = `Points at sentences that may read as blame, and offers other words.

Usage: tone [options] FILES…       - stands for standard input (Markdown)
       tone --jsonl [options]      answers each line of standard input

  --level default|gentle|all   what accuses; also soft phrasing (if left out); everything,
                               with opt-in rules and those for postmortems
  --format text|json|sarif     text if left out; SARIF is version 2.1.0
  --config FILE                the team's words and switches; if left out, files are read with
                               .common-ground/tone.yaml of this folder or the nearest above
  --jsonl                      reads {"id","text","languageId"?} a line, answers {"id","findings"} a line;
                               each finding has a score, the probability that the sentence blames
  --help, --version

Markdown, plain text and commit messages are read as prose; of source code, the comments are.
Exit status: 0 nothing found, 1 something found, 2 misuse or a file that could not be read.
With --jsonl: 0 every line was read, whatever was found; 2 some were not.
`;

/** @throws MisuseError */
export function readArguments(args: readonly string[]): ToneArguments {
  const { values, positionals } = parse(args);
  const level = oneOf('--level', values.level, ['default', 'gentle', 'all'] as const);
  const format = oneOf('--format', values.format, ['text', 'json', 'sarif'] as const);
  if (values.jsonl && positionals.length > 0) {
    throw new MisuseError('--jsonl reads standard input; it takes no files.');
  }
  if (!values.jsonl && !values.help && !values.version && positionals.length === 0) {
    throw new MisuseError('Name at least one file, or - for standard input.');
  }
  return {
    level,
    format,
    config: values.config,
    jsonl: values.jsonl,
    help: values.help,
    version: values.version,
    files: positionals,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        level: { type: 'string', default: 'gentle' },
        format: { type: 'string', default: 'text' },
        config: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
  } catch (error) {
    throw new MisuseError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw new MisuseError(`${name} is one of ${allowed.join(', ')}, not “${value}”.`);
  }
  return found;
}
