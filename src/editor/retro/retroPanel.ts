import * as vscode from 'vscode';
import {
  type ActResult,
  type hostNotices,
  type NumberedView,
  type PanelSettings,
  panelRequests,
  type ShownInvitation,
} from '../../protocol/panelMessages.js';
import { type Handlers, notifier, type Port, serve } from '../../protocol/rpc.js';
import type { RetroEvent } from '../../retro/event.js';
import type { Services } from '../services.js';
import { UserError } from '../userError.js';
import { pageRoots, retroPage } from './retroPage.js';
import { pagesOf } from './unheardPages.js';

export type PanelHandlers = Handlers<typeof panelRequests>;

/** One webview on the retro: its page, and its line to the host. */
export class RetroPanel implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private readonly tell: ReturnType<typeof notifier<typeof hostNotices>>;
  readonly onDidDispose: vscode.Event<void>;

  constructor(
    private readonly webview: vscode.WebviewPanel,
    services: Services,
    handlers: PanelHandlers,
    /** Lines to the hub of a room. @returns ends them */
    servePipes?: (port: Port) => () => void,
  ) {
    const { extensionUri } = services.context;
    webview.webview.options = { enableScripts: true, localResourceRoots: [...pageRoots(extensionUri)] };
    const port = portOf(webview.webview, this.disposables);
    this.tell = notifier<typeof hostNotices>(port);
    this.disposables.push({ dispose: serve(port, panelRequests, handlers, { explain: explainFor(services) }) });
    if (servePipes !== undefined) {
      this.disposables.push({ dispose: servePipes(port) });
    }
    this.onDidDispose = webview.onDidDispose;
    webview.onDidDispose(() => vscode.Disposable.from(...this.disposables).dispose());
    webview.webview.html = retroPage(webview.webview, extensionUri);
  }

  show(view: NumberedView): void {
    this.webview.title = view.view.title;
    this.tell('view', view);
  }

  settings(settings: PanelSettings): void {
    this.tell('settings', settings);
  }

  invitation(invitation: ShownInvitation): void {
    this.tell('invitation', invitation);
    this.showPeople();
  }

  /** Who is here, and how others come in. */
  showPeople(): void {
    this.tell('show', { what: 'people' });
  }

  move(event: RetroEvent): void {
    this.tell('move', { event });
  }

  closed(why: 'finished' | 'discarded'): void {
    this.tell('closed', { why });
  }

  reveal(): void {
    this.webview.reveal();
  }

  dispose(): void {
    this.webview.dispose();
  }
}

/** A new panel in the column of the active editor; where pages of its kind are left that nobody hears, in their place. */
export function openWebview(type: string, title: string, inRoom: boolean): vscode.WebviewPanel {
  const unheard = pagesOf(type);
  const panel = vscode.window.createWebviewPanel(
    type,
    title,
    unheard[0]?.group.viewColumn ?? vscode.ViewColumn.Active,
    {
      // In a room the panel holds keys and a line: hidden it has to go on.
      retainContextWhenHidden: inRoom,
    },
  );
  void vscode.window.tabGroups.close(unheard, true);
  return panel;
}

/** A failure as the panel may show it: words for people, or nothing, and the rest in the log. */
function explainFor(services: Services) {
  return (error: unknown, method: string) => {
    if (error instanceof UserError) {
      return { code: error.code, message: error.message };
    }
    services.log.error(`The panel asked for "${method}", and it failed.`, error as Error);
    return undefined;
  };
}

/** The answer to an act that the host itself refused. */
export function refusalOf(error: UserError): ActResult {
  return { ok: false, code: error.code, message: error.message };
}

function portOf(webview: vscode.Webview, disposables: vscode.Disposable[]): Port {
  return {
    send: (message) => void webview.postMessage(message),
    onMessage(run) {
      const listener = webview.onDidReceiveMessage(run);
      disposables.push(listener);
      return () => listener.dispose();
    },
  };
}
