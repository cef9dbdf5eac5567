import * as v from 'valibot';
import * as vscode from 'vscode';
import { dayByWord } from '../../commitments/dayByWord.js';
import { registerCommand } from '../commands.js';
import { folderArgument, readArgument, words } from '../teamFile/argument.js';
import { alone, askPick, askText, type FlowStep, runFlow } from '../teamFile/flow.js';
import { UserError } from '../userError.js';
import { chooseStarters } from './chooseStarters.js';
import type { NormList, NormsDesk } from './normsDesk.js';
import { NormNode } from './normsTree.js';
import { showNorms } from './showNorms.js';

/** Registers what can be done with norms. */
export function registerNormsCommands(desk: NormsDesk): void {
  const { services } = desk;
  registerCommand(services, 'commonGround.norms.show', (argument) => showNorms(desk, argument));
  registerCommand(services, 'commonGround.norms.add', (argument) => addNorm(desk, argument));
  registerCommand(services, 'commonGround.norms.edit', (argument) => editNorms(desk, argument));
  registerCommand(services, 'commonGround.norms.adopt', (argument) => adopt(desk, argument));
  registerCommand(services, 'commonGround.norms.chooseStarters', (argument) => chooseStarters(desk, argument));
}

const addArgument = v.object({ text: words, why: v.optional(v.string()), folder: v.optional(folderArgument) });

interface Proposal {
  readonly text?: string;
  readonly why?: string | undefined;
}

/** `commonGround.norms.add {text, why?, folder?}`: proposes a norm. It holds once it is adopted. Answers its id. */
async function addNorm(desk: NormsDesk, argument: unknown): Promise<string | undefined> {
  const given = argument === undefined || argument === null ? undefined : readArgument(addArgument, argument);
  const list = await desk.listFor(given?.folder, given === undefined);
  if (list === undefined) {
    return undefined;
  }
  await list.ready();
  const proposal: Proposal | undefined = given ?? (await askNorm());
  if (proposal?.text === undefined) {
    return undefined;
  }
  const { text, why } = proposal;
  const id = desk.newId(list);
  await desk.write(
    list,
    [{ kind: 'add', norm: { id, text, ...(why ? { why } : {}) } }],
    vscode.l10n.t('Proposed. It holds once everyone was asked.'),
  );
  return id;
}

function askNorm(): Promise<Proposal | undefined> {
  const steps: readonly FlowStep<Proposal>[] = [
    {
      ask: async (state, place) => {
        const answer = await askText(place, {
          prompt: vscode.l10n.t('How do you want to be with each other?'),
          placeholder: vscode.l10n.t('One person speaks at a time, and we let them finish.'),
          value: state.text ?? '',
          validate: (text) => (text === '' ? vscode.l10n.t('A few words, please.') : undefined),
        });
        return typeof answer === 'string' ? { ...state, text: answer } : answer;
      },
    },
    {
      ask: async (state, place) => {
        const answer = await askText(place, {
          prompt: vscode.l10n.t('Why? What does it make possible?'),
          placeholder: vscode.l10n.t('May stay empty: Enter goes on.'),
        });
        return typeof answer === 'string' ? { ...state, why: answer } : answer;
      },
    },
  ];
  return runFlow<Proposal>(vscode.l10n.t('Propose a norm'), {}, steps);
}

const editArgument = v.object({ folder: v.optional(folderArgument), id: v.optional(v.string()) });

/** `commonGround.norms.edit {folder?, id?}`: opens the file, at a norm if one is named. Without a file it offers a start. */
async function editNorms(desk: NormsDesk, argument: unknown): Promise<void> {
  const { folder, id } = readArgument(editArgument, argument ?? {});
  const list = folder === undefined ? await desk.lists.only() : await desk.listFor(folder, false);
  const snapshot = await list?.ready();
  if (list === undefined || snapshot?.missing === true) {
    await vscode.commands.executeCommand(
      'commonGround.norms.chooseStarters',
      folder === undefined ? undefined : { folder },
    );
    return;
  }
  await openAt(list, id);
}

/** Opens the file at a norm, or at its trouble. */
export async function openAt(list: NormList, id?: string): Promise<void> {
  const snapshot = await list.refreshed();
  const { indexOf, rangeOf } = await import('../../norms/normsFile.js');
  const { latest, trouble } = snapshot;
  const item = latest === undefined || id === undefined ? -1 : indexOf(latest, id);
  const offset = latest === undefined || item < 0 ? (trouble?.offset ?? 0) : rangeOf(latest, item).start;
  try {
    const document = await vscode.workspace.openTextDocument(list.file.uri);
    const position = document.positionAt(offset);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  } catch {
    throw new UserError('norms/cannot-open', trouble?.message ?? vscode.l10n.t('There is no file of norms yet.'));
  }
}

const adoptArgument = v.object({ id: words, on: v.optional(v.string()), folder: v.optional(folderArgument) });

/** `commonGround.norms.adopt {id, on?}`: everyone was asked, and nobody needs a change. */
async function adopt(desk: NormsDesk, argument: unknown): Promise<void> {
  const chosen = await readAdoption(desk, argument);
  if (chosen === undefined) {
    return;
  }
  const { list, id, on } = chosen;
  await desk.write(list, [{ kind: 'adopt', id, on }], vscode.l10n.t('Adopted: it holds from now on.'));
}

async function readAdoption(
  desk: NormsDesk,
  argument: unknown,
): Promise<{ readonly list: NormList; readonly id: string; readonly on: string } | undefined> {
  if (argument instanceof NormNode) {
    const { list, norm } = argument;
    return (await everyoneConsents(norm.text)) ? { list, id: norm.id, on: desk.today() } : undefined;
  }
  const all = (await desk.everything()).filter(({ norm }) => norm.id !== '');
  if (argument !== undefined && argument !== null) {
    const { id, on = 'today' } = readArgument(adoptArgument, argument);
    const found = all.find(({ norm }) => norm.id === id);
    const day = dayByWord(on, desk.today());
    if (found === undefined || day === undefined) {
      throw new UserError('norms/not-found', vscode.l10n.t('There is no such norm, or no such day: {0}, {1}', id, on));
    }
    return { list: found.list, id, on: day };
  }
  const proposed = all.filter(({ norm }) => !norm.adopted);
  const answer = await askPick(alone(vscode.l10n.t('Adopt a norm')), {
    placeholder: vscode.l10n.t('Which of the proposed norms does everyone consent to?'),
    items: proposed.map((value) => ({ label: value.norm.text, detail: value.norm.why ?? '', value })),
  });
  if (typeof answer !== 'object' || !(await everyoneConsents(answer.norm.text))) {
    return undefined;
  }
  return { list: answer.list, id: answer.norm.id, on: desk.today() };
}

/** A norm is owned by all or it is none: the question is asked each time. */
async function everyoneConsents(text: string): Promise<boolean> {
  const answer = await askPick<'all' | 'not-yet'>(alone(text), {
    placeholder: vscode.l10n.t('Was everyone asked, and does nobody need a change?'),
    items: [
      { label: vscode.l10n.t('Yes: it holds from today'), value: 'all' },
      { label: vscode.l10n.t('Not yet'), description: vscode.l10n.t('it stays proposed'), value: 'not-yet' },
    ],
  });
  return answer === 'all';
}
