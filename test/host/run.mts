// `npm test`: all layers in a row, each to its end also when one before it failed; `run.mts LAYER… [argument…]` runs some.
// A layer that passed on the very same bytes is not run again, unless it is named or `--again` is said.
import { performance } from 'node:perf_hooks';
import { type Counts, countResults, inWords, sum } from './counts.mts';
import { findBrowser } from './findBrowser.mts';
import { fingerprintOf, type Passed, passedIn } from './passed.mts';
import { inProject } from './paths.mts';
import { Problem, runMain } from './problem.mts';
import { runtimePackages } from './runtime.mts';
import { closeSession, endWithParent, startOwned } from './session.mts';

interface Layer {
  readonly name: string;
  /** Left out unless it is named. */
  readonly optional?: true;
  /** What esbuild.js is called with before it. */
  readonly builds?: readonly (readonly string[])[];
  /** Needs the VS Code server. */
  readonly host?: true;
  /** All that it reads: while that is as it was when the layer passed, it is not run again. */
  readonly reads?: readonly string[];
  /** A program that prints a result line, or one whose success counts as one. */
  readonly run: readonly string[];
  readonly oneCheck?: true;
}

const node = process.execPath;
const mocha = [node, inProject('node_modules', 'mocha', 'bin', 'mocha.js'), '--no-package', '--exit'];
const reporter = ['--reporter', inProject('test', 'host', 'resultReporter.cjs')];
/** Files that mostly wait for programs to start and to end, and that keep out of each other's way. */
const twoAtOnce = ['--parallel', '--jobs', '2'];
const integration = inProject('test', 'host', 'integration.mts');

// What is tested is what ships.
const shipped = ['--production'];

/** What every layer in VS Code reads: what ships, what opens it, and the tests themselves. */
const reads = (layer: string): readonly string[] => [
  ...['dist', 'media', 'package.json', 'package.nls.json', 'package-lock.json'],
  ...['test/host', 'test/fixtures', `test/${layer}`, `out/test/${layer}`],
];

const layers: readonly Layer[] = [
  { name: 'lint', run: [npm(), 'run', '--silent', 'lint'], oneCheck: true },
  { name: 'types', run: [npm(), 'run', '--silent', 'types'], oneCheck: true },
  { name: 'build', run: [node, 'esbuild.js', '--production'], oneCheck: true },
  { name: 'unit', run: [npm(), 'run', '--silent', 'test:unit', '--', ...reporter] },
  { name: 'properties', run: [npm(), 'run', '--silent', 'test:properties', '--', ...reporter] },
  {
    name: 'host',
    builds: [shipped],
    host: true,
    reads: [...reads('host'), 'src', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', 'esbuild.js'],
    run: [...mocha, ...reporter, ...twoAtOnce, '--timeout', '300000', 'test/host/*.test.mts'],
  },
  {
    name: 'integration',
    builds: [shipped, ['integration']],
    host: true,
    reads: reads('integration'),
    run: [node, integration],
  },
  {
    // Real programs and sockets, without VS Code.
    name: 'system',
    builds: [shipped, ['system']],
    reads: reads('system'),
    run: [...mocha, ...reporter, ...twoAtOnce, '--timeout', '120000', 'out/test/system/**/*.test.js'],
  },
  {
    name: 'e2e',
    builds: [shipped, ['e2e']],
    host: true,
    reads: reads('e2e'),
    run: [...mocha, ...reporter, '--timeout', '180000', 'out/test/e2e/**/*.test.js'],
  },
  { name: 'desktop', optional: true, builds: [shipped, ['integration']], run: [node, integration, '--desktop'] },
];

endWithParent();
await runMain(async () => {
  try {
    return await runLayers(process.argv.slice(2));
  } finally {
    await closeSession();
  }
});
process.exit();

async function runLayers(args: readonly string[]): Promise<number> {
  const named = layers.filter((layer) => args.includes(layer.name));
  const wanted = named.length > 0 ? named : layers.filter((layer) => layer.optional !== true);
  const rest = args.filter((arg) => arg !== '--again' && !layers.some((layer) => layer.name === arg));
  const before = named.length === 0 && !args.includes('--again') ? passedIn(inProject('out', 'passed')) : undefined;
  if (rest.length > 0 && (named.length !== 1 || named[0]?.oneCheck)) {
    throw new Problem(
      `There is no layer ${rest.join(', ')}; there are: ${layers.map((layer) => layer.name).join(', ')}.`,
    );
  }
  const hostProblem = wanted.some((layer) => layer.host) ? prepareHost() : undefined;
  const built = new Map<string, Promise<boolean>>();
  const summary: string[] = [];
  const results: Counts[] = [];
  let recalled = 0;
  // One after the other: a VS Code that starts has both cores of a small machine busy, and tests that wait for each other fail.
  for (const layer of wanted) {
    console.log(`\n━━ ${layer.name}`);
    const start = performance.now();
    const { counts, isRecalled } = await runUnlessPassed(layer, rest, built, hostProblem, before);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    results.push(counts);
    recalled += isRecalled ? counts.passed : 0;
    summary.push(
      `${layer.name.padEnd(12)} ${inWords(counts).padEnd(36)} ${isRecalled ? 'before' : `${seconds.padStart(6)} s`}`,
    );
  }
  const total = sum(results);
  if (recalled > 0) {
    summary.push(`${recalled} passed before, on the same bytes; "npm test -- --again" runs them too.`);
  }
  console.log(`\n${summary.join('\n')}\n${inWords(total)}`);
  return total.failed === 0 ? 0 : 1;
}

/** @param before what passed before; left out where the layer is to run in any case. */
async function runUnlessPassed(
  layer: Layer,
  rest: readonly string[],
  built: Map<string, Promise<boolean>>,
  hostProblem: Promise<string | undefined> | undefined,
  before: Passed | undefined,
): Promise<{ readonly counts: Counts; readonly isRecalled: boolean }> {
  const failed = { counts: { passed: 0, failed: 1, skipped: 0 }, isRecalled: false };
  if (!(await build(layer, built))) {
    return failed;
  }
  // Built first: what is tested is what the build made.
  const fingerprint = layer.reads === undefined ? undefined : fingerprintOf(inProject(), layer.reads);
  const recalled = fingerprint === undefined ? undefined : before?.recall(layer.name, fingerprint);
  if (recalled !== undefined) {
    console.log('Nothing that it reads has changed since it passed.');
    return { counts: recalled, isRecalled: true };
  }
  const problem = layer.host ? await hostProblem : undefined;
  if (problem !== undefined) {
    console.log(problem);
    return failed;
  }
  const counts = await runLayer(layer, rest, built);
  if (fingerprint !== undefined && rest.length === 0) {
    passedIn(inProject('out', 'passed')).remember(layer.name, fingerprint, counts);
  }
  return { counts, isRecalled: false };
}

async function build(layer: Layer, built: Map<string, Promise<boolean>>): Promise<boolean> {
  for (const targets of layer.builds ?? []) {
    const key = targets.join();
    const success = built.get(key) ?? succeeds([node, 'esbuild.js', ...targets]);
    built.set(key, success);
    if (!(await success)) {
      console.log(`Not run: "esbuild.js ${targets.join(' ')}" failed.`);
      return false;
    }
  }
  return true;
}

/** Fetches VS Code while the first layers run. Resolves to what is in the way, if anything is. */
async function prepareHost(): Promise<string | undefined> {
  try {
    await runtimePackages();
    await findBrowser();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function runLayer(layer: Layer, rest: readonly string[], built: Map<string, Promise<boolean>>): Promise<Counts> {
  if (
    layer.name === 'desktop' &&
    process.platform === 'linux' &&
    !process.env.DISPLAY &&
    !process.env.WAYLAND_DISPLAY
  ) {
    throw new Problem(
      'Desktop VS Code needs a display: run "xvfb-run -a npm run test:desktop", or "npm run test:integration", which needs none.',
    );
  }
  if (layer.oneCheck) {
    const ok = await succeeds(layer.run);
    if (layer.name === 'build') {
      built.set(shipped.join(), Promise.resolve(ok));
    }
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  }
  return countResults(start([...layer.run, ...rest], 'pipe'));
}

async function succeeds(command: readonly string[]): Promise<boolean> {
  const child = start(command, 'inherit');
  return new Promise((done) => {
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
}

function start([program = '', ...args]: readonly string[], stdout: 'inherit' | 'pipe') {
  return startOwned(program, args, {
    cwd: inProject(),
    // What is in dist/ was built a moment ago, and other layers read it: packing it must not make it anew.
    env: { ...process.env, COMMON_GROUND_BUILT: '1' },
    shell: program.endsWith('.cmd'),
    stdio: ['ignore', stdout, 'inherit'],
  }).process;
}

function npm(): string {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}
