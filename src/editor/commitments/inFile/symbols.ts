import * as vscode from 'vscode';
import type { Day } from '../../../commitments/commitment.js';
import type { CommitmentEdit } from '../../../commitments/commitmentEdit.js';
import type { CommitmentFile } from '../../../commitments/commitmentFile.js';
import type { DocumentFiles } from '../../teamFile/documentFiles.js';
import { promiseWord, shortStory } from '../commitmentWords.js';
import { loadCommitmentRoom } from '../desk.js';

/** The promises of the file, for its outline and "Go to Symbol". */
export class CommitmentSymbols implements vscode.DocumentSymbolProvider {
  constructor(
    private readonly files: DocumentFiles<CommitmentFile, CommitmentEdit>,
    private readonly today: () => Day,
  ) {}

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const file = await this.files.fileOf(document);
    const { rangeOf } = await loadCommitmentRoom();
    const today = this.today();
    return file.commitments.map((commitment, item) => {
      const { start, end } = rangeOf(file, item);
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const kind = commitment.state === 'open' ? vscode.SymbolKind.Event : vscode.SymbolKind.Constant;
      const first = new vscode.Range(range.start, document.lineAt(range.start.line).range.end);
      const selection = range.contains(first) ? first : new vscode.Range(range.start, range.start);
      return new vscode.DocumentSymbol(promiseWord(commitment), shortStory(commitment, today), kind, range, selection);
    });
  }
}
