import * as vscode from 'vscode';
import { registerCommand } from '../commands.js';
import type { RetroApi } from '../commonGroundApi.js';
import type { Services } from '../services.js';
import { panelType } from './panelType.js';
import { RetroDesk } from './retroDesk.js';
import { RetroStatus } from './retroStatus.js';
import type { TeamLists } from './startRetroCommand.js';
import { TemplateHelp } from './templateHelp.js';
import { takeUpUnheard } from './unheardPages.js';

/** The retro as the public interface has it, and as other features of this extension do. */
export interface StartedRetro {
  readonly api: RetroApi;
  /** Absent where the retro could not start. */
  readonly desk?: RetroDesk;
}

/** Registers the retro: its commands, its panel and its place in the status bar. Reads nothing yet. */
export function startRetro(services: Services, lists: TeamLists): StartedRetro {
  const desk = new RetroDesk(services, async ({ command }) => {
    await runPanelCommand(desk, command);
    return null;
  });
  services.context.subscriptions.push(desk, new RetroStatus(desk), new TemplateHelp());
  registerMoves(services, desk);
  registerFiles(services, desk, lists);
  services.context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (webview) => desk.restore(webview),
    }),
    takeUpUnheard(services, panelType, desk),
  );
  // After the editor had its turn.
  const look = setImmediate(() => void desk.look());
  services.context.subscriptions.push(new vscode.Disposable(() => clearImmediate(look)));
  return { desk, api: { current: () => summary(desk), onDidChange: desk.onDidChange } };
}

/** The public interface where the retro could not start: there is none in progress, and never will be. */
export function absentRetro(): StartedRetro {
  return { api: { current: () => undefined, onDidChange: () => new vscode.Disposable(() => undefined) } };
}

/** The moves of the room. Each module is loaded with the first move. */
function registerMoves(services: Services, desk: RetroDesk): void {
  const moves = () => import('./retroCommands.js');
  registerCommand(services, 'commonGround.retro.next', async () => (await desk.act({ type: 'step/next' })).step);
  registerCommand(services, 'commonGround.retro.back', async () => (await desk.act({ type: 'step/back' })).step);
  registerCommand(services, 'commonGround.retro.goTo', async (argument) => (await moves()).goTo(desk, argument));
  registerCommand(services, 'commonGround.retro.moreTime', async (argument) =>
    (await moves()).moreTime(desk, argument),
  );
  registerCommand(services, 'commonGround.retro.norm', async (argument) => (await moves()).norm(desk, argument));
  registerCommand(services, 'commonGround.retro.silence', async () => (await moves()).silence(desk));
  registerCommand(services, 'commonGround.retro.finish', async () => (await moves()).finish(desk));
  registerCommand(services, 'commonGround.retro.resume', async () => (await moves()).resume(desk));
  registerCommand(services, 'commonGround.retro.discard', async (argument) => (await moves()).discard(desk, argument));
}

function registerFiles(services: Services, desk: RetroDesk, lists: TeamLists): void {
  const files = () => import('./exports.js');
  registerCommand(services, 'commonGround.retro.start', async (argument) =>
    (await import('./startRetroCommand.js')).startRetro(desk, lists, argument),
  );
  registerCommand(services, 'commonGround.retro.exportMarkdown', async (argument) =>
    (await files()).exportMarkdown(desk, argument),
  );
  registerCommand(services, 'commonGround.retro.exportJson', async (argument) =>
    (await files()).exportJson(desk, argument),
  );
  registerCommand(services, 'commonGround.retro.copyMarkdown', async () => (await files()).copyMarkdown(desk));
  registerCommand(services, 'commonGround.retro.importJson', async (argument) =>
    (await files()).importJson(desk, lists, argument),
  );
  registerCommand(services, 'commonGround.retro.newTemplate', async (argument) =>
    (await import('./newTemplate.js')).newTemplate(argument),
  );
}

async function runPanelCommand(desk: RetroDesk, command: string): Promise<void> {
  if (command === 'openMinutes') {
    if (desk.lastMinutes !== undefined) {
      await vscode.window.showTextDocument(desk.lastMinutes);
    }
    return;
  }
  const area = command === 'invite' || command === 'leave' ? 'room' : 'retro';
  await vscode.commands.executeCommand(`commonGround.${area}.${command}`);
}

function summary(desk: RetroDesk): ReturnType<RetroApi['current']> {
  const state = desk.inProgress ? desk.current?.state : undefined;
  const step = state?.steps.find((candidate) => candidate.status === 'now');
  return state && step
    ? {
        title: state.title,
        step: step.id,
        participants: state.participants.filter((person) => person.presence !== 'left').length,
      }
    : undefined;
}
