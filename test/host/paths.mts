import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top of the project. Bundled tests import this file too, so it is found from where the command was called. */
export const root: string = findRoot(process.cwd());

/** An absolute path inside the project. */
export function inProject(...parts: string[]): string {
  return join(root, ...parts);
}

function findRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'test', 'host', 'runtime', 'package.json'))) {
    if (folder === dirname(folder)) {
      throw new Error(`${start} is not inside the project.`);
    }
    folder = dirname(folder);
  }
  return folder;
}

/** Whether what is in dist/ and out/ was built for production just before, by whoever started this. */
export function isBuilt(): boolean {
  return process.env.COMMON_GROUND_BUILT === '1';
}
