import * as vscode from 'vscode';
import type { CommitmentsApi, NormsApi } from '../commonGroundApi.js';
import { rejectAbsent } from '../features.js';
import { startNorms } from '../norms/normsFeature.js';
import type { Services } from '../services.js';
import { registerLookCommands, registerPromiseCommands } from './commitmentCommands.js';
import { commitmentsApi } from './commitmentsApi.js';
import { CommitmentTree } from './commitmentTree.js';
import { CommitmentDesk } from './desk.js';
import { HistoryPage } from './historyPage.js';
import { registerFileFeatures } from './inFile/fileFeatures.js';
import { Reminder } from './reminder.js';
import { registerTreeCommands } from './treeCommands.js';

/** What other features and other extensions see of promises and norms. */
export interface CommitmentsAndNorms {
  readonly commitments: CommitmentsApi;
  readonly norms: NormsApi;
}

/** Registers the tree, the commands and the help inside the file. Reads nothing yet. */
export function startCommitments(services: Services): CommitmentsAndNorms {
  const desk = new CommitmentDesk(services);
  const norms = startNorms(services, desk.undoStack);
  const tree = new CommitmentTree(desk, () => norms.desk.knownIds());
  const reminder = new Reminder(desk);
  const history = new HistoryPage(desk);
  const normsMoved = norms.desk.lists.onDidChange(() => tree.groupedBy === 'norm' && tree.refreshAll());
  services.context.subscriptions.push(desk, tree, reminder, history, normsMoved);
  registerPromiseCommands(desk, tree, reminder);
  registerLookCommands(desk, tree, history);
  registerTreeCommands(desk, tree);
  registerFileFeatures(desk);
  return { commitments: commitmentsApi(desk), norms: norms.api };
}

/** Stands in when the feature could not start. */
export function absentCommitments(): CommitmentsApi {
  return { all: () => rejectAbsent('commitments'), onDidChange: new vscode.EventEmitter<vscode.Uri>().event };
}

/** Stands in when the feature could not start. */
export function absentNorms(): NormsApi {
  return { all: () => rejectAbsent('norms'), onDidChange: new vscode.EventEmitter<vscode.Uri>().event };
}
