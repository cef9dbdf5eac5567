import * as vscode from 'vscode';
import type { Day } from '../../commitments/commitment.js';
import { nextId } from '../../commitments/commitmentId.js';
import { dayByWord } from '../../commitments/dayByWord.js';
import { placeInYaml, type YamlPlace } from '../teamFile/yamlPlace.js';

/** Keys and days of the file of norms, as a person types them. */
export class NormCompletions implements vscode.CompletionItemProvider {
  constructor(private readonly today: () => Day) {}

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const lines = (line: number): string => document.lineAt(line).text;
    const place = placeInYaml(lines, document.lineCount, position.line, position.character, 'norms');
    if (place === undefined) {
      return [];
    }
    const items = place.kind === 'key' ? this.keys(place) : this.values(place);
    for (const [index, item] of items.entries()) {
      item.range = new vscode.Range(position.line, place.from, position.line, place.to);
      item.sortText = String(index).padStart(3, '0');
    }
    return items;
  }

  private keys({ parent, present, indent }: YamlPlace & { kind: 'key' }): vscode.CompletionItem[] {
    const fresh = parent === 'list' ? [newNorm(indent)] : [];
    const missing = Object.entries(keysOf(parent)).filter(([key]) => !present.has(key));
    const keys = missing.map(([key, detail]) => {
      const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
      item.detail = detail;
      item.insertText = key === 'norms' ? `${key}:` : `${key}: `;
      if (key === 'adopted') {
        item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest') };
      }
      return item;
    });
    return [...fresh, ...keys];
  }

  private values({ key, written }: YamlPlace & { kind: 'value' }): vscode.CompletionItem[] {
    if (key !== 'adopted') {
      return [];
    }
    const today = this.today();
    const typed = dayByWord(written, today);
    const said = typed === undefined || typed === written.trim() ? [] : [{ words: written.trim(), day: typed }];
    return [...said, { words: vscode.l10n.t('today'), day: today }].map(({ words, day }) => {
      const item = new vscode.CompletionItem({ label: words, description: day }, vscode.CompletionItemKind.Value);
      item.insertText = day;
      item.filterText = `${words} ${day}`;
      return item;
    });
  }
}

/** It is proposed, not adopted: that is for all to say. */
function newNorm(indent: number): vscode.CompletionItem {
  const item = new vscode.CompletionItem(vscode.l10n.t('a new norm'), vscode.CompletionItemKind.Snippet);
  const pad = ' '.repeat(indent);
  item.insertText = new vscode.SnippetString(
    [`id: ${nextId(Math.random)}`, `${pad}text: \${1:We …}`, `${pad}why: \${2:…}`].join('\n'),
  );
  item.filterText = 'id norm new';
  // The lines bring their own indentation: the editor must not add to it.
  item.keepWhitespace = true;
  return item;
}

function keysOf(parent: (YamlPlace & { kind: 'key' })['parent']): Readonly<Record<string, string>> {
  if (parent === 'file') {
    return { version: vscode.l10n.t('how the file is written: 1'), norms: vscode.l10n.t('how we want to be together') };
  }
  return parent === 'item' || parent === 'list'
    ? {
        id: vscode.l10n.t('8 hex digits of its own'),
        text: vscode.l10n.t('what we agreed on'),
        why: vscode.l10n.t('what it is good for'),
        adopted: vscode.l10n.t('the day since when it holds'),
      }
    : {};
}
