// The parser of English spends half of its load on unpacking its words and inflecting them. That is done when the bundle is built: the
// modules that do it are replaced by what comes out, and the build fails where the whole is not what it would have been.
const esbuild = require('esbuild');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { isDeepStrictEqual } = require('node:util');
const { compileFunction } = require('node:vm');

/** The plugin of esbuild that replaces them. */
const unpackedParser = {
  name: 'unpacked-parser',
  setup(build) {
    const folder = join(dirname(require.resolve('compromise')), '..', '..', 'src');
    let made;
    build.onLoad({ filter: /[\\/]compromise[\\/]src[\\/].*[\\/](?:index|extend)\.js$/ }, async ({ path }) => {
      made ??= unpacked(folder);
      const contents = (await made).get(path);
      return contents === undefined ? undefined : { contents };
    });
  },
};

/** The modules that are replaced, by path. */
async function unpacked(folder) {
  const at = (path) => join(folder, ...path.split('/'));
  const { default: whole } = await evaluated(at('2-two/preTagger/model/index.js'));
  const modules = new Map([...modelModules(at, whole), [at('API/extend.js'), extendModule(at('API/extend.js'))]]);
  const replace = {
    name: 'replace',
    setup(build) {
      build.onLoad({ filter: /\.js$/ }, ({ path }) =>
        modules.has(path) ? { contents: modules.get(path) } : undefined,
      );
    },
  };
  const [before, after] = await Promise.all([[], [replace]].map((plugins) => evaluated(at('two.js'), plugins)));
  if (!isDeepStrictEqual(after.default.model(), before.default.model())) {
    throw new Error('The parser of English is not put together as it was: look at build/unpackedParser.cjs.');
  }
  return modules;
}

/** What a module exports when it is run here. */
async function evaluated(path, plugins = []) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    platform: 'node',
    write: false,
    plugins,
  });
  const module = { exports: {} };
  compileFunction(outputFiles[0].text, ['module', 'exports', 'require'])(module, module.exports, require);
  return module.exports;
}

/** An expression for plain data. Text that is parsed at run time is read faster than code. */
const asText = (data) => `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;

/** The words and the models, as they are when all is worked out. */
function modelModules(at, whole) {
  const { lexicon, frozenLex, _multiCache } = whole.one;
  const { switches, uncountable, models } = whole.two;
  const byTag = Map.groupBy(Object.entries(lexicon), ([, tag]) => JSON.stringify(tag));
  const words = [...byTag].map(([tag, entries]) => [JSON.parse(tag), entries.map(([word]) => word).join('\n')]);
  return [
    [
      at('2-two/preTagger/model/lexicon/index.js'),
      `export const { switches, frozenLex } = ${asText({ switches, frozenLex })};
       export const lexicon = {};
       for (const [tag, words] of ${asText(words)}) for (const word of words.split('\\n')) lexicon[word] = tag;`,
    ],
    [at('2-two/preTagger/model/models/index.js'), `export default ${asText(models)};`],
    [
      at('2-two/preTagger/model/_expand/index.js'),
      `const { _multiCache, uncountable } = ${asText({ _multiCache, uncountable })};
       export default (model) => ({ one: { ...model.one, _multiCache }, two: { ...model.two, uncountable } });`,
    ],
  ];
}

/** Twenty thousand words are taken over one by one, each out of an object of its own: here they are taken as they are. */
function extendModule(path) {
  return readFileSync(path, 'utf8')
    .replace('Object.assign(model, { [key]: plugin[key] })', 'model[key] = plugin[key]')
    .replace('if (!model[key]) Object.assign(model, { [key]: {} })', '')
    .replace(
      'mergeDeep(model[key], plugin[key])',
      'model[key] = Object.keys(model[key] ?? {}).length === 0 ? plugin[key] : mergeDeep(model[key], plugin[key])',
    );
}

module.exports = { unpackedParser };
