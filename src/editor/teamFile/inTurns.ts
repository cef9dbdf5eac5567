/** Runs work that is made in steps. The editor does what else there is to do after each of them. */
export async function inTurns<R>(steps: Generator<void, R>): Promise<R> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
