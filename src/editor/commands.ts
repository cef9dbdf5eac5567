import * as vscode from 'vscode';
import type { CommandId } from './contributions.js';
import type { Services } from './services.js';
import { UserError } from './userError.js';

/**
 * Registers a command that takes its inputs as one object. A `UserError` is shown to the person; anything else is a bug,
 * goes to the log, and the person is told where to look. Either is thrown on to whoever called the command.
 */
export function registerCommand(
  services: Services,
  id: CommandId,
  run: (argument: unknown, ...more: unknown[]) => unknown,
): void {
  const command = vscode.commands.registerCommand(id, async (argument: unknown, ...more: unknown[]) => {
    try {
      return await run(argument, ...more);
    } catch (error) {
      void showError(services, id, error);
      throw error;
    }
  });
  services.context.subscriptions.push(command);
}

/** Tells the person of an error: its own words if they are meant for people, else a way to the log. */
export async function showError(services: Services, source: string, error: unknown): Promise<void> {
  if (error instanceof UserError) {
    services.log.warn(`${source}: ${error.code}: ${error.message}`);
    await vscode.window.showWarningMessage(error.message);
    return;
  }
  services.log.error(`${source} failed.`, error as Error);
  const show = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('Common Ground met an error of its own. Nothing was changed by it.');
  if ((await vscode.window.showErrorMessage(message, show)) === show) {
    services.log.show();
  }
}
