import * as vscode from 'vscode';
import type { Commitment, Day } from '../../commitments/commitment.js';
import { worthAWord } from '../../commitments/grouping.js';
import type { CommitmentSummary, CommitmentsApi } from '../commonGroundApi.js';
import { type CommitmentDesk, targetsOf } from './desk.js';

/** What other extensions see of the promises. */
export function commitmentsApi(desk: CommitmentDesk): CommitmentsApi {
  const didChange = new vscode.EventEmitter<vscode.Uri>();
  desk.services.context.subscriptions.push(
    didChange,
    desk.lists.onDidChange((list) => didChange.fire(list.file.folder.uri)),
  );
  return {
    all: async (folder) => {
      const targets =
        folder === undefined
          ? await desk.everything()
          : targetsOf(desk.lists.ofFolder(folder), (await desk.lists.ofFolder(folder).ready()).shown);
      const today = desk.today();
      return targets.map(({ commitment }) => summaryOf(commitment, today));
    },
    onDidChange: didChange.event,
  };
}

function summaryOf(commitment: Commitment, today: Day): CommitmentSummary {
  const { id, promise, owner, made, revisit, from, state } = commitment;
  return {
    id,
    promise,
    ...(owner === undefined ? {} : { owner }),
    ...(made === undefined ? {} : { made }),
    ...(revisit === undefined ? {} : { revisit }),
    ...(from === undefined ? {} : { from }),
    state,
    worthAWord: worthAWord(commitment, today) !== undefined,
  };
}
