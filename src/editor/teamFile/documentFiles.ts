import type * as vscode from 'vscode';
import { inTurns } from './inTurns.js';
import type { ListFile, ListRoom } from './teamList.js';
import type { TeamLists } from './teamLists.js';

/** What a document of this kind holds: as the list of its folder has read it, or read here for a file elsewhere. */
export class DocumentFiles<F extends ListFile, E> {
  private readonly read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly file: Promise<F> }>();

  constructor(
    readonly lists: TeamLists<F, E>,
    private readonly loadRoom: () => Promise<ListRoom<F, E>>,
  ) {}

  async fileOf(document: vscode.TextDocument): Promise<F> {
    const text = document.getText();
    const latest = this.lists.ofFile(document.uri)?.current?.latest;
    if (latest?.text === text) {
      return latest;
    }
    const known = this.read.get(document);
    if (known?.version === document.version) {
      return known.file;
    }
    const file = this.parsed(text, known?.file ?? latest);
    this.read.set(document, { version: document.version, file });
    return file;
  }

  private async parsed(text: string, before: F | Promise<F> | undefined): Promise<F> {
    const room = await this.loadRoom();
    const previous = await before;
    return inTurns(previous ? room.updateInSteps(previous, text) : room.parseInSteps(text));
  }
}
