// node esbuild.js bench && node out/test/bench/tone/fitSigns.js [--l2 0.012] [--cross] FILE.csv…
// Fits the weights of src/tone/signWeights.ts: one number for each class of words or structure, none for a word. A text that blames
// counts by its strongest sentence, one that does not by the sentence nearest to a false alarm. Prints the weights as TypeScript. With --cross, prints instead how weights from one half do
// on the other, with the rules' patterns and without, for several thresholds.
import { parseArgs } from 'node:util';
import { checkSentence } from '../../../src/tone/detector.js';
import { loadParser } from '../../../src/tone/parser.js';
import { Reading } from '../../../src/tone/reading.js';
import { eachSentence } from '../../../src/tone/sentence.js';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';
import { combinations } from '../../../src/tone/signCombinations.js';
import { signs } from '../../../src/tone/signList.js';
import { readSigns } from '../../../src/tone/signs.js';
import { half, readRows } from './csv.js';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    l2: { type: 'string', default: '0.012' },
    cross: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
});

const columns = [...signs, ...combinations];
const none: ReadonlySet<string> = new Set();

interface Example {
  readonly id: string;
  /** A rule with patterns speaks, without the signs. */
  readonly matched: boolean;
  readonly blames: boolean;
  readonly sentences: readonly Float64Array[];
}

interface Model {
  readonly weights: Float64Array;
  bias: number;
}

const patternsOnly: SentenceContext = {
  incident: false,
  levels: new Set(['default', 'gentle']),
  rules: new Map([['quarrel', 'off']]),
  people: none,
  tools: none,
};

/** Code spans and links read as nouns; quoted lines and quoted speech are not the writer's. */
function masked(text: string): string {
  const cover = (mark: string) => (found: string) => mark.repeat(found.length);
  return text
    .replace(/^>.*$/gm, cover(' '))
    .replace(/`[^`\n]*`|https?:\S+/g, cover('\uE000'))
    .replace(/"[^"\n]{2,80}"/g, cover('\uE001'))
    .replace(/[*#\r\n]/g, ' ');
}

function exampleOf(id: string, text: string, blames: boolean): Example {
  const sentences: Float64Array[] = [];
  let matched = false;
  const prose = masked(text);
  eachSentence(prose, (start, end) => {
    const values = readSigns(new Reading(prose.slice(start, end), text.slice(start, end), none, none));
    matched ||= checkSentence(prose.slice(start, end), text.slice(start, end), patternsOnly).length > 0;
    sentences.push(Float64Array.from(columns, ({ name }) => values.get(name) ?? 0));
  });
  return { id, matched, blames, sentences };
}

function sumOf({ weights, bias }: Model, values: Float64Array): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function strongest(model: Model, { sentences }: Example): Float64Array | undefined {
  let best: Float64Array | undefined;
  for (const values of sentences) {
    if (best === undefined || sumOf(model, values) > sumOf(model, best)) {
      best = values;
    }
  }
  return best;
}

/** One step of gradient descent; charging signs stay at or above zero, softening ones at or below. */
function step(model: Model, chosen: readonly { values: Float64Array; blames: boolean }[], l2: number): void {
  const gradient = new Float64Array(columns.length);
  let bias = 0;
  for (const { values, blames } of chosen) {
    const error = 1 / (1 + Math.exp(-sumOf(model, values))) - (blames ? 1 : 0);
    bias += error;
    values.forEach((value, at) => {
      gradient[at] = (gradient[at] ?? 0) + error * value;
    });
  }
  columns.forEach(({ evidence }, at) => {
    const old = model.weights[at] ?? 0;
    const next = old - 0.8 * ((gradient[at] ?? 0) / chosen.length + l2 * old);
    model.weights[at] = evidence === '' ? Math.min(0, next) : Math.max(0, next);
  });
  model.bias -= (0.8 * bias) / chosen.length;
}

function modelFrom(examples: readonly Example[], l2: number): Model {
  const first = new Set(['insult', 'scorn', 'hardSwear', 'hardConduct', 'you+charge']);
  const model: Model = { weights: Float64Array.from(columns, ({ name }) => (first.has(name) ? 1 : 0)), bias: -1 };
  for (let round = 0; round < 12; round++) {
    const chosen = examples.flatMap((example) => {
      const values = strongest(model, example);
      return values === undefined ? [] : [{ values, blames: example.blames }];
    });
    for (let turn = 0; turn < 150; turn++) {
      step(model, chosen, l2);
    }
  }
  return model;
}

function printWeights(model: Model): void {
  columns.forEach(({ name }, at) => {
    const weight = Math.round((model.weights[at] ?? 0) * 100) / 100;
    if (Math.abs(weight) >= 0.03) {
      console.log(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},`);
    }
  });
  console.log(`bias ${model.bias.toFixed(2)}`);
}

/** How many are flagged from a threshold on, right and wrong, and how many blame. */
function told(name: string, judged: readonly { example: Example; sum: number }[], threshold: number): string {
  const flagged = judged.filter(({ example, sum }) => (example.matched && !options.alone) || sum >= threshold);
  const right = flagged.filter(({ example }) => example.blames).length;
  const blaming = judged.filter(({ example }) => example.blames).length;
  return `${name} P ${(right / flagged.length).toFixed(3)} R ${(right / blaming).toFixed(3)} (${right} right, ${flagged.length - right} false)`;
}

function judge(model: Model, examples: readonly Example[]): { example: Example; sum: number }[] {
  return examples.map((example) => {
    const values = strongest(model, example);
    return { example, sum: values === undefined ? Number.NEGATIVE_INFINITY : sumOf(model, values) };
  });
}

function crossFit(examples: readonly Example[], l2: number): void {
  const [first, second] = [0, 1].map((side) => examples.filter(({ id }) => half(id) === side)) as [
    Example[],
    Example[],
  ];
  const onSecond = judge(modelFrom(first, l2), second);
  const onFirst = judge(modelFrom(second, l2), first);
  const inSample = judge(modelFrom(examples, l2), examples);
  for (const threshold of [99, 1.4, 1.2, 1, 0.8, 0.6, 0.4, 0.2, 0, -0.2, -0.4]) {
    console.log(`from ${threshold === 99 ? 'patterns alone' : threshold}`);
    console.log(`  ${told('A to B', onSecond, threshold)}   ${told('B to A', onFirst, threshold)}`);
    console.log(
      `  ${told('both  ', [...onFirst, ...onSecond], threshold)}   ${told('in sample', inSample, threshold)}`,
    );
  }
}

async function main(): Promise<void> {
  await loadParser();
  const examples = files.flatMap(readRows).map(({ id, text, blames }) => exampleOf(id, text, blames));
  if (options.cross) {
    crossFit(examples, Number(options.l2));
  } else {
    printWeights(modelFrom(examples, Number(options.l2)));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
