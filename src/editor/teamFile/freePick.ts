import * as vscode from 'vscode';
import { answerBackAndHide, type back, placeInput, type StepPlace } from './flow.js';

export interface FreePickItem<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

export interface FreePickQuestion<T> {
  readonly placeholder: string;
  readonly items: readonly FreePickItem<T>[];
  /** What a typed text means; nothing if it means nothing yet. */
  readonly typed: (text: string) => FreePickItem<T> | undefined;
}

/** Asks for one of several, or for something typed. Answers in a box, so that an empty value is an answer too. */
export function askFreePick<T>(
  place: StepPlace,
  question: FreePickQuestion<T>,
): Promise<{ readonly value: T } | typeof back | undefined> {
  const pick = vscode.window.createQuickPick<FreePickItem<T>>();
  placeInput(pick, place);
  pick.placeholder = question.placeholder;
  pick.items = question.items;
  pick.onDidChangeValue((text) => {
    const typed = text.trim() === '' ? undefined : question.typed(text.trim());
    pick.items = typed === undefined ? question.items : [{ ...typed, alwaysShow: true }, ...question.items];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      // Whoever types fast presses Enter before the list has what they typed.
      const chosen = pick.selectedItems[0] ?? question.typed(pick.value.trim());
      if (chosen?.value !== undefined) {
        resolve({ value: chosen.value });
        pick.dispose();
      }
    });
    answerBackAndHide(pick, resolve);
    pick.show();
  });
}
