// A process of its own, so that the time is that of a first load: the engine, and the check of the first sentences. Prints milliseconds.
async function main(): Promise<void> {
  const start = performance.now();
  const { ToneChecker } = await import('../../../src/tone/checker.js');
  const { languageEngine } = await import('../../../src/tone/detect/languageEngine.js');
  const checker = new ToneChecker(languageEngine);
  checker.check('The index is missing, so the import takes an hour.', 'markdown');
  const silent = performance.now() - start;
  checker.check('You always break the build on Fridays.', 'markdown');
  const whole = performance.now() - start;
  console.log(JSON.stringify({ silent, whole }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
