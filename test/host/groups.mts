import { cpSync, existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inProject } from './paths.mts';
import { session } from './session.mts';

/** Tests that share one run of VS Code. */
export interface Group {
  /** The folder below test/integration; empty for the tests directly in it. */
  readonly name: string;
  /** A folder of the project whose copy is opened, or a `.code-workspace` file in one; nothing is opened without it. */
  readonly workspace?: string;
  /** Folders of the project with fixture extensions. */
  readonly extensions: readonly string[];
}

const defaultGroup: Group = {
  name: '',
  workspace: 'media/sample-team',
  extensions: ['test/fixtures/reviewBox'],
};

/** The default group, and one for each folder below test/integration that has a `suite.json`. */
export function findGroups(): Group[] {
  const files = globSync('*/suite.json', { cwd: inProject('test', 'integration') }).sort();
  return [defaultGroup, ...files.map((file) => readGroup(dirname(file), inProject('test', 'integration', file)))];
}

/** Tests may write: they get a copy. Of a `.code-workspace` file all that lies beside it is copied. */
export function copyWorkspace({ workspace = '' }: Group): string {
  const target = session().newFolder('workspace');
  const isFile = workspace.endsWith('.code-workspace');
  const folder = isFile ? dirname(workspace) : workspace;
  if (workspace !== '' && existsSync(inProject(folder))) {
    cpSync(inProject(folder), target, { recursive: true });
  }
  return isFile ? join(target, basename(workspace)) : target;
}

function readGroup(name: string, file: string): Group {
  const { workspace, extensions = [], ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const unknown = Object.keys(rest);
  const isText = (value: unknown): boolean => typeof value === 'string';
  if (unknown.length > 0 || !Array.isArray(extensions) || !extensions.every(isText)) {
    throw new Error(
      `${file} may hold "workspace" and "extensions", a list of folders. It also holds: ${unknown.join(', ') || 'something else'}.`,
    );
  }
  return { name, extensions, ...(isText(workspace) ? { workspace } : {}) };
}
