import * as vscode from 'vscode';
import type { NormSummary, NormsApi } from '../commonGroundApi.js';
import type { Services } from '../services.js';
import type { UndoStack } from '../teamFile/undoStack.js';
import { registerNormsCommands } from './normsCommands.js';
import { NormsDesk } from './normsDesk.js';
import { registerNormsInFile } from './normsInFile.js';
import { NormsTree } from './normsTree.js';

/** Registers the list of norms and its commands. Reads nothing yet. */
export function startNorms(
  services: Services,
  undoStack: UndoStack,
): { readonly api: NormsApi; readonly desk: NormsDesk } {
  const desk = new NormsDesk(services, undoStack);
  services.context.subscriptions.push(desk, new NormsTree(desk));
  registerNormsCommands(desk);
  registerNormsInFile(desk);
  return { api: normsApi(desk), desk };
}

function normsApi(desk: NormsDesk): NormsApi {
  const didChange = new vscode.EventEmitter<vscode.Uri>();
  desk.services.context.subscriptions.push(
    didChange,
    desk.lists.onDidChange((list) => didChange.fire(list.file.folder.uri)),
  );
  return {
    all: async (folder) => {
      const wanted = folder === undefined ? undefined : desk.lists.ofFolder(folder);
      const all = (await desk.everything()).filter(({ list }) => wanted === undefined || list === wanted);
      return all.map(
        ({ norm: { id, text, why, adopted } }): NormSummary => ({
          id,
          text,
          ...(why === undefined ? {} : { why }),
          ...(adopted === undefined ? {} : { adopted }),
        }),
      );
    },
    onDidChange: didChange.event,
  };
}
