// npm run docs:rules: one page per rule from the rule's own data, so that page, test and behaviour cannot differ. A unit test holds them to it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulePages } from '../../corpus/rulePage.js';

const folder = join('media', 'rules');

async function main(): Promise<void> {
  const pages = rulePages();
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  console.log(`${pages.size} pages in media/rules.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
