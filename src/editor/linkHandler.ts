import * as vscode from 'vscode';
import { showError } from './commands.js';
import type { Services } from './services.js';

type Open = (rest: string, uri: vscode.Uri) => Promise<void>;

/** An extension has one handler for links into it: `vscode://common-ground.common-ground/<area>/<rest>`. The areas share it. */
const areas = new Map<string, Open>();

/** Opens links of an area. The link comes from anywhere: `open` checks it, and changes nothing without asking. */
export function openLinks(services: Services, area: string, open: Open): void {
  if (areas.size === 0) {
    const handler = vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        const [, name = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(uri.path) ?? [];
        try {
          await areas.get(name)?.(rest, uri);
        } catch (error) {
          void showError(services, 'link', error);
        }
      },
    });
    services.context.subscriptions.push(handler, new vscode.Disposable(() => areas.clear()));
  }
  areas.set(area, open);
}
