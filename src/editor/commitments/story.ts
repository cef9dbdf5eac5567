import * as vscode from 'vscode';
import type { Commitment, Day } from '../../commitments/commitment.js';
import { dayWord, ownerWord, promiseWord, stateWord, whyWorthAWord } from './commitmentWords.js';

/** The whole story of a promise, for a tooltip or a hover. What people wrote is shown as text: it cannot bring links or commands. */
export function storyOf(commitment: Commitment, today: Day, successor?: Commitment): vscode.MarkdownString {
  const story = new vscode.MarkdownString('', true);
  story.appendMarkdown('**').appendText(promiseWord(commitment)).appendMarkdown('**\n\n');
  const why = whyWorthAWord(commitment, today);
  if (why !== undefined) {
    story.appendMarkdown('$(comment) ').appendText(why).appendMarkdown('\n\n');
  }
  for (const line of linesOf(commitment, today, successor)) {
    story.appendMarkdown('- ').appendText(line).appendMarkdown('\n');
  }
  appendNotes(story, commitment, today);
  return story;
}

function linesOf(commitment: Commitment, today: Day, successor?: Commitment): readonly string[] {
  const { owner, made, from, revisit, state } = commitment;
  const lines = [
    owner ? vscode.l10n.t('Promised by {0}', ownerWord(owner)) : undefined,
    made ? vscode.l10n.t('Made {0}', dayWord(made, today)) : undefined,
    from ? vscode.l10n.t('From {0}', from) : undefined,
    state === 'open' && revisit && revisit > today
      ? vscode.l10n.t('To be looked at {0}', dayWord(revisit, today))
      : undefined,
    state === 'open' ? undefined : endingLine(commitment, today),
    commitment.ending?.because ? vscode.l10n.t('Because: {0}', commitment.ending.because) : undefined,
    commitment.ending?.agreedWith ? vscode.l10n.t('Agreed with {0}', commitment.ending.agreedWith) : undefined,
    successor ? vscode.l10n.t('In its place: {0}', promiseWord(successor)) : undefined,
  ];
  return lines.filter((line) => line !== undefined);
}

function endingLine({ state, ending }: Commitment, today: Day): string {
  const word = stateWord(state);
  const capital = word.charAt(0).toLocaleUpperCase() + word.slice(1);
  return ending?.on ? `${capital} ${dayWord(ending.on, today)}` : capital;
}

function appendNotes(story: vscode.MarkdownString, { notes }: Commitment, today: Day): void {
  if (notes.length === 0) {
    return;
  }
  story.appendMarkdown('\n').appendText(vscode.l10n.t('Notes:')).appendMarkdown('\n\n');
  for (const { on, text } of notes) {
    story
      .appendMarkdown('- ')
      .appendText(on ? `${dayWord(on, today)}: ${text}` : text)
      .appendMarkdown('\n');
  }
}
