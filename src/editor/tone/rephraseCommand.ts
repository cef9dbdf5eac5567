import * as vscode from 'vscode';
import type { Suggestion, TextRange } from '../../tone/finding.js';
import { UserError } from '../userError.js';
import { argument, readOptional } from './arguments.js';
import { rangeIn } from './diagnostics.js';
import { loadEngine } from './engine.js';
import { standsAlone } from './fixes.js';
import type { LanguageModels } from './languageModel.js';
import { readPreferences } from './preferences.js';
import { rephrase, sentenceAround } from './rephrase.js';
import { targetAt } from './targets.js';
import type { ToneService } from './toneService.js';

/** Asks the person's own language model for other words. @returns the words that now stand in the text, if any. */
export async function rephraseAt(
  tone: ToneService,
  models: LanguageModels,
  given: unknown,
): Promise<string | undefined> {
  const { check, finding } = await targetAt(tone.checks, readOptional(argument.place, given));
  const { document } = check;
  const { rephrase: mode } = readPreferences({ uri: document.uri, languageId: document.languageId });
  if (mode === 'never') {
    throw new UserError('tone/rephrase-off', vscode.l10n.t('Your settings say never to ask a language model.'));
  }
  const place = sentenceAround(document.getText(), finding.range);
  const range = rangeIn(document, place);
  const sentence = document.getText(range);
  const { version } = document;
  const ours = finding.suggestions.filter(standsAlone).map((one) => applied(document.getText(), one, place));
  const accepts = await judgeOf(tone, document, sentence);
  const result = await rephrase(sentence, mode === 'ask', models.ports(), { accepts, ours });
  switch (result.kind) {
    case 'noModel':
      throw new UserError('tone/no-model', vscode.l10n.t('There is no language model in this editor.'));
    case 'noAnswer':
      throw new UserError('tone/no-answer', vscode.l10n.t('The language model had no other words for this sentence.'));
    case 'left':
      return undefined;
    case 'chosen':
      return replace(document, range, { version, sentence, by: result.text });
  }
}

/** A sentence as a rewrite makes it. */
function applied(text: string, { range, newText }: Suggestion, sentence: TextRange): string {
  return text.slice(sentence.start, range.start) + newText + text.slice(range.end, sentence.end);
}

/** Accepts a proposal that keeps code, links and mentions, and in which nothing is found. */
async function judgeOf(
  tone: ToneService,
  { languageId }: vscode.TextDocument,
  sentence: string,
): Promise<(proposal: string) => boolean> {
  const { keepsNames } = await loadEngine();
  const check = await tone.checkNow(languageId);
  return (proposal) => keepsNames(sentence, proposal) && check(proposal).length === 0;
}

async function replace(
  document: vscode.TextDocument,
  range: vscode.Range,
  { version, sentence, by }: { version: number; sentence: string; by: string },
): Promise<string> {
  if (document.isClosed || (document.version !== version && document.getText(range) !== sentence)) {
    throw new UserError('tone/moved-on', vscode.l10n.t('The text has changed since. Nothing was done.'));
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, by);
  await vscode.workspace.applyEdit(edit);
  return by;
}
