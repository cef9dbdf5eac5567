import * as vscode from 'vscode';
import { worthAWord } from '../../commitments/grouping.js';
import { askPick, back, type StepPlace } from '../teamFile/flow.js';
import { Chosen } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import { ownerWord, promiseWord, whyWorthAWord } from './commitmentWords.js';
import type { CommitmentDesk, CommitmentList, Target } from './desk.js';
import { targetsOf } from './desk.js';
import { change, keep, letGo } from './endings.js';
import { addNote } from './notes.js';
import { askDay } from './questions.js';
import { idsFirst } from './targets.js';

type Word = 'keep' | 'change' | 'letGo' | 'note' | 'later' | 'leave' | 'show';

/** `commonGround.commitments.walk`: steps through what is worth a word, one promise at a time. */
export async function walk(desk: CommitmentDesk, tree: CommitmentTree): Promise<void> {
  const today = desk.today();
  const all = await desk.everything();
  const stops = all.filter(({ commitment }) => worthAWord(commitment, today) !== undefined);
  if (stops.length === 0) {
    const open = all.filter(({ commitment }) => commitment.state === 'open').length;
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is worth a word today. Open promises: {0}', open));
    return;
  }
  const ended = { keep: 0, change: 0, letGo: 0 };
  for (let at = 0; at < stops.length; ) {
    const stop = stops[at];
    const target = stop === undefined ? undefined : nowOf(stop);
    if (target === undefined) {
      at += 1;
      continue;
    }
    const word = await askWord(desk, tree, target, placeOf(at, stops.length));
    if (word === undefined) {
      return;
    }
    if (word === back) {
      at -= 1;
      continue;
    }
    if (word === 'show') {
      await vscode.commands.executeCommand('commonGround.commitments.reveal', new Chosen([target]));
      return;
    }
    const done = await act(desk, tree, target, word);
    if (done && (word === 'keep' || word === 'change' || word === 'letGo')) {
      ended[word] += 1;
    }
    at += done ? 1 : 0;
  }
  const { keep: kept, change: changed, letGo: gone } = ended;
  const message = vscode.l10n.t('That was all. Kept: {0}, changed: {1}, let go: {2}', kept, changed, gone);
  void vscode.window.showInformationMessage(message);
}

function placeOf(at: number, totalSteps: number): StepPlace {
  return { title: vscode.l10n.t('Walk our commitments'), step: at + 1, totalSteps, canGoBack: at > 0 };
}

/** The promise as the file has it now; nothing if it is gone. */
function nowOf({ list, commitment, item }: Target): Target | undefined {
  const targets = targetsOf(list as CommitmentList, list.current?.shown);
  return targets.find((target) =>
    commitment.id === '' ? target.item === item : target.commitment.id === commitment.id,
  );
}

async function askWord(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  target: Target,
  place: StepPlace,
): Promise<Word | typeof back | undefined> {
  if (tree.visible) {
    await tree.select(target, false);
  }
  const today = desk.today();
  const { commitment } = target;
  const [note] = commitment.notes.slice(-1);
  const item = (icon: string, label: string, value: Word, detail?: string) => ({
    label,
    value,
    iconPath: new vscode.ThemeIcon(icon),
    ...(detail === undefined ? {} : { description: detail }),
  });
  const owner = commitment.owner === undefined ? undefined : ownerWord(commitment.owner);
  const story = [owner, whyWorthAWord(commitment, today), note?.text];
  return askPick<Word>(
    { ...place, title: promiseWord(commitment) },
    {
      placeholder: story.filter((part) => part !== undefined && part !== '').join(' · '),
      items: [
        ...(commitment.state === 'open'
          ? [
              item('check', vscode.l10n.t('Kept'), 'keep'),
              item('arrow-swap', vscode.l10n.t('Changed…'), 'change', vscode.l10n.t('another promise takes its place')),
              item('circle-slash', vscode.l10n.t('Let go…'), 'letGo', vscode.l10n.t('that is a good ending too')),
            ]
          : []),
        item('note', vscode.l10n.t('Still on it: add a note…'), 'note'),
        item('calendar', vscode.l10n.t('Another day…'), 'later'),
        item('arrow-right', vscode.l10n.t('Leave it as it is'), 'leave'),
        item('go-to-file', vscode.l10n.t('Show it in the file'), 'show', vscode.l10n.t('ends the walk')),
      ],
    },
  );
}

/** Answers whether the walk goes on to the next promise. */
async function act(desk: CommitmentDesk, tree: CommitmentTree, target: Target, word: Word): Promise<boolean> {
  const chosen = new Chosen([target]);
  switch (word) {
    case 'keep':
      return keep(desk, tree, chosen, undefined);
    case 'change':
      return change(desk, tree, chosen, undefined);
    case 'letGo':
      return letGo(desk, tree, chosen, undefined);
    case 'note':
      return addNote(desk, tree, chosen, undefined);
    case 'later':
      return lookLater(desk, target);
    default:
      return true;
  }
}

async function lookLater(desk: CommitmentDesk, target: Target): Promise<boolean> {
  const title = promiseWord(target.commitment);
  const place = { title, step: 1, totalSteps: 1, canGoBack: false };
  const day = await askDay(place, desk.today(), vscode.l10n.t('When shall we look at it again?'));
  if (typeof day !== 'string') {
    return false;
  }
  const { repairs, ids } = idsFirst(desk, [target]);
  const id = ids.get(target.commitment) ?? '';
  const edit =
    day === ''
      ? ({ kind: 'edit', id, set: { revisit: null } } as const)
      : ({ kind: 'snooze', id, until: day } as const);
  await desk.write(target.list, [...repairs, edit], vscode.l10n.t('Another day it is.'), target.file);
  return true;
}
