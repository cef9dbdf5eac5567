import * as vscode from 'vscode';
import type { CommitmentsApi, NormsApi } from '../commonGroundApi.js';
import { rejectAbsent } from '../features.js';
import type { Services } from '../services.js';

/** What other features and other extensions see of promises and norms. */
export interface CommitmentsAndNorms {
  readonly commitments: CommitmentsApi;
  readonly norms: NormsApi;
}

/** Registers the tree, the commands and the help inside the file. Reads nothing yet. */
export function startCommitments(_services: Services): CommitmentsAndNorms {
  return { commitments: absentCommitments(), norms: absentNorms() };
}

/** Stands in when the feature could not start. */
export function absentCommitments(): CommitmentsApi {
  return { all: () => rejectAbsent('commitments'), onDidChange: new vscode.EventEmitter<vscode.Uri>().event };
}

/** Stands in when the feature could not start. */
export function absentNorms(): NormsApi {
  return { all: () => rejectAbsent('norms'), onDidChange: new vscode.EventEmitter<vscode.Uri>().event };
}
