// The first step of `npm start`, `npm test` and the other scripts. It runs on the Node that the machine has, needs no
// packages, sees to it that they are installed, and goes on under the project's own Node (node_modules/.bin/node).
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';
const ownNode = windows ? join(root, 'node_modules', 'node', 'bin', 'node.exe') : join(bin, 'node');

/** What each command runs, in order of appearance in package.json. */
const commands = {
  start: ['start.mts'],
  test: ['run.mts'],
  'test:desktop': ['run.mts', 'desktop'],
  package: ['package.mts'],
};

async function main() {
  const [command = '', ...rest] = process.argv.slice(2);
  const script = commands[command];
  if (script === undefined) {
    stop(`There is no "${command}". Say one of: ${Object.keys(commands).join(', ')}.`);
  }
  if (Number(process.versions.node.split('.')[0]) < 18) {
    stop(
      `Node ${process.versions.node} is too old to begin with. Install Node 20 or newer from https://nodejs.org and run the same command again.`,
    );
  }
  if (!isInstalled()) {
    await install();
  }
  const [file, ...fixed] = script;
  const args = [join(root, 'test', 'host', file), ...fixed, ...rest];
  const code = await run(ownNode, args, {
    PATH: bin + delimiter + (process.env.PATH ?? ''),
    COMMON_GROUND_COMMAND: command,
  });
  process.exit(code);
}

/** Compares contents, not times alone: `npm install` writes the two lock files in any order. */
function isInstalled() {
  const wanted = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(ownNode)) {
    return false;
  }
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) {
    return true;
  }
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).packages);
  return want.every(([path, entry]) => path === '' || entry.optional === true || have[path]?.version === entry.version);
}

async function install() {
  console.log('Installing what the project needs (npm ci) …');
  const output = [];
  // Whoever runs `npm test --silent` still wants to read why an installation failed.
  const code = await run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=warn'], {}, output);
  const text = output.join('');
  if (code === 'ENOENT') {
    stop(
      'npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and run the same command again.',
    );
  }
  if (code !== 0 && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ENOTCACHED/.test(text)) {
    stop(
      'The npm registry could not be reached. Check the network (or the proxy in your npm settings) and run the same command again.',
    );
  }
  if (code !== 0) {
    stop(`"npm ci" failed; its last words are above. Once that is settled, run the same command again.`);
  }
  if (!existsSync(ownNode)) {
    stop(
      'npm ran without install scripts, which bring the project\'s own Node. Run "npm ci --ignore-scripts=false" and then the same command again.',
    );
  }
}

/** Runs a program to its end. A signal to this process is the program's to answer, and it is waited for. */
function run(program, args, env, output) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: output ? ['inherit', 'pipe', 'pipe'] : 'inherit',
    shell: windows && program.endsWith('.cmd'),
  });
  child.stdout?.on('data', (data) => keep(data, process.stdout));
  child.stderr?.on('data', (data) => keep(data, process.stderr));
  function keep(data, stream) {
    output.push(String(data));
    stream.write(data);
  }
  // Ctrl+C reaches the child by itself; the others are sent to this process alone.
  const signals = { SIGINT: false, SIGTERM: true, SIGHUP: true };
  for (const [signal, forward] of Object.entries(signals)) {
    process.on(signal, () => forward && child.kill(signal));
  }
  // npm and the shell between can be killed without a word.
  const before = callers();
  setInterval(() => callers() === before || child.kill('SIGTERM'), 500).unref();
  return new Promise((done) => {
    child.on('error', (error) => done(error.code ?? 1));
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Who started this, and who started that: npm starts scripts through a shell. */
function callers() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return String(process.ppid);
  }
}

function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

await main();
