import * as vscode from 'vscode';
import { commitmentStates, type Day } from '../../../commitments/commitment.js';
import type { CommitmentEdit } from '../../../commitments/commitmentEdit.js';
import type { CommitmentFile } from '../../../commitments/commitmentFile.js';
import { nextId } from '../../../commitments/commitmentId.js';
import { dayByWord, daySuggestions } from '../../../commitments/dayByWord.js';
import { ownersOf } from '../../../commitments/grouping.js';
import type { DocumentFiles } from '../../teamFile/documentFiles.js';
import { gitUserName } from '../../teamFile/gitUser.js';
import { placeInYaml, type YamlPlace } from '../../teamFile/yamlPlace.js';
import { promiseWord, stateWord } from '../commitmentWords.js';
import { minutesIn } from '../sources.js';
import { stateStory } from './hovers.js';

/** Keys and values, as a person types them. */
export class CommitmentCompletions implements vscode.CompletionItemProvider {
  constructor(
    private readonly files: DocumentFiles<CommitmentFile, CommitmentEdit>,
    private readonly today: () => Day,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const lines = (line: number): string => document.lineAt(line).text;
    const place = placeInYaml(lines, document.lineCount, position.line, position.character);
    if (place === undefined) {
      return [];
    }
    const range = new vscode.Range(position.line, place.from, position.line, place.to);
    const items = place.kind === 'key' ? this.keys(place) : await this.values(place, document);
    for (const [index, item] of items.entries()) {
      item.range = range;
      item.sortText = String(index).padStart(3, '0');
    }
    return items;
  }

  private keys({ parent, present, indent }: YamlPlace & { kind: 'key' }): vscode.CompletionItem[] {
    if (parent === 'list') {
      return [this.newPromise(indent), ...this.keys({ kind: 'key', parent: 'item', present, indent, from: 0, to: 0 })];
    }
    const missing = Object.entries(keysOf(parent)).filter(([key]) => !present.has(key));
    return missing.map(([key, detail]) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.detail = detail;
      item.insertText = key === 'ending' || key === 'notes' || key === 'commitments' ? `${key}:` : `${key}: `;
      if (valued.has(key)) {
        item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest') };
      }
      return item;
    });
  }

  private newPromise(indent: number): vscode.CompletionItem {
    const item = new vscode.CompletionItem(vscode.l10n.t('a new promise'), vscode.CompletionItemKind.Snippet);
    const pad = ' '.repeat(indent);
    const id = nextId(Math.random);
    const lines = [
      `id: ${id}`,
      `${pad}promise: \${1:When …, I will …}`,
      `${pad}owner: \${2:team}`,
      `${pad}made: ${this.today()}`,
      `${pad}state: open`,
    ];
    item.insertText = new vscode.SnippetString(lines.join('\n'));
    item.filterText = 'id promise new';
    // The lines bring their own indentation: the editor must not add to it.
    item.keepWhitespace = true;
    return item;
  }

  private async values(place: YamlPlace & { kind: 'value' }, document: vscode.TextDocument) {
    switch (place.key) {
      case 'state':
        return commitmentStates.map((state) => {
          const item = new vscode.CompletionItem(
            { label: state, description: stateWord(state) },
            vscode.CompletionItemKind.EnumMember,
          );
          item.documentation = stateStory(state);
          return item;
        });
      case 'owner':
        return this.owners(document);
      case 'made':
      case 'revisit':
      case 'on':
        return this.days(place);
      case 'from':
        return this.sources(document);
      case 'successor':
        return this.successors(document);
      default:
        return [];
    }
  }

  private async owners(document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
    const me = await gitUserName(document.uri);
    const { commitments } = await this.files.fileOf(document);
    const names = new Set([...(me === undefined ? [] : [me]), 'team', ...ownersOf(commitments)]);
    return [...names].map((name) => {
      const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.User);
      item.detail = name === me ? vscode.l10n.t('you') : name === 'team' ? vscode.l10n.t('all of us together') : '';
      item.insertText = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name) ? name : JSON.stringify(name);
      return item;
    });
  }

  private days({ key, written }: YamlPlace & { kind: 'value' }): vscode.CompletionItem[] {
    const today = this.today();
    const typed = dayByWord(written, today);
    const past = key === 'revisit' ? [] : [{ words: 'today', day: today }];
    const said = typed === undefined || typed === written.trim() ? [] : [{ words: written.trim(), day: typed }];
    return [...said, ...past, ...(key === 'revisit' ? daySuggestions(today) : [])].map(({ words, day }) => {
      const item = new vscode.CompletionItem({ label: words, description: day }, vscode.CompletionItemKind.Value);
      item.insertText = day;
      item.filterText = `${words} ${day}`;
      return item;
    });
  }

  private async sources(document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (folder === undefined) {
      return [];
    }
    const paths = await minutesIn(folder);
    return paths.map((path) => new vscode.CompletionItem(path, vscode.CompletionItemKind.File));
  }

  private async successors(document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
    const { commitments } = await this.files.fileOf(document);
    const ids = commitments.filter(({ id, state }) => id !== '' && state === 'open');
    return ids.map((commitment) => {
      const item = new vscode.CompletionItem(commitment.id, vscode.CompletionItemKind.Reference);
      item.detail = promiseWord(commitment);
      item.filterText = `${commitment.id} ${commitment.promise}`;
      return item;
    });
  }
}

/** After these keys there is something to choose from. */
const valued = new Set(['owner', 'made', 'revisit', 'from', 'state', 'on', 'successor']);

function keysOf(parent: 'file' | 'item' | 'ending' | 'note' | 'list'): Readonly<Record<string, string>> {
  switch (parent) {
    case 'file':
      return { version: vscode.l10n.t('how the file is written: 1'), commitments: vscode.l10n.t('the promises') };
    case 'ending':
      return {
        on: vscode.l10n.t('the day it ended'),
        because: vscode.l10n.t('why it ended so'),
        'agreed-with': vscode.l10n.t('with whom a change was agreed'),
        successor: vscode.l10n.t('the id of the promise that took its place'),
      };
    case 'note':
      return { on: vscode.l10n.t('the day of the note'), text: vscode.l10n.t('what there is to say') };
    default:
      return {
        id: vscode.l10n.t('8 hex digits of its own'),
        promise: vscode.l10n.t('what is promised'),
        owner: vscode.l10n.t('who took it; "team" for all'),
        made: vscode.l10n.t('the day it was made'),
        revisit: vscode.l10n.t('the day to look at it again'),
        from: vscode.l10n.t('the retro, page or norm it came from'),
        state: vscode.l10n.t('open, kept, changed or let-go'),
        ending: vscode.l10n.t('how it ended'),
        notes: vscode.l10n.t('what happened on the way'),
      };
  }
}
