import * as vscode from 'vscode';
import type { Services } from './services.js';
import { UserError } from './userError.js';

/**
 * Starts one feature. If it throws, the person is told once, the log has the reason, everything that the feature had
 * registered so far is disposed of, and `absent` takes its place, so that the other features start.
 */
export function startFeature<T>(name: string, services: Services, start: (services: Services) => T, absent: T): T {
  const subscriptions: vscode.Disposable[] = [];
  try {
    const api = start({ ...services, context: withSubscriptions(services.context, subscriptions) });
    services.context.subscriptions.push(...subscriptions);
    return api;
  } catch (error) {
    vscode.Disposable.from(...subscriptions).dispose();
    services.log.error(`The feature "${name}" did not start.`, error as Error);
    void showFailure(name, services.log);
    return absent;
  }
}

/** For the parts of the public interface whose feature did not start. */
export function rejectAbsent(name: string): Promise<never> {
  return Promise.reject(
    new UserError('feature/absent', vscode.l10n.t('Common Ground could not start "{0}". The log says why.', name)),
  );
}

function withSubscriptions(
  context: vscode.ExtensionContext,
  subscriptions: vscode.Disposable[],
): vscode.ExtensionContext {
  return Object.create(context, { subscriptions: { value: subscriptions } }) as vscode.ExtensionContext;
}

async function showFailure(name: string, log: vscode.LogOutputChannel): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('Common Ground could not start "{0}". The rest of it works.', name);
  if ((await vscode.window.showWarningMessage(message, show)) === show) {
    log.show();
  }
}
