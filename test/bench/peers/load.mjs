// Runs inside of the folder where the peers are installed. One entry a peer: `load` gives a function from a text to its flags,
// each flag a pair of the rule and the flagged text.
export const peers = [
  {
    name: 'alex',
    async load() {
      const { markdown } = await import('alex');
      return (text) => markdown(text).messages.map((message) => [message.ruleId ?? '', message.actual ?? '']);
    },
  },
  {
    name: 'write-good',
    async load() {
      const { default: writeGood } = await import('write-good');
      return (text) => writeGood(text).map(({ reason, index, offset }) => [reason, text.slice(index, index + offset)]);
    },
  },
  { name: 'retext-equality', load: () => retext('retext-equality') },
  { name: 'retext-assuming', load: () => retext('retext-assuming') },
  {
    name: 'harper.js',
    async load() {
      const { LocalLinter } = await import('harper.js');
      const { binaryInlined } = await import('harper.js/binaryInlined');
      const linter = new LocalLinter({ binary: binaryInlined });
      await linter.setup();
      return async (text) => {
        const lints = await linter.lint(text, { language: 'markdown' });
        return lints.map((lint) => [lint.lint_kind(), lint.get_problem_text()]);
      };
    },
  },
];

async function retext(name) {
  const [{ unified }, { default: english }, { default: stringify }, { default: plugin }] = await Promise.all([
    import('unified'),
    import('retext-english'),
    import('retext-stringify'),
    import(name),
  ]);
  const processor = unified().use(english).use(olderFile).use(plugin).use(stringify);
  return async (text) => {
    const file = await processor.process(text);
    return file.messages.map((message) => [message.ruleId ?? '', message.actual ?? '']);
  };
}

/** retext-assuming was written when a file's message was called a warning. */
function olderFile() {
  return (_tree, file) => {
    file.warn = file.message;
  };
}
