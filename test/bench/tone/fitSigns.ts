// node esbuild.js bench && node out/test/bench/tone/fitSigns.js [--l2 0.005] [--light FILE.csv]… [--cross | --folds 5 [--repeats 5]] FILE.csv…
// Fits the weights of src/tone/signWeights.ts, to labelled texts and to the rules' own examples: one number for each class of words or structure, none for a word. A text that blames
// counts by its strongest sentence, one that does not by the sentence nearest to a false alarm. Prints the weights as TypeScript. With --cross, prints instead how weights from one half do
// on the other, with the rules' patterns and without, for several thresholds; with --folds, how weights do on the part of the texts that they were not fitted to, mean and spread over repeats.
// Texts of --light, and the rules' own examples, count less: they are invented.
import { parseArgs } from 'node:util';
import { checkSentence } from '../../../src/tone/detect/detector.js';
import { loadParser } from '../../../src/tone/language/parser.js';
import { Reading } from '../../../src/tone/pattern/reading.js';
import { ruleSet } from '../../../src/tone/rules/ruleSet.js';
import { eachSentence } from '../../../src/tone/language/sentence.js';
import type { SentenceContext } from '../../../src/tone/sentenceContext.js';
import { combinations } from '../../../src/tone/detect/signCombinations.js';
import { signs } from '../../../src/tone/detect/signList.js';
import { readSigns } from '../../../src/tone/detect/signs.js';
import { half, readRows } from './csv.js';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    l2: { type: 'string', default: '0.005' },
    cross: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    light: { type: 'string', multiple: true, default: [] },
    folds: { type: 'string', default: '0' },
    repeats: { type: 'string', default: '5' },
  },
});

const columns = [...signs, ...combinations];
const none: ReadonlySet<string> = new Set();

interface Example {
  readonly id: string;
  /** A rule with patterns speaks, without the signs. */
  readonly matched: boolean;
  readonly blames: boolean;
  readonly isInvented: boolean;
  readonly sentences: readonly Float64Array[];
}

interface Model {
  weights: Float64Array;
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

function exampleOf(id: string, text: string, blames: boolean, isInvented = false): Example {
  const sentences: Float64Array[] = [];
  let matched = false;
  const prose = masked(text);
  eachSentence(prose, (start, end) => {
    const values = readSigns(new Reading(prose.slice(start, end), text.slice(start, end), none, none));
    matched ||= checkSentence(prose.slice(start, end), text.slice(start, end), patternsOnly).length > 0;
    sentences.push(Float64Array.from(columns, ({ name }) => values.get(name) ?? 0));
  });
  return { id, matched, blames, isInvented, sentences };
}

function sumOf({ weights, bias }: Model, values: Float64Array): number {
  let sum = bias;
  for (let at = 0; at < values.length; at++) {
    sum += (values[at] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
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

interface Chosen {
  readonly values: Float64Array;
  readonly blames: boolean;
  /** Which part of all it counts. */
  readonly share: number;
}

/** How much a text counts that was invented, beside one that was found. */
const inventedWeight = 0.3;

/** How steep the loss can be: a step of one over it never goes too far. By power iteration. */
function steepness(chosen: readonly Chosen[], l2: number): number {
  let direction = new Float64Array(columns.length).fill(1);
  let length = 1;
  for (let turn = 0; turn < 20; turn++) {
    const next = new Float64Array(columns.length);
    for (const { values, share } of chosen) {
      const along = share * values.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0);
      values.forEach((value, at) => {
        next[at] = (next[at] ?? 0) + along * value;
      });
    }
    length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  return 0.25 * length + l2;
}

/** Where the loss falls at a point, and how far the bias is off. */
function slopeAt(point: Model, chosen: readonly Chosen[], l2: number): { readonly slope: Float64Array; bias: number } {
  const slope = point.weights.map((weight) => l2 * weight);
  let bias = 0;
  for (const { values, blames, share } of chosen) {
    const error = (1 / (1 + Math.exp(-sumOf(point, values))) - (blames ? 1 : 0)) * share;
    bias += error;
    for (let at = 0; at < values.length; at++) {
      slope[at] = (slope[at] ?? 0) + error * (values[at] ?? 0);
    }
  }
  return { slope, bias };
}

/** Accelerated gradient descent; charging signs stay at or above zero, softening ones at or below. */
function descend(model: Model, chosen: readonly Chosen[], l2: number): void {
  const step = 1 / steepness(chosen, l2);
  let ahead = model.weights;
  let pace = 1;
  for (let turn = 0; turn < 200; turn++) {
    const { slope, bias } = slopeAt({ weights: ahead, bias: model.bias }, chosen, l2);
    const next = ahead.map((weight, at) => {
      const moved = weight - step * (slope[at] ?? 0);
      return columns[at]?.evidence === '' ? Math.min(0, moved) : Math.max(0, moved);
    });
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const before = model.weights;
    ahead = next.map((weight, at) => weight + ((pace - 1) / nextPace) * (weight - (before[at] ?? 0)));
    model.weights = next;
    pace = nextPace;
    model.bias -= 2 * bias;
  }
}

function modelFrom(examples: readonly Example[], l2: number): Model {
  const first = new Set(['insult', 'scorn', 'hardSwear', 'hardConduct', 'you+charge']);
  const model: Model = { weights: Float64Array.from(columns, ({ name }) => (first.has(name) ? 1 : 0)), bias: -1 };
  const weightOf = ({ isInvented }: Example): number => (isInvented ? inventedWeight : 1);
  const all = examples.reduce((sum, example) => sum + weightOf(example), 0);
  for (let round = 0; round < 8; round++) {
    const chosen = examples.flatMap((example) => {
      const values = strongest(model, example);
      return values === undefined ? [] : [{ values, blames: example.blames, share: weightOf(example) / all }];
    });
    descend(model, chosen, l2);
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

interface Judged {
  readonly example: Example;
  readonly sum: number;
}

/** How many are flagged from a threshold on, right and wrong, and how many blame. */
function counted(judged: readonly Judged[], threshold: number): { right: number; wrong: number; blaming: number } {
  const flagged = judged.filter(({ example, sum }) => (example.matched && !options.alone) || sum >= threshold);
  const right = flagged.filter(({ example }) => example.blames).length;
  const blaming = judged.filter(({ example }) => example.blames).length;
  return { right, wrong: flagged.length - right, blaming };
}

function told(name: string, judged: readonly Judged[], threshold: number): string {
  const { right, wrong, blaming } = counted(judged, threshold);
  return `${name} P ${(right / (right + wrong)).toFixed(3)} R ${(right / blaming).toFixed(3)} (${right} right, ${wrong} false)`;
}

function judge(model: Model, examples: readonly Example[]): Judged[] {
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
  for (const threshold of thresholds) {
    console.log(`from ${threshold === 99 ? 'patterns alone' : threshold}`);
    console.log(`  ${told('A to B', onSecond, threshold)}   ${told('B to A', onFirst, threshold)}`);
    console.log(
      `  ${told('both  ', [...onFirst, ...onSecond], threshold)}   ${told('in sample', inSample, threshold)}`,
    );
  }
}

const thresholds = [99, 2.5, 2.25, 2, 1.75, 1.5, 1.25, 1, 0.75, 0.5];

/** Each text judged by weights that were fitted to the other parts, as many times as there are repeats. */
function foldFit(examples: readonly Example[], invented: readonly Example[], l2: number): void {
  const folds = Number(options.folds);
  const rounds = Array.from({ length: Number(options.repeats) }, (_, repeat) => {
    const order = shuffled(examples, repeat + 1);
    return Array.from({ length: folds }, (__, fold) => fold).flatMap((fold) => {
      const rest = order.filter((___, at) => at % folds !== fold);
      return judge(
        modelFrom([...rest, ...invented], l2),
        order.filter((___, at) => at % folds === fold),
      );
    });
  });
  for (const threshold of thresholds) {
    const counts = rounds.map((judged) => counted(judged, threshold));
    const precision = spread(counts.map(({ right, wrong }) => right / (right + wrong)));
    const recall = spread(counts.map(({ right, blaming }) => right / blaming));
    console.log(`from ${threshold === 99 ? 'patterns alone' : threshold}: P ${precision} R ${recall}`);
  }
}

/** Mean and standard deviation. */
function spread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return `${mean.toFixed(3)} ± ${Math.sqrt(variance).toFixed(3)}`;
}

/** In an order that depends on the seed alone. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  return items
    .map((item) => {
      state = (Math.imul(state, 48271) + 11) % 0x7fffffff;
      return { item, key: Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0 };
    })
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** The examples of the rules themselves: what they flag, and what comes close and is left alone. */
function ownExamples(): readonly Example[] {
  return ruleSet
    .filter(({ level, needs }) => level !== 'opt-in' && needs?.includes('incident') !== true)
    .flatMap(({ id, flags, passes }) => [
      ...flags.map((text, at) => exampleOf(`${id} ${at}`, text, true, true)),
      ...passes.map((text, at) => exampleOf(`${id} not ${at}`, text, false, true)),
    ]);
}

async function main(): Promise<void> {
  await loadParser();
  const examples = files.flatMap(readRows).map(({ id, text, blames }) => exampleOf(id, text, blames));
  const invented = [
    ...options.light.flatMap(readRows).map(({ id, text, blames }) => exampleOf(id, text, blames, true)),
    ...ownExamples(),
  ];
  const l2 = Number(options.l2);
  if (options.cross) {
    crossFit(examples, l2);
  } else if (Number(options.folds) > 1) {
    foldFit(examples, invented, l2);
  } else {
    printWeights(modelFrom([...examples, ...invented], l2));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
