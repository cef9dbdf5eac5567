import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { launchBrowser } from './browser.mts';
import { leftBehind } from './leftBehind.mts';
import { inProject } from './paths.mts';
import { runProgram } from './runProgram.mts';

describe('npm start', () => {
  it('serves the sample team behind a token, with Common Ground and a review box, until Ctrl+C', async () => {
    const program = runProgram([inProject('test', 'host', 'start.mts'), '--no-open']);
    const [url] = await program.says(/http:\/\/127\.0\.0\.1:\S+/);
    const address = new URL(url);
    const folder = dirname(address.searchParams.get('folder') ?? '');
    const port = Number(address.port);
    const withoutToken = new URL(url);
    withoutToken.searchParams.delete('tkn');
    assert.equal((await fetch(withoutToken)).status, 403);

    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'commit', timeout: 120_000 });
      const patience = { timeout: 120_000 };
      await page.locator('.tab.active[data-resource-name="review-notes.md"]').waitFor(patience);
      await page.getByRole('tab', { name: 'Common Ground' }).first().waitFor(patience);
      // The review box offers to comment beside the lines.
      await page
        .locator('.comment-range-glyph')
        .first()
        .waitFor({ state: 'attached', ...patience });
    } finally {
      await browser.close();
    }
    program.process.kill('SIGINT');
    assert.equal(await program.ended, 130);
    assert.deepEqual(await leftBehind(folder, port), []);
  });
});
