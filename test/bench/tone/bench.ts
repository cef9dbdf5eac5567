// npm run bench:tone -- [--no-peers] [FILE.csv | FILE.md]
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ToneChecker } from '../../../src/tone/checker.js';
import { languageEngine } from '../../../src/tone/detect/languageEngine.js';
import { markdownOf, textsOf } from './documents.js';
import { type Peer, peers } from './peers.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { peers: { type: 'boolean', default: true } },
});

/** A peer that is slower than this is measured on a part of the text. */
const PATIENCE_MS = 20_000;
/** How often everyone is measured; the first time counts apart. */
const PASSES = 21;
/** What is read in a pass, in bytes: the texts as often as that takes, each time as if they were new. */
const PASS_BYTES = 200_000;

async function main(): Promise<void> {
  const texts = textsOf(positionals[0]);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`${texts.length} texts, ${(bytes / 1000).toFixed(0)} kB, Node ${process.version}, single thread`);
  const load = loadTimes();
  const own = await coldThroughput(texts);
  const keys = [10_000, 200_000, 1_000_000].map((size) => keystrokes(markdownOf(texts, size)));
  const large = markdownOf(texts, 1_000_000);
  const opening = median(Array.from({ length: 5 }, () => openLarge(large)));
  const ratios = options.peers ? await measurePeers(texts) : new Map<string, number>();
  const times = (name: string): number | null => ratios.get(name) ?? null;
  console.log(
    JSON.stringify({
      mb_s: round(own, 2),
      x_alex: times('alex'),
      x_write_good: times('write-good'),
      key_10kb_ms: keys[0],
      key_1mb_ms: keys[2],
      load_ms: load,
      longest_block_ms: opening,
    }),
  );
}

/** The median of five first loads, each in a process of its own. */
function loadTimes(): number {
  const runs = Array.from({ length: 5 }, () => {
    const out = execFileSync(process.execPath, [join(__dirname, 'load.js')], { encoding: 'utf8' });
    return JSON.parse(out) as { silent: number; whole: number };
  });
  const of = (part: 'silent' | 'whole'): number => median(runs.map((run) => run[part]));
  console.log(
    `load: ${round(of('whole'), 0)} ms to the first finding, ${round(of('silent'), 0)} ms to the first silent sentence`,
  );
  return round(of('whole'), 0);
}

type Check = (text: string) => Promise<{ readonly length: number }>;

/** This engine with nothing in its cache of sentences. */
function ownCheck(): Check {
  const checker = new ToneChecker(languageEngine);
  return async (text) => checker.check(text, 'markdown');
}

/** MB/s of passes over the texts, one after the other. */
class Passes {
  private readonly speeds: number[] = [];
  private readonly rounds: number;
  flagged = 0;

  constructor(
    private readonly texts: readonly string[],
    private readonly start: () => Check,
  ) {
    this.rounds = Math.ceil(PASS_BYTES / texts.reduce((sum, text) => sum + Buffer.byteLength(text), 1));
  }

  /** One pass, or as much of it as can be done until then. */
  async run(deadline: number): Promise<void> {
    const begun = performance.now();
    let bytes = 0;
    for (let round = 0; round < this.rounds && performance.now() <= deadline; round += 1) {
      bytes += await this.read(deadline);
    }
    this.speeds.push(bytes / 1000 / (performance.now() - begun));
  }

  /** All texts once, with nothing remembered of the last time. @returns bytes */
  private async read(deadline: number): Promise<number> {
    const check = this.start();
    let bytes = 0;
    this.flagged = 0;
    for (const text of this.texts) {
      this.flagged += (await check(text)).length > 0 ? 1 : 0;
      bytes += Buffer.byteLength(text);
      if (performance.now() > deadline) {
        break;
      }
    }
    return bytes;
  }

  /** The median of all passes but the first; the first where there is no other. */
  get usual(): number {
    const [first = Number.NaN, ...others] = this.speeds;
    return others.length === 0 ? first : median(others);
  }

  toString(): string {
    return `${this.usual.toFixed(3).padStart(8)} MB/s (first pass ${(this.speeds[0] ?? Number.NaN).toFixed(3)})`;
  }
}

async function coldThroughput(texts: readonly string[]): Promise<number> {
  const before = heap();
  const own = new Passes(texts, ownCheck);
  for (let pass = 0; pass < PASSES; pass += 1) {
    await own.run(Number.POSITIVE_INFINITY);
  }
  console.log(
    `  ${'common ground'.padEnd(18)}${own}, flags ${own.flagged} texts, heap +${round(heap() - before, 1)} MB`,
  );
  return own.usual;
}

/** Milliseconds from a keystroke to all findings: the median over 300 places. */
function keystrokes(text: string): number {
  const checker = new ToneChecker(languageEngine);
  const tracked = checker.open(text, 'markdown');
  tracked.finish();
  const times: number[] = [];
  for (let i = 0; i < 300; i += 1) {
    const rangeOffset = Math.floor(((i * 7919) % 1000) * (tracked.length / 1000));
    const start = performance.now();
    tracked.edit([{ rangeOffset, rangeLength: 0, text: i % 10 === 9 ? ' ' : 'e' }]);
    tracked.finish();
    tracked.findings();
    times.push(performance.now() - start);
  }
  const sorted = [...times].sort((a, b) => a - b);
  console.log(
    `one keystroke in ${(text.length / 1000).toFixed(0)} kB: median ${round(median(times), 3)} ms, 95 % under ${round(sorted[284] ?? 0, 2)} ms, ${tracked.findings().length} findings`,
  );
  return round(median(times), 3);
}

/** The longest piece of work without a pause while a large file is opened, after load. */
function openLarge(text: string): number {
  const before = heap();
  const checker = new ToneChecker(languageEngine);
  const tracked = checker.open(text, 'markdown');
  let longest = 0;
  let busiest = 0;
  const start = performance.now();
  let last = start;
  let busy = process.threadCpuUsage();
  for (const _ of tracked.steps()) {
    const { user, system } = process.threadCpuUsage(busy);
    longest = Math.max(longest, performance.now() - last);
    busiest = Math.max(busiest, (user + system) / 1000);
    busy = process.threadCpuUsage();
    last = performance.now();
  }
  const whole = performance.now() - start;
  console.log(
    `opening ${(text.length / 1e6).toFixed(1)} MB: ${round(whole, 0)} ms in all, longest step ${round(longest, 2)} ms ` +
      `(at most ${round(busiest, 2)} ms of work in one), heap +${round(heap() - before, 1)} MB`,
  );
  return round(longest, 2);
}

/** How many times as fast as each peer this engine is. */
async function measurePeers(texts: readonly string[]): Promise<Map<string, number>> {
  const ratios = new Map<string, number>();
  for (const peer of await peers()) {
    try {
      ratios.set(peer.name, await measurePeer(peer, texts));
    } catch (error) {
      console.log(
        `  ${peer.name.padEnd(18)}crashed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
    }
  }
  return ratios;
}

/** Passes of the peer and of this engine in turn, so that whatever else the machine does slows both. */
async function measurePeer(peer: Peer, texts: readonly string[]): Promise<number> {
  const before = memory();
  const loading = performance.now();
  const check = await peer.load();
  const loaded = performance.now() - loading;
  const own = new Passes(texts, ownCheck);
  const theirs = new Passes(texts, () => check);
  const patience = performance.now() + PATIENCE_MS;
  for (let pass = 0; pass < PASSES && (pass === 0 || performance.now() < patience); pass += 1) {
    await theirs.run(patience);
    await own.run(Number.POSITIVE_INFINITY);
  }
  const ratio = round(own.usual / theirs.usual, 1);
  console.log(
    `  ${peer.name.padEnd(18)}${theirs}, flags ${theirs.flagged} texts, load ${round(loaded, 0)} ms, ` +
      `memory +${round(memory() - before, 0)} MB; this engine beside it ${own.usual.toFixed(2)} MB/s, ${ratio} times`,
  );
  return ratio;
}

/** Megabytes that are in use once what is not needed is gone. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

/** As {@link heap}, with what lies outside of the heap, such as WebAssembly. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
