// npm run eval:tone -- [--level default|gentle|all] [--surface comment|notes|document] [--without GROUP] [--split] [--alarms N]
// [--misses N] [--rules] [--no-peers] FILE.csv…
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';
import type { LevelName } from '../../../src/tone/team/settingsFor.js';
import { half, type Row, readRows } from './csv.js';
import type { Flag, Flagger } from './flagger.js';
import { ownEngine } from './ownEngine.js';
import { type Peer, peers } from './peers.js';
import { type Outcome, type Share, score } from './score.js';

interface Judged extends Row {
  readonly flags: readonly Flag[];
}

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    level: { type: 'string', default: 'gentle' },
    split: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: true },
    alarms: { type: 'string', default: '40' },
    misses: { type: 'string', default: '0' },
    surface: { type: 'string', default: 'comment' },
    without: { type: 'string' },
  },
  allowNegative: true,
});

async function main(): Promise<void> {
  if (files.length === 0 || !['default', 'gentle', 'all'].includes(options.level)) {
    console.error(
      'Usage: npm run eval:tone -- [--level default|gentle|all] [--surface comment|notes|document] [--without GROUP] [--split] [--rules] [--no-peers] [--alarms N] [--misses N] FILE.csv…\n' +
        'Columns: id, text, label (1 = blames), sub (optional). --split adds both halves by a hash of the id.',
    );
    process.exitCode = 2;
    return;
  }
  const own = await ownEngine(options.level as LevelName, options.surface as SentenceContext['surface']);
  const others = options.peers && !options.split ? await peers() : [];
  for (const file of files) {
    const rows = readRows(file).filter(({ group }) => group !== options.without);
    console.log(
      `\n${basename(file)}: ${rows.length} texts, ${rows.filter((row) => row.blames).length} that blame, level ${options.level}`,
    );
    console.log(heading);
    await report(own, rows, true);
    for (const other of others) {
      await reportPeer(other, rows);
    }
  }
}

const heading = `  ${'checker'.padEnd(24)}${'precision'.padEnd(22)}${'recall'.padEnd(22)}${'F1'.padEnd(22)}${'of the others flagged'}`;

async function reportPeer({ name, load }: Peer, rows: readonly Row[]): Promise<void> {
  try {
    await report({ name, flags: await load() }, rows, false);
  } catch (error) {
    crashed(name, error);
  }
}

async function report(flagger: Flagger, rows: readonly Row[], inDetail: boolean): Promise<void> {
  const judged: Judged[] = [];
  try {
    for (const row of rows) {
      judged.push({ ...row, flags: await flagger.flags(row.text) });
    }
  } catch (error) {
    crashed(flagger.name, error);
    return;
  }
  line(flagger.name, judged);
  if (options.split) {
    line(
      '  half A',
      judged.filter((row) => half(row.id) === 0),
    );
    line(
      '  half B',
      judged.filter((row) => half(row.id) === 1),
    );
  }
  if (inDetail) {
    detail(judged);
  }
}

function crashed(name: string, error: unknown): void {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  console.log(`  ${name.padEnd(24)}crashed: ${reason}`);
}

function line(name: string, judged: readonly Judged[]): void {
  const result = score(judged.map((row): Outcome => ({ blames: row.blames, flagged: row.flags.length > 0 })));
  console.log(
    `  ${name.padEnd(24)}${share(result.precision).padEnd(22)}${share(result.recall).padEnd(22)}${share(result.f1).padEnd(22)}` +
      `${percent(result.alarmRate)}   (${result.hits} right, ${result.falseAlarms} false, ${result.misses} missed)`,
  );
}

function detail(judged: readonly Judged[]): void {
  for (const [group, rows] of groupedBy(judged, (row) => `${row.blames ? '1' : '0'} ${row.group}`)) {
    console.log(
      `    ${group.padEnd(22)}${rows.filter((row) => row.flags.length > 0).length} of ${rows.length} flagged`,
    );
  }
  if (options.rules) {
    byRule(judged);
  }
  list(
    'false alarms',
    judged.filter((row) => !row.blames && row.flags.length > 0),
    Number(options.alarms),
  );
  list(
    'missed',
    judged.filter((row) => row.blames && row.flags.length === 0),
    Number(options.misses),
  );
}

function byRule(judged: readonly Judged[]): void {
  const pairs = judged.flatMap((row) =>
    [...new Set(row.flags.map((flag) => flag.rule))].map((rule) => ({ rule, row })),
  );
  const counts = [...groupedBy(pairs, ({ rule }) => rule)].sort(([, a], [, b]) => b.length - a.length);
  for (const [rule, found] of counts) {
    const right = found.filter(({ row }) => row.blames).length;
    console.log(
      `    ${rule.padEnd(40)}${String(right).padStart(4)} right ${String(found.length - right).padStart(4)} false`,
    );
  }
}

function list(title: string, rows: readonly Judged[], most: number): void {
  if (rows.length === 0 || most === 0) {
    return;
  }
  console.log(`    ${title}: ${rows.length}${rows.length > most ? `, the first ${most}` : ''}`);
  for (const row of rows.slice(0, most)) {
    const flags = row.flags.map((flag) => `${flag.rule} «${oneLine(flag.text, 80)}»`).join('; ');
    console.log(`      ${row.id} [${row.group}] ${flags}\n        ${oneLine(row.text, 240)}`);
  }
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 80);
}

function share({ value, low, high }: Share): string {
  return Number.isNaN(value) ? '-' : `${value.toFixed(3)} [${low.toFixed(2)}-${high.toFixed(2)}]`;
}

function percent({ value, low, high }: Share): string {
  return Number.isNaN(value)
    ? '-'
    : `${(100 * value).toFixed(2)} % [${(100 * low).toFixed(2)}-${(100 * high).toFixed(2)}]`;
}

function oneLine(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > most ? `${flat.slice(0, most)}…` : flat;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
