// One list of targets. `node esbuild.js` builds what ships, `node esbuild.js unit integration e2e` adds tests,
// `--watch` keeps going, `--production` minifies, `--only=tone` keeps to the tests of one room.
const esbuild = require('esbuild');
const { globSync, rmSync } = require('node:fs');
const { resolve } = require('node:path');
const { compileFunction } = require('node:vm');

const args = process.argv.slice(2);
const production = args.includes('--production');
const watch = args.includes('--watch');
const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '**';

/**
 * What the tone scan goes by follows from the rules alone. It is worked out here, so that nobody waits for it: the bundle holds the
 * answer of src/tone/cueTables.ts instead of the file.
 */
const cueTables = {
  name: 'cue-tables',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]tone[\\/]cueTables\.ts$/ }, async ({ path }) => {
      const made = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        platform: 'node',
        write: false,
        metafile: true,
        external: ['compromise/two'],
      });
      const module = { exports: {} };
      compileFunction(made.outputFiles[0].text, ['module', 'exports', 'require'])(module, module.exports, require);
      const answer = JSON.stringify(JSON.stringify(module.exports.cueTables()));
      return {
        contents: `export const cueTables = () => JSON.parse(${answer});`,
        watchFiles: Object.keys(made.metafile.inputs).map((file) => resolve(file)),
      };
    });
  },
};

/** What every bundle shares. Source maps stay out of the package (see .vscodeignore). */
const common = {
  bundle: true,
  sourcemap: true,
  minify: production,
  logLevel: 'warning',
  legalComments: 'linked',
  plugins: [cueTables],
};
// What is imported on first use is required then: an import() of a CommonJS file would wrap its default export.
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', supported: { 'dynamic-import': false } };
const browser = { ...common, platform: 'browser', format: 'esm', target: 'es2022' };
const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

/** Tests keep node_modules outside of the bundle, so that each library is loaded once. */
const test = (layer, extra = {}) => ({
  ...node,
  ...jsx,
  target: 'node22',
  minify: false,
  entryPoints: globSync([`test/${layer}/${only}/*.test.{ts,tsx}`, `test/${layer}/index.ts`], {
    exclude: ['**/fixtures/**'],
  }),
  outdir: `out/test/${layer}`,
  outbase: `test/${layer}`,
  packages: 'external',
  ...extra,
});

/** One bundle: what many tests share, such as the net of all rules, is built once. */
function unitTests() {
  const { entryPoints, outdir, outbase, ...rest } = test('unit');
  const contents = entryPoints.map((file) => `import './${file.replaceAll('\\', '/')}';`).join('\n');
  return {
    ...rest,
    stdin: { contents, resolveDir: __dirname, sourcefile: 'unit.ts' },
    outfile: `${outdir}/all.test.js`,
  };
}

/**
 * The parser of English is the largest library here. It is a file of its own that the extension and the command line share, read
 * with the first sentence that needs it.
 */
const sharedParser = {
  name: 'shared-parser',
  setup(build) {
    build.onResolve({ filter: /^compromise\/two$/ }, () => ({ path: './parser.js', external: true }));
  },
};

const targets = {
  extension: {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [cueTables, sharedParser],
  },
  parser: { ...node, entryPoints: ['compromise/two'], outfile: 'dist/parser.js' },
  tone: { ...node, entryPoints: ['src/shell/tone.ts'], outfile: 'dist/tone.js', plugins: [cueTables, sharedParser] },
  merge: { ...node, entryPoints: ['src/shell/merge.ts'], outfile: 'dist/merge.js' },
  hub: { ...node, entryPoints: ['src/room/main.ts'], outfile: 'dist/hub.js' },
  // Two pages of one panel: inside the editor, and a guest's own, which a hub serves from this folder.
  panel: {
    ...browser,
    ...jsx,
    entryPoints: ['src/panel/main.tsx', 'src/panel/guest/guest.tsx', 'src/panel/guest/index.html'],
    entryNames: '[name]',
    loader: { '.html': 'copy' },
    outdir: 'dist/panel',
    splitting: true,
  },
  unit: unitTests(),
  system: test('system'),
  integration: test('integration', { packages: 'bundle', external: ['vscode', 'mocha'] }),
  e2e: test('e2e'),
  bench: {
    // The checkers to compare with are found by an address that is known at run time only, so their import() has to stay one.
    ...test('bench', { packages: 'bundle', supported: { 'dynamic-import': true } }),
    entryPoints: globSync('test/bench/tone/{bench,eval,fitSigns,load,rulePages}.ts'),
  },
};
const shipped = ['extension', 'parser', 'tone', 'merge', 'hub', 'panel'];

async function main() {
  const named = args.filter((arg) => !arg.startsWith('--'));
  const wanted = named.length > 0 ? named : shipped;
  const unknown = wanted.filter((name) => !(name in targets));
  if (unknown.length > 0) {
    throw new Error(`No target called ${unknown.join(', ')}. There are: ${Object.keys(targets).join(', ')}.`);
  }
  if (!watch) {
    // A folder of its own holds what this build makes, and no chunk of an earlier one.
    for (const { outdir } of wanted.map((name) => targets[name]).filter((target) => target.outdir !== undefined)) {
      rmSync(outdir, { recursive: true, force: true });
    }
    await Promise.all(wanted.map((name) => esbuild.build(targets[name])));
    return;
  }
  for (const name of wanted) {
    const context = await esbuild.context({ ...targets[name], logLevel: 'info' });
    await context.watch();
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
