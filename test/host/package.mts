// `npm run package`: the .vsix in out/, built for production, without a warning and below its size limit.
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { inProject, isBuilt } from './paths.mts';
import { Problem, runMain } from './problem.mts';
import { closeSession, endWithParent, startOwned } from './session.mts';

const sizeLimit = 1_000_000;

endWithParent();
await runMain(async () => {
  try {
    return await packageExtension();
  } finally {
    await closeSession();
  }
});
process.exit();

async function packageExtension(): Promise<number> {
  const { name, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const file = inProject('out', `${name}-${version}.vsix`);
  mkdirSync(inProject('out'), { recursive: true });
  if (!isBuilt()) {
    // Chunks have hashes in their names: those of earlier builds would be packed as well.
    rmSync(inProject('dist'), { recursive: true, force: true });
    await output([inProject('esbuild.js'), '--production'], 'The build failed');
  }
  const vsce = inProject('node_modules', '@vscode', 'vsce', 'vsce');
  const said = await output([vsce, 'package', '--no-dependencies', '--out', file], 'vsce failed');
  console.log(said.trim());
  if (/warning/i.test(said)) {
    throw new Problem('vsce has a warning (above): settle it, the package is meant to have none.');
  }
  const size = statSync(file).size;
  if (size > sizeLimit) {
    throw new Problem(
      `The package has ${size} bytes, more than ${sizeLimit}: see what grew with "npx vsce ls --no-dependencies".`,
    );
  }
  console.log(`${file}: ${(size / 1000).toFixed(0)} kB`);
  return 0;
}

/** What a Node script prints, both streams. */
async function output(command: readonly string[], failure: string): Promise<string> {
  const { process: child } = startOwned(process.execPath, command, {
    cwd: inProject(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) {
    throw new Problem(`${chunks.join('')}\n${failure}; what it said is above.`);
  }
  return chunks.join('');
}
