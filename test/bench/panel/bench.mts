/**
 * What the panel costs in the browser: `npm run bench:panel`. The last line is one JSON object.
 * `keystroke_ms` < 16: from a key press to the painted letter, the median, with 300 cards on the board; in the step where cards are
 * written, and in the one where all cards are drawn and one is reworded. The slower of both counts.
 * `keystroke_cpu_ms`: what the page's main thread works for one letter, whatever else the machine does.
 * `open_1000_ms` < 1000: from the page's first script to 1,000 painted cards. `open_1000_cpu_ms`: the work in it.
 * `bundle_gzip_kb` < 250: everything but the tone engine, which comes with the first text that is written.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { servePanel } from '../../e2e/panelPage/panelPage.mts';
import { launchBrowser } from '../../host/browser.mts';
import { inProject } from '../../host/paths.mts';
import { runMain } from '../../host/problem.mts';
import { closeSession } from '../../host/session.mts';

const words = 'The release went out on Friday and I heard of it on Monday. ';

await runMain(async () => {
  const browser = await launchBrowser();
  const panel = await servePanel();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const cost = await page.context().newCDPSession(page);
    await cost.send('Performance.enable', { timeDomain: 'threadTicks' });
    const opened = await opening(page, cost, panel.address('reveal-1000'));
    const writing = await typing(page, cost, panel.address('write-300'), openDraft);
    const rewording = await typing(page, cost, panel.address('reveal-300'), openReword);
    console.log(`to open 1,000 cards  ${inWords(opened)}`);
    console.log(`a letter of a draft  ${inWords(writing)}`);
    console.log(`a letter in a card   ${inWords(rewording)}`);
    console.log(
      JSON.stringify({
        keystroke_ms: Math.max(writing.ms, rewording.ms),
        keystroke_cpu_ms: Math.max(writing.cpu, rewording.cpu),
        open_1000_ms: opened.ms,
        open_1000_cpu_ms: opened.cpu,
        bundle_gzip_kb: bundleSize(),
      }),
    );
    return 0;
  } finally {
    panel.close();
    await browser.close();
    await closeSession();
  }
});
process.exit();

interface Cost {
  readonly ms: number;
  readonly cpu: number;
}

function inWords({ ms, cpu }: Cost): string {
  return `${ms.toFixed(1).padStart(7)} ms, ${cpu.toFixed(1).padStart(7)} ms of work`;
}

/** The median of a few openings. */
async function opening(page: Page, cost: CDPSession, address: string): Promise<Cost> {
  const rounds: Cost[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.goto(address.replace('reveal-1000', 'arrive'));
    const before = await taskSeconds(cost);
    await page.goto(address, { waitUntil: 'commit' });
    const ms = await page.evaluate(paintedCards, 1000);
    rounds.push({ ms, cpu: 1000 * ((await taskSeconds(cost)) - before) });
  }
  return medians(rounds);
}

/** Runs in the page: waits until the cards are there and painted. @returns milliseconds since the panel's script could begin */
async function paintedCards(count: number): Promise<number> {
  const painted = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
  while (document.querySelectorAll('.card').length < count) {
    await painted();
  }
  await painted();
  return performance.now() - window.readyAt;
}

async function typing(
  page: Page,
  cost: CDPSession,
  address: string,
  open: (page: Page) => Promise<void>,
): Promise<Cost> {
  await page.goto(address);
  await open(page);
  await page.keyboard.type(words);
  await page.waitForTimeout(3000);
  await page.evaluate(measureKeys);
  const before = await taskSeconds(cost);
  const text = words.repeat(2);
  await page.keyboard.type(text, { delay: 30 });
  const cpu = tenths((1000 * ((await taskSeconds(cost)) - before)) / text.length);
  const times = await page.evaluate(() => window.keyTimes);
  return { ms: median(times), cpu };
}

async function openDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have the keyboard' }).first().click();
  await page.getByRole('textbox').first().focus();
}

async function openReword(page: Page): Promise<void> {
  const card = page.locator('.card').first();
  await card.locator('summary').click();
  await card.getByRole('button', { name: 'reword' }).click();
  await card.getByRole('textbox').focus();
}

declare global {
  interface Window {
    keyTimes: number[];
    readonly readyAt: number;
  }
}

/** Runs in the page: from the moment the system had the key to the moment after the frame with its letter. */
function measureKeys(): void {
  window.keyTimes = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  });
}

async function taskSeconds(cost: CDPSession): Promise<number> {
  const { metrics } = await cost.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

function medians(rounds: readonly Cost[]): Cost {
  return { ms: median(rounds.map(({ ms }) => ms)), cpu: median(rounds.map(({ cpu }) => cpu)) };
}

function median(times: readonly number[]): number {
  return tenths([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The page's style sheet, its script, and every chunk that the script needs before it runs. */
function bundleSize(): number {
  const folder = inProject('dist', 'panel');
  const seen = new Set<string>();
  const waiting = ['main.js'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    seen.add(name);
    const script = readFileSync(join(folder, name), 'utf8');
    for (const [, chunk = ''] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
      if (!seen.has(chunk)) {
        waiting.push(chunk);
      }
    }
  }
  const bytes = [...seen, 'main.css'].map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}
