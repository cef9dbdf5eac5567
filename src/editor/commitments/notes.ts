import * as v from 'valibot';
import * as vscode from 'vscode';
import { words } from '../teamFile/argument.js';
import { alone } from '../teamFile/flow.js';
import { chosenTargets, readCall } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import { promiseWord } from './commitmentWords.js';
import type { CommitmentDesk } from './desk.js';
import { askWords } from './questions.js';
import { idsFirst } from './targets.js';

/** `commonGround.commitments.note {id, text}`. Answers whether there is a note now. */
export async function addNote(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<boolean> {
  const called = await readCall(desk, v.object({ text: v.optional(words) }), argument, more);
  const targets = await chosenTargets(desk, tree, vscode.l10n.t('Add a note'), called);
  const [first] = targets;
  if (first === undefined) {
    return false;
  }
  const title = targets.length === 1 ? promiseWord(first.commitment) : vscode.l10n.t('Promises: {0}', targets.length);
  const prompt = vscode.l10n.t('What is there to say about it today?');
  const text = called.given?.text ?? (await askWords(alone(title), prompt, vscode.l10n.t('Done twice this week.')));
  if (typeof text !== 'string') {
    return false;
  }
  for (const list of new Set(targets.map((target) => target.list))) {
    const some = targets.filter((target) => target.list === list);
    const { repairs, ids } = idsFirst(desk, some);
    const edits = some.map(
      ({ commitment }) => ({ kind: 'note', id: ids.get(commitment) ?? '', on: desk.today(), text }) as const,
    );
    await desk.write(list, [...repairs, ...edits], vscode.l10n.t('Noted.'), some[0]?.file);
  }
  return true;
}
