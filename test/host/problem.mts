/** Something is missing on this machine. The message is one sentence for a person: what, and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** Runs a command's main function: a `Problem` is said in its own words, anything else with its stack. Sets the exit code. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
