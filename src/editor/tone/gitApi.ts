import * as v from 'valibot';
import * as vscode from 'vscode';

const gitExports = v.object({ getAPI: v.function() });

/** The interface of the editor's own Git extension; `undefined` where there is none, as in a browser, or where Git is off. */
export async function gitApi(): Promise<unknown> {
  try {
    const exported: unknown = await vscode.extensions.getExtension('vscode.git')?.activate();
    return v.is(gitExports, exported) ? exported.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}
