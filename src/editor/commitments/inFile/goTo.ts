import * as vscode from 'vscode';
import type { CommitmentEdit } from '../../../commitments/commitmentEdit.js';
import type { CommitmentFile } from '../../../commitments/commitmentFile.js';
import type { DocumentFiles } from '../../teamFile/documentFiles.js';
import { loadCommitmentRoom } from '../desk.js';
import { placeOfSource } from '../openFrom.js';

const fromLine = /^([ \t]*(?:- +)?from:[ \t]+)(["']?)(\S[^#\r\n]*?)\2[ \t]*(?:#.*)?$/gm;

class SourceLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly folder: vscode.Uri,
    readonly from: string,
  ) {
    super(range);
  }
}

/** The retros, norms and pages that promises came from, as links. */
export class SourceLinks implements vscode.DocumentLinkProvider<SourceLink> {
  provideDocumentLinks(document: vscode.TextDocument): SourceLink[] {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    if (folder === undefined) {
      return [];
    }
    // Lines, not items: in a long file most of them are never looked at.
    return [...document.getText().matchAll(fromLine)].flatMap((match) => {
      const [, before = '', quote = '', from = ''] = match;
      if (/^https?:/i.test(from)) {
        return []; // The editor finds these by itself.
      }
      const start = match.index + before.length + quote.length;
      const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
      const link = new SourceLink(range, folder, from);
      link.tooltip = vscode.l10n.t('Open where it came from');
      return [link];
    });
  }

  async resolveDocumentLink(link: SourceLink): Promise<SourceLink> {
    const target = await placeOfSource(link.folder, link.from);
    if (target !== undefined) {
      link.target = target;
    }
    return link;
  }
}

/** From an id, or the id of a successor, to the promise; from `from` to the file. */
export class CommitmentDefinitions implements vscode.DefinitionProvider {
  constructor(private readonly files: DocumentFiles<CommitmentFile, CommitmentEdit>) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location | undefined> {
    const file = await this.files.fileOf(document);
    const { itemAt, placeOf, indexOf, rangeOf } = await loadCommitmentRoom();
    const offset = document.offsetAt(position);
    const item = itemAt(file, offset);
    const commitment = file.commitments[item];
    const fields = commitment === undefined ? undefined : placeOf(file, item).fields;
    const at = (path: string): boolean => {
      const value = fields?.get(path)?.value;
      return value !== undefined && value.start <= offset && offset <= value.end;
    };
    if (at('from')) {
      const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
      const uri = folder && (await placeOfSource(folder, commitment?.from ?? ''));
      return uri === undefined ? undefined : new vscode.Location(uri, new vscode.Position(0, 0));
    }
    const id = at('ending.successor') ? commitment?.ending?.successor : undefined;
    const target = id === undefined ? -1 : indexOf(file, id);
    return target < 0 ? undefined : new vscode.Location(document.uri, document.positionAt(rangeOf(file, target).start));
  }
}
