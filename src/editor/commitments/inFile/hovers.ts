import * as vscode from 'vscode';
import type { Commitment, CommitmentState, Day } from '../../../commitments/commitment.js';
import type { CommitmentEdit } from '../../../commitments/commitmentEdit.js';
import type { CommitmentFile } from '../../../commitments/commitmentFile.js';
import { daysBetween, isDay } from '../../../commitments/days.js';
import type { DocumentFiles } from '../../teamFile/documentFiles.js';
import { dayWord } from '../commitmentWords.js';
import { loadCommitmentRoom } from '../desk.js';
import { storyOf } from '../story.js';

/** What a place in the file means. */
export class CommitmentHovers implements vscode.HoverProvider {
  constructor(
    private readonly files: DocumentFiles<CommitmentFile, CommitmentEdit>,
    private readonly today: () => Day,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const file = await this.files.fileOf(document);
    const { itemAt, placeOf } = await loadCommitmentRoom();
    const offset = document.offsetAt(position);
    const item = itemAt(file, offset);
    const commitment = file.commitments[item];
    if (commitment === undefined) {
      return undefined;
    }
    const within = ([, { key, value }]: [string, { key: Range; value: Range }]): boolean =>
      holds(key, offset) || holds(value, offset);
    const field = [...placeOf(file, item).fields].filter(within).at(-1);
    if (field === undefined) {
      return undefined;
    }
    const [path, { key, value }] = field;
    const text = this.textFor(path, document.getText().slice(value.start, value.end), commitment, file);
    const place = holds(value, offset) ? value : key;
    const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
    return text === undefined ? undefined : new vscode.Hover(text, range);
  }

  private textFor(
    path: string,
    written: string,
    commitment: Commitment,
    file: CommitmentFile,
  ): vscode.MarkdownString | undefined {
    const today = this.today();
    const successorId = commitment.ending?.successor;
    const successor = file.commitments.find(({ id }) => id !== '' && id === successorId);
    if (path === 'ending.successor') {
      return successor === undefined ? undefined : storyOf(successor, today);
    }
    if (path === 'state') {
      return plain(stateStory(commitment.state));
    }
    const day = written.replaceAll(/["']/g, '');
    if (isDay(day) && /(^|\.)(made|revisit|on)$/.test(path)) {
      return plain(dayStory(day, today));
    }
    return ['id', 'promise', 'owner'].includes(path) ? storyOf(commitment, today, successor) : undefined;
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end && start < end;
}

function plain(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString().appendText(text);
}

function dayStory(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  const word = dayWord(day, today);
  if (days > 1) {
    return vscode.l10n.t('{0}, in {1} days', word, days);
  }
  return days < -1 ? vscode.l10n.t('{0}, {1} days ago', word, -days) : word;
}

/** What a state means, in a line: also for completion. */
export function stateStory(state: CommitmentState): string {
  switch (state) {
    case 'open':
      return vscode.l10n.t('Promised, and still on.');
    case 'kept':
      return vscode.l10n.t('It was done.');
    case 'changed':
      return vscode.l10n.t('Another promise took its place, as agreed.');
    case 'let-go':
      return vscode.l10n.t('It is not needed any more, or not ours. A good ending too.');
  }
}
