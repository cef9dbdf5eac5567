import * as v from 'valibot';
import * as vscode from 'vscode';
import { worthAWord } from '../../commitments/grouping.js';
import { alone, askPick, back } from '../teamFile/flow.js';
import { readCall } from './chosen.js';
import { dayWord, promiseWord, whyWorthAWord } from './commitmentWords.js';
import type { CommitmentDesk, Target } from './desk.js';
import { readDay } from './endings.js';
import { likelyNextRetro } from './nextRetro.js';
import type { Reminder } from './reminder.js';
import { idsFirst } from './targets.js';

/** `commonGround.commitments.snooze {id, until?}`: a promise rests until the next retro, or until a day. */
export async function snooze(
  desk: CommitmentDesk,
  reminder: Reminder,
  argument: unknown,
  more: unknown,
): Promise<void> {
  const called = await readCall(desk, v.object({ until: v.optional(v.string()) }), argument, more);
  const until = readDay(called.given?.until, desk.today());
  const chosen = called.targets.length > 0 ? called.targets : await askWhatRests(desk);
  if (chosen === 'reminder') {
    await reminder.snooze();
    return;
  }
  for (const list of new Set(chosen.map((target) => target.list))) {
    const targets = chosen.filter((target) => target.list === list);
    const day = until ?? likelyNextRetro(targets[0]?.file.commitments ?? [], desk.today());
    const { repairs, ids } = idsFirst(desk, targets);
    const edits = targets.map(
      ({ commitment }) => ({ kind: 'snooze', id: ids.get(commitment) ?? '', until: day }) as const,
    );
    const done = vscode.l10n.t('It rests until {0}.', dayWord(day, desk.today()));
    await desk.write(list, [...repairs, ...edits], done, targets[0]?.file);
  }
}

async function askWhatRests(desk: CommitmentDesk): Promise<readonly Target[] | 'reminder'> {
  const today = desk.today();
  const worth = (await desk.everything()).filter(({ commitment }) => worthAWord(commitment, today) !== undefined);
  const answer = await askPick<Target | 'reminder'>(alone(vscode.l10n.t('Leave it until the next retro')), {
    placeholder: vscode.l10n.t('What can wait?'),
    items: [
      {
        label: vscode.l10n.t('The reminder'),
        description: vscode.l10n.t('only for you, in this window'),
        iconPath: new vscode.ThemeIcon('bell-slash'),
        value: 'reminder' as const,
      },
      ...worth.map((target) => ({
        label: promiseWord(target.commitment),
        detail: whyWorthAWord(target.commitment, today) ?? '',
        value: target,
      })),
    ],
  });
  return answer === undefined || answer === back ? [] : answer === 'reminder' ? answer : [answer];
}
