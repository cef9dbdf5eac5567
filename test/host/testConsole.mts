import { format } from 'node:util';
import type { ConsoleMessage } from 'playwright-core';

/** VS Code tells the page's console what the extension host prints, among much of its own. */
const ownTalk = [
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|\[[^\]]+\][ [])/,
  /^(Creation of workbench contribution|Extension host \(Remote\) is)/,
  /Could not locate the bindings file|Cannot find module '.*watchdog'|\[Service Worker\]/,
  /Timed out waiting for authentication provider|open-vsx\.org|Gallery|gallery|ERR_NAME_NOT_RESOLVED/,
  /^Canceled: Canceled/,
];

const verbose = process.env.COMMON_GROUND_VERBOSE === '1';

/** Prints what tests print, in order and as they meant it. With COMMON_GROUND_VERBOSE=1 everything that VS Code says too. */
export class TestConsole {
  #last: Promise<void> = Promise.resolve();

  add(message: ConsoleMessage): void {
    this.#last = this.#last.then(() => print(message));
  }

  /** Resolves when all that was added is printed. */
  flush(): Promise<void> {
    return this.#last;
  }
}

async function print(message: ConsoleMessage): Promise<void> {
  const values = await Promise.all(message.args().map((arg) => arg.jsonValue().catch(() => '(gone)')));
  const [head] = values;
  // What passes through VS Code's log comes as ['%c INFO', 'color: …', …what was printed].
  const logged = typeof head === 'string' && head.startsWith('%c');
  const text = format(...(logged ? values.slice(2) : values));
  if (!verbose && (!logged || ownTalk.some((pattern) => pattern.test(text)))) {
    return;
  }
  const stream = logged && /ERR/.test(head) ? process.stderr : process.stdout;
  stream.write(`${text}\n`);
}
