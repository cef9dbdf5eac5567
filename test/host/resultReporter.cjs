// Mocha's own report, and one line for whoever counts (counts.mts).
const { reporters, Runner } = require('mocha');

module.exports = class ResultReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      process.stdout.write(`@result passed=${passes} failed=${failures} skipped=${pending}\n`);
    });
  }
};
