// How a guest's page may look, and that nothing stands in anyone's way in any of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { inProject } from '../host/paths.mts';

const axeScript = readFileSync(createRequire(inProject('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

export const looks = ['light', 'dark', 'contrast', 'forced'] as const;

/** Gives a guest's page a look. */
export async function dress(page: Page, look: (typeof looks)[number]): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    contrast: look === 'contrast' ? 'more' : 'no-preference',
    forcedColors: look === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
}

/** No violation, in any look of a guest's page: they differ in colours. And nothing that scrolls to the side. */
export async function assertClean(page: Page, where: string): Promise<void> {
  // The policy of the page lets no script of others in; the browser itself may.
  await page.evaluate(axeScript);
  for (const look of looks) {
    await dress(page, look);
    const found = await page.evaluate(
      (rules): Promise<AxeResults> =>
        (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
          resultTypes: ['violations'],
          ...(rules !== undefined && { runOnly: { type: 'rule', values: rules } }),
        }),
      look === 'light' ? undefined : ['color-contrast'],
    );
    const violations = found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
    assert.deepEqual(violations, [], `${where}, ${look}`);
  }
  await dress(page, 'light');
  const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.equal(width, inner, `${where}: it scrolls to the side`);
}
