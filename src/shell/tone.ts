// node dist/tone.js: the tone check from the shell, for teams' pipelines and for measuring.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { printableLine } from '../retro/printable.js';
import { languageEngine, ToneChecker } from '../tone/shared.js';
import { settingsFor } from '../tone/team/settingsFor.js';
import type { TeamTone } from '../tone/team/teamTone.js';
import type { ToneSettings } from '../tone/toneSettings.js';
import { HELP, MisuseError, readArguments, type ToneArguments } from './toneArguments.js';
import { findConfig, pathInFolder, readConfig, type TeamConfig } from './toneConfig.js';
import { languageOf } from './toneLanguages.js';
import { answerLines } from './toneLines.js';
import { type Checked, report } from './toneReport.js';

const MISUSE = 2;

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.help || asked.version) {
    process.stdout.write(asked.help ? HELP : `${version()}\n`);
    return 0;
  }
  const config = loadConfig(asked);
  return asked.jsonl ? answerStandardInput(asked, config) : checkFiles(asked, config);
}

/** That of the package that this file ships in. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return v.parse(v.object({ version: v.string() }), manifest).version;
}

/** A file that is named must be there; one that is found must only not be in the way. */
function loadConfig(asked: ToneArguments): TeamConfig | undefined {
  const path = asked.config ?? (asked.jsonl ? undefined : findConfig('.'));
  if (path === undefined) {
    return undefined;
  }
  try {
    const config = readConfig(path);
    config.problems.forEach(complain);
    return config;
  } catch (error) {
    throw new MisuseError(`The team file cannot be read: ${messageOf(error)}`);
  }
}

async function answerStandardInput(asked: ToneArguments, config: TeamConfig | undefined): Promise<number> {
  const checker = new ToneChecker(languageEngine, settings(asked, config?.team, undefined));
  const allRead = await answerLines({
    lines: createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    check: (text, languageId) => checker.check(text, languageId),
    answer: (line) => process.stdout.write(`${line}\n`),
    complain,
  });
  return allRead ? 0 : MISUSE;
}

async function checkFiles(asked: ToneArguments, config: TeamConfig | undefined): Promise<number> {
  const checker = new ToneChecker(languageEngine);
  const checked: Checked[] = [];
  let unread = 0;
  for (const file of asked.files) {
    const wanted = settings(
      asked,
      config?.team,
      file === '-' ? undefined : config ? pathInFolder(file, config.folder) : file,
      file === '-' ? undefined : file,
    );
    if (wanted === undefined) {
      continue;
    }
    try {
      const text = readFileSync(file === '-' ? 0 : file, 'utf8');
      checker.configure(wanted);
      const findings = checker.check(text, file === '-' ? 'markdown' : languageOf(file));
      checked.push({ file: file === '-' ? '<stdin>' : file, text, findings });
    } catch (error) {
      complain(`${file}: ${messageOf(error)}`);
      unread += 1;
    }
  }
  process.stdout.write(report(checked, asked.format, version()));
  return unread > 0 ? MISUSE : checked.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

/** The level `all` reads every file as a postmortem too: it is for those who want to see everything. */
function settings(
  asked: ToneArguments,
  team: TeamTone | undefined,
  path: string | undefined,
  name = path,
): ToneSettings | undefined {
  const found = settingsFor({ level: asked.level, rules: new Map(), allow: [], codeComments: true }, team, path, name);
  return found && asked.level === 'all' ? { ...found, context: { ...found.context, incident: true } } : found;
}

function complain(message: string): void {
  process.stderr.write(`${printableLine(`tone: ${message}`)}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : MISUSE);
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    complain(error instanceof MisuseError ? `${error.message} See --help.` : messageOf(error));
    process.exitCode = MISUSE;
  },
);
