// One list of targets. `node esbuild.js` builds what ships, `node esbuild.js unit integration e2e` adds tests,
// `--watch` keeps going, `--production` minifies, `--only=tone` keeps to the tests of one room.
const esbuild = require('esbuild');
const { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { basename, dirname } = require('node:path');

const args = process.argv.slice(2);
const production = args.includes('--production');
const watch = args.includes('--watch');
const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '**';

/** What every bundle shares. Source maps stay out of the package (see .vscodeignore). */
const common = {
  bundle: true,
  sourcemap: true,
  minify: production,
  logLevel: 'warning',
  legalComments: 'linked',
};
// What is imported on first use is required then: an import() of a CommonJS file would wrap its default export.
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', supported: { 'dynamic-import': false } };
const browser = { ...common, platform: 'browser', format: 'esm', target: 'es2022' };
const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };

/** Properties are tried on many made-up cases; they lie beside the examples and are a layer of their own, so that those are quick. */
const properties = '**/*.property.test.{ts,tsx}';

/** Tests keep node_modules outside of the bundle, so that each library is loaded once. */
const test = (layer, extra = {}) => ({
  ...node,
  ...jsx,
  target: 'node22',
  minify: false,
  entryPoints: globSync([`test/${layer}/${only}/*.test.{ts,tsx}`, `test/${layer}/index.ts`], {
    exclude: ['**/fixtures/**', properties],
  }),
  outdir: `out/test/${layer}`,
  outbase: `test/${layer}`,
  packages: 'external',
  ...extra,
});

/** Bundles are run in the order of their names: those with the most tests begin, so that none is left to run alone at the end. */
function longestFirst(rooms) {
  const size = ([, files]) => files.reduce((sum, file) => sum + statSync(file).size, 0);
  return [...rooms].toSorted((one, other) => size(other) - size(one)).map(([room]) => room);
}

/** One bundle for each room: what its tests share, such as the net of all rules, is built once, and rooms run side by side. */
function byRoom(files) {
  const rooms = Map.groupBy(
    files.map((file) => file.replaceAll('\\', '/')),
    (file) => /^test\/unit\/(\w+)\//.exec(file)?.[1] ?? 'project',
  );
  const together = {
    name: 'together',
    setup(build) {
      build.onResolve({ filter: /^tests-of:/ }, ({ path }) => ({
        path: path.slice('tests-of:'.length),
        namespace: 'tests-of',
      }));
      build.onLoad({ filter: /./, namespace: 'tests-of' }, ({ path }) => ({
        contents: rooms
          .get(path)
          .map((file) => `import './${file}';`)
          .join('\n'),
        resolveDir: __dirname,
      }));
    },
  };
  return {
    entryPoints: longestFirst(rooms).map((room, at) => ({
      in: `tests-of:${room}`,
      out: `${String(at + 1).padStart(2, '0')}-${room}.test`,
    })),
    plugins: [together],
  };
}

/** Libraries that several files for Node need are files of their own, beside them. */
const libraries = ['yaml', 'ws'];
const sharedLibraries = {
  name: 'shared-libraries',
  setup(build) {
    const filter = new RegExp(`^(?:${libraries.join('|')})$`);
    build.onResolve({ filter }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: `./lib/${path}.js`, external: true },
    );
  },
};

const sharedTone = /[\\/]tone[\\/]shared\.(?:js|ts)$/;
const toneGlobal = 'commonGroundTone';

/** The tone engine with its tables and its parser is the largest part: Node and pages read the same file, when they first need it. */
const toneInNode = {
  name: 'tone-in-node',
  setup(build) {
    build.onResolve({ filter: sharedTone }, () => ({ path: './panel/toneEngine.js', external: true }));
  },
};

/** A page has no require(): there the file leaves what it exports in one global. */
const toneInPage = {
  name: 'tone-in-page',
  setup(build) {
    build.onLoad({ filter: sharedTone }, ({ path }) => {
      const names = [...readFileSync(path, 'utf8').matchAll(/^export \{ (.+) \}/gm)].map(([, name]) => name);
      return { contents: `import './toneEngine.js'; export const { ${names} } = globalThis.${toneGlobal};` };
    });
    build.onResolve({ filter: /^\.\/toneEngine\.js$/ }, ({ importer, path }) =>
      sharedTone.test(importer) ? { path, external: true } : undefined,
    );
  },
};

/**
 * What ships for Node shares most of its code, and a bundle of its own for each would double the package. Only modules can be
 * split, so they are bundled as modules, and each file is then turned into what the editor's host loads.
 */
async function buildForNode(names) {
  const { outputFiles } = await esbuild.build({
    ...common,
    platform: 'node',
    target: node.target,
    format: 'esm',
    splitting: true,
    write: false,
    sourcemap: 'inline',
    external: ['vscode'],
    plugins: [toneInNode, sharedLibraries],
    entryPoints: Object.fromEntries(names.map((name) => [name, targets[name].entryPoints[0]])),
    outdir: 'dist',
    // Also those that are loaded on first use: by this name an earlier build's are found.
    chunkNames: 'chunk-[hash]',
  });
  for (const old of globSync('dist/chunk-*.js*')) {
    rmSync(old);
  }
  await Promise.all(outputFiles.map(writeForNode));
}

async function writeForNode({ path, text }) {
  mkdirSync(dirname(path), { recursive: true });
  if (!path.endsWith('.js')) {
    writeFileSync(path, text);
    return;
  }
  const { code, map } = await esbuild.transform(text, {
    platform: 'node',
    target: node.target,
    format: 'cjs',
    supported: node.supported,
    minify: production,
    sourcemap: 'external',
    sourcefile: basename(path),
  });
  writeFileSync(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  writeFileSync(`${path}.map`, map);
}

const unit = test('unit');

const targets = {
  extension: {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [toneInNode, sharedLibraries],
  },
  toneEngine: {
    ...common,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    globalName: toneGlobal,
    footer: {
      js: `if (typeof module === 'object') module.exports = ${toneGlobal}; else globalThis.${toneGlobal} = ${toneGlobal};`,
    },
    entryPoints: ['src/tone/shared.ts'],
    outfile: 'dist/panel/toneEngine.js',
  },
  tone: {
    ...node,
    entryPoints: ['src/shell/tone.ts'],
    outfile: 'dist/tone.js',
    plugins: [toneInNode, sharedLibraries],
  },
  merge: { ...node, entryPoints: ['src/shell/merge.ts'], outfile: 'dist/merge.js', plugins: [sharedLibraries] },
  hub: { ...node, entryPoints: ['src/room/main.ts'], outfile: 'dist/hub.js', plugins: [sharedLibraries] },
  libraries: { ...node, entryPoints: libraries, outdir: 'dist/lib' },
  // Two pages of one panel: inside the editor, and a guest's own, which a hub serves from this folder.
  panel: {
    ...browser,
    ...jsx,
    entryPoints: [
      'src/panel/main.tsx',
      'src/panel/guest/guest.tsx',
      'src/panel/guest/index.html',
      ...globSync('media/l10n/bundle.l10n.*.json'),
    ],
    entryNames: '[name]',
    loader: { '.html': 'copy', '.json': 'copy' },
    outdir: 'dist/panel',
    splitting: true,
    plugins: [toneInPage],
  },
  unit: { ...unit, ...byRoom(unit.entryPoints) },
  properties: { ...unit, ...byRoom(globSync(`test/unit/${only}/${properties}`)), outdir: 'out/test/properties' },
  system: test('system'),
  integration: test('integration', { packages: 'bundle', external: ['vscode', 'mocha'] }),
  e2e: test('e2e'),
  training: {
    ...test('training', { packages: 'bundle', external: ['esbuild'] }),
    entryPoints: ['test/training/train.ts'],
  },
  bench: {
    // The checkers to compare with are found by an address that is known at run time only, so their import() has to stay one.
    // Minified as what ships, since a part of the load is reading the file.
    ...test('bench', { packages: 'bundle', minify: true, supported: { 'dynamic-import': true } }),
    entryPoints: globSync('test/bench/tone/{bench,eval,load,rulePages}.ts'),
  },
};
const shipped = ['extension', 'tone', 'merge', 'hub', 'panel'];
/** Built in one go; while someone watches, each by itself. */
const together = ['extension', 'hub'];
/** What lies in the folder of another, or is read by it. */
const alongside = {
  extension: ['toneEngine', 'libraries'],
  tone: ['toneEngine', 'libraries'],
  merge: ['libraries'],
  hub: ['libraries'],
  panel: ['toneEngine'],
};

async function main() {
  const named = args.filter((arg) => !arg.startsWith('--'));
  const asked = named.length > 0 ? named : shipped;
  const wanted = [...new Set(asked.flatMap((name) => [name, ...(alongside[name] ?? [])]))];
  const unknown = wanted.filter((name) => !(name in targets));
  if (unknown.length > 0) {
    throw new Error(`No target called ${unknown.join(', ')}. There are: ${Object.keys(targets).join(', ')}.`);
  }
  if (!watch) {
    // A folder of its own holds what this build makes, and no chunk of an earlier one.
    for (const { outdir } of wanted.map((name) => targets[name]).filter((target) => target.outdir !== undefined)) {
      rmSync(outdir, { recursive: true, force: true });
    }
    const alone = wanted.filter((name) => !together.includes(name));
    await Promise.all([
      ...alone.map((name) => esbuild.build(targets[name])),
      ...(alone.length < wanted.length ? [buildForNode(together)] : []),
    ]);
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
