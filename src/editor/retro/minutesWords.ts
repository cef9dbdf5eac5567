import * as vscode from 'vscode';
import { englishMinutes, type MinutesWording } from '../../retro/minutesWording.js';

/** The wording of minutes in the language of the editor. */
export function minutesWords(): MinutesWording {
  const say = (text: string) => vscode.l10n.t(text);
  return Object.fromEntries(Object.entries(englishMinutes).map(([key, text]) => [key, say(text)])) as MinutesWording;
}
