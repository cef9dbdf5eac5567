// A process of its own, so that the time is that of a first load: engine, parser, and the check of one sentence. Prints milliseconds.
async function main(): Promise<void> {
  const start = performance.now();
  const { ToneChecker } = await import('../../../src/tone/checker.js');
  const { languageEngine } = await import('../../../src/tone/detect/languageEngine.js');
  const checker = new ToneChecker(languageEngine);
  checker.check('The index is missing, so the import takes an hour.', 'markdown');
  const silent = performance.now() - start;
  await languageEngine.load();
  const parser = performance.now() - start - silent;
  await checker.checkAll('You always break the build on Fridays.', 'markdown');
  const whole = performance.now() - start;
  console.log(JSON.stringify({ silent, parser, whole }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
