import type { ExtensionContext, LogOutputChannel } from 'vscode';

/** What every feature is given. Disposables go to `context.subscriptions`. */
export interface Services {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
}
