import * as vscode from 'vscode';
import type { TextRange } from '../../yamlList/textEdit.js';

/** Offsets of a text as lines and columns, also for a file that is open in no editor. Counts lines when first asked. */
export class TextPositions {
  private starts: number[] | undefined;

  constructor(private readonly text: string) {}

  positionAt(offset: number): vscode.Position {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new vscode.Position(low, offset - (this.starts[low] ?? 0));
  }

  rangeOf({ start, end }: TextRange): vscode.Range {
    return new vscode.Range(this.positionAt(start), this.positionAt(end));
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // The editor knows three line endings; a lone carriage return is one of them.
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}
