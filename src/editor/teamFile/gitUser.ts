import * as v from 'valibot';
import * as vscode from 'vscode';
import { plainName } from '../../retro/plainName.js';

/** The parts of the Git extension's interface that are used here. Objects are checked, never copied: methods need their own. */
const gitExports = v.object({ getAPI: v.function() });
const gitApi = v.object({ getRepository: v.function() });
const gitRepository = v.object({ getConfig: v.function(), state: v.unknown() });
type GitRepository = v.InferOutput<typeof gitRepository>;
const repositoryState = v.object({
  remotes: v.array(v.object({ name: v.string(), fetchUrl: v.optional(v.string()), pushUrl: v.optional(v.string()) })),
});

/** The name that Git signs commits with in this folder, if there is one. */
export async function gitUserName(folder: vscode.Uri): Promise<string | undefined> {
  const repository = await repositoryOf(folder);
  try {
    const name: unknown = await repository?.getConfig('user.name');
    const plain = typeof name === 'string' ? plainName(name) : '';
    return plain === '' ? undefined : plain;
  } catch {
    return undefined;
  }
}

/**
 * Writes one value into the configuration of this clone, which is not shared with others.
 * @returns false where the folder is in no repository, or the Git extension is not there
 */
export async function setGitConfig(folder: vscode.Uri, name: string, value: string): Promise<boolean> {
  const repository = await repositoryOf(folder);
  if (!v.is(v.object({ setConfig: v.function() }), repository)) {
    return false;
  }
  await repository.setConfig(name, value);
  return true;
}

/** The address of the remote that people push to: `origin` if there is one of that name, else the first. */
export async function gitRemote(folder: vscode.Uri): Promise<string | undefined> {
  const repository = await repositoryOf(folder);
  const state = v.safeParse(repositoryState, repository?.state);
  if (!state.success) {
    return undefined;
  }
  const { remotes } = state.output;
  const remote = remotes.find(({ name }) => name === 'origin') ?? remotes[0];
  return remote?.fetchUrl ?? remote?.pushUrl;
}

async function repositoryOf(folder: vscode.Uri): Promise<GitRepository | undefined> {
  try {
    const exported: unknown = await vscode.extensions.getExtension('vscode.git')?.activate();
    const api = v.is(gitExports, exported) ? exported.getAPI(1) : undefined;
    const repository = v.is(gitApi, api) ? api.getRepository(folder) : undefined;
    return v.is(gitRepository, repository) ? repository : undefined;
  } catch {
    // The Git extension is a convenience: disabled, absent in the browser, or unhappy, the name is typed instead.
    return undefined;
  }
}
