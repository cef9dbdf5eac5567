// What each end-to-end test needs: VS Code opened, closed at the end, and a picture of what a failed test was looking at.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../host/paths.mts';
import {
  crashAndReopen,
  openWorkbench,
  temporaryFolder,
  type Workbench,
  type WorkbenchOptions,
} from '../host/workbench.mts';

const opened: Workbench[] = [];

/** Opens VS Code with Common Ground in it; it is closed after the tests of the file. */
export async function open(options: WorkbenchOptions = {}): Promise<Workbench> {
  const workbench = await openWorkbench(options);
  opened.push(workbench);
  return workbench;
}

/** Kills a window that {@link open} opened, with its extension host or without it, and opens another one in its place. */
export async function reopenAfterCrash(
  workbench: Workbench,
  options: WorkbenchOptions,
  andHost: boolean,
): Promise<Workbench> {
  const next = await crashAndReopen(workbench, options, andHost);
  opened[opened.indexOf(workbench)] = next;
  return next;
}

/** The extension as it is installed; under development the editor would forget its panels with the window. */
export function packed(): string {
  const folder = temporaryFolder('packed');
  for (const part of ['dist', 'media', 'package.json', 'package.nls.json']) {
    cpSync(inProject(part), join(folder, part), { recursive: true, filter: (file) => !file.endsWith('.map') });
  }
  return folder;
}

afterEach(async function () {
  if (this.currentTest?.state === 'failed') {
    const title = this.currentTest.fullTitle().replaceAll(/\W+/g, '-').toLowerCase();
    for (const [index, workbench] of opened.entries()) {
      await workbench.screenshot(`failed-${title}${index > 0 ? `-${index}` : ''}`).catch(() => undefined);
    }
  }
});

after(async () => {
  await Promise.all(opened.splice(0).map((workbench) => workbench.close()));
});
