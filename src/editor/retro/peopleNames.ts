/** Names of people as they are typed into a question. */
import * as vscode from 'vscode';
import { nameProblem } from '../../retro/names.js';
import { sameName } from '../../retro/people.js';
import { plainName } from '../../retro/plainName.js';
import { refusalTexts } from '../../retro/refusal.js';

/** Why this cannot be somebody's name, in words that help; nothing when it can. */
export function nameTrouble(text: string): string | undefined {
  const problem = nameProblem(plainName(text));
  return problem === undefined ? undefined : vscode.l10n.t(refusalTexts[problem]);
}

/** The names of a line with commas between. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map(plainName)
    .filter((one) => one !== '');
}

/** Why these people cannot be in one room by these names; nothing when they can. */
export function peopleTrouble(people: readonly string[]): string | undefined {
  if (people.length === 0) {
    return vscode.l10n.t('One name, at least.');
  }
  const odd = people.find((name) => nameTrouble(name) !== undefined);
  if (odd !== undefined) {
    return `${odd}: ${nameTrouble(odd)}`;
  }
  const twin = people.find((name, index) => people.slice(0, index).some((other) => sameName(name, other)));
  return twin === undefined
    ? undefined
    : vscode.l10n.t(
        'Someone else is called {0}, or nearly so. Add a letter, so that the circle can tell them apart.',
        twin,
      );
}
