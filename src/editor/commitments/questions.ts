import * as vscode from 'vscode';
import type { Day } from '../../commitments/commitment.js';
import { dayByWord, daySuggestions } from '../../commitments/dayByWord.js';
import { worthAWord } from '../../commitments/grouping.js';
import { askPick, askText, type back, type StepPlace } from '../teamFile/flow.js';
import { askFreePick } from '../teamFile/freePick.js';
import { dayWord, promiseWord, shortStory, stateWord, whyWorthAWord } from './commitmentWords.js';
import type { CommitmentDesk, Target } from './desk.js';

type Answer<T> = Promise<T | typeof back | undefined>;

/** Asks which promise, what is worth a word first. */
export function askPromise(
  desk: CommitmentDesk,
  place: StepPlace,
  targets: readonly Target[],
  active?: Target,
): Answer<Target> {
  const today = desk.today();
  const several = new Set(targets.map(({ list }) => list)).size > 1;
  const item = (target: Target): vscode.QuickPickItem & { value: Target } => ({
    label: promiseWord(target.commitment),
    description: shortStory(target.commitment, today),
    detail: [several ? target.list.file.folder.name : undefined, whyWorthAWord(target.commitment, today)]
      .filter((part) => part !== undefined)
      .join(' · '),
    value: target,
  });
  const worth = targets.filter(({ commitment }) => worthAWord(commitment, today) !== undefined);
  const open = targets.filter((target) => target.commitment.state === 'open' && !worth.includes(target));
  const ended = targets.filter(({ commitment }) => commitment.state !== 'open');
  const part = (label: string, some: readonly Target[]) =>
    some.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...some.map(item)];
  const items = [
    ...part(vscode.l10n.t('worth a word'), worth),
    ...part(stateWord('open'), open),
    ...part(vscode.l10n.t('ended'), ended),
  ];
  return askPick<Target>(place, {
    placeholder: vscode.l10n.t('Which promise?'),
    items,
    ...(active === undefined ? {} : { active }),
  });
}

/** Asks for a text that must not be empty. */
export function askWords(place: StepPlace, prompt: string, placeholder: string, value = ''): Answer<string> {
  return askText(place, {
    prompt,
    placeholder,
    value,
    validate: (text) => (text === '' ? vscode.l10n.t('A few words, please.') : undefined),
  });
}

/** Asks for a text that may be left empty. */
export function askWordsIfAny(place: StepPlace, prompt: string): Answer<string> {
  return askText(place, { prompt, placeholder: vscode.l10n.t('May stay empty: Enter goes on.') });
}

/** Asks for a day as people say it: `''` when there shall be none. */
export async function askDay(place: StepPlace, today: Day, placeholder: string): Answer<Day | ''> {
  const item = (label: string, day: Day) => ({ label, description: dayWord(day, today), value: day });
  const answer = await askFreePick<Day | ''>(place, {
    placeholder,
    items: [
      ...suggestionsInOrder(today).map(({ words, day }) => item(words, day)),
      {
        label: vscode.l10n.t('No day'),
        description: vscode.l10n.t('It is worth a word after three quiet weeks.'),
        value: '',
      },
    ],
    typed: (text) => {
      const day = dayByWord(text, today);
      return day === undefined ? undefined : item(text, day);
    },
  });
  return typeof answer === 'object' ? answer.value : answer;
}

/** Two weeks first: that is when most teams look back again. */
function suggestionsInOrder(today: Day): ReturnType<typeof daySuggestions> {
  const suggestions = daySuggestions(today);
  const usual = suggestions.filter(({ words }) => words === 'in two weeks');
  return [...usual, ...suggestions.filter((suggestion) => !usual.includes(suggestion))];
}

/** Asks who takes the promise. Nobody else's name is offered: a promise is taken by the one who makes it. */
export async function askOwner(place: StepPlace, me: string | undefined): Answer<string> {
  const typedHint = vscode.l10n.t('as typed');
  const items = [
    ...(me === undefined ? [] : [{ label: me, description: vscode.l10n.t('you'), value: me }]),
    { label: vscode.l10n.t('the team'), description: vscode.l10n.t('all of us together'), value: 'team' },
  ];
  const answer = await askFreePick<string>(place, {
    placeholder: vscode.l10n.t('Who takes it? Choose, or type your name.'),
    items,
    typed: (text) =>
      items.some(({ value }) => value === text) ? undefined : { label: text, description: typedHint, value: text },
  });
  return typeof answer === 'object' ? answer.value : answer;
}
