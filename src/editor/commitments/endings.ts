import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Day } from '../../commitments/commitment.js';
import type { CommitmentEdit } from '../../commitments/commitmentEdit.js';
import { dayByWord } from '../../commitments/dayByWord.js';
import { words } from '../teamFile/argument.js';
import { type FlowStep, runFlow } from '../teamFile/flow.js';
import { UserError } from '../userError.js';
import { type Called, likelyTarget, promiseStep, readCall } from './chosen.js';
import type { CommitmentTree } from './commitmentTree.js';
import { promiseWord } from './commitmentWords.js';
import type { CommitmentDesk, Target } from './desk.js';
import { askDay, askWords, askWordsIfAny } from './questions.js';
import { idsFirst } from './targets.js';

/** What is known of an ending while it is asked for. */
interface EndingState {
  readonly targets: readonly Target[];
  readonly because?: string | undefined;
  readonly agreedWith?: string | undefined;
  readonly promise?: string | undefined;
  readonly revisit?: Day | '' | undefined;
}

const keepArgument = v.object({ because: v.optional(v.string()) });
const letGoArgument = v.object({ because: v.optional(words) });
const changeArgument = v.object({
  agreedWith: v.optional(words),
  promise: v.optional(words),
  revisit: v.optional(v.string()),
  because: v.optional(v.string()),
});

/** `commonGround.commitments.keep {id, because?}` */
export async function keep(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<boolean> {
  const called = await readCall(desk, keepArgument, argument, more);
  const title = vscode.l10n.t('Kept');
  const state =
    called.given === undefined
      ? await askEnding(desk, tree, title, called, [becauseIfAny(vscode.l10n.t('How did it go?'))])
      : { targets: called.targets, because: called.given.because ?? '' };
  return end(desk, state, vscode.l10n.t('Kept.'), (id, { because }) => ({
    kind: 'keep',
    id,
    on: desk.today(),
    ...(because ? { because } : {}),
  }));
}

/** `commonGround.commitments.letGo {id, because}` */
export async function letGo(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<boolean> {
  const called = await readCall(desk, letGoArgument, argument, more);
  const title = vscode.l10n.t('Let go');
  const prompt = vscode.l10n.t('Why is it good to let it go?');
  const state = await askEnding(desk, tree, title, called, [
    {
      when: ({ because }) => because === undefined || called.given?.because === undefined,
      ask: async (current, place) => {
        const answer = await askWords(place, prompt, vscode.l10n.t('What we learned, or what matters more now'));
        return typeof answer === 'string' ? { ...current, because: answer } : answer;
      },
    },
  ]);
  return end(desk, state, vscode.l10n.t('Let go.'), (id, { because = '' }) => ({
    kind: 'letGo',
    id,
    on: desk.today(),
    because,
  }));
}

/** `commonGround.commitments.change {id, agreedWith, promise, revisit?}` */
export async function change(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  argument: unknown,
  more: unknown,
): Promise<boolean> {
  const called = await readCall(desk, changeArgument, argument, more);
  const revisit = readDay(called.given?.revisit, desk.today());
  const complete = called.given?.agreedWith !== undefined && called.given.promise !== undefined;
  const state = await askEnding(
    desk,
    tree,
    vscode.l10n.t('Changed'),
    called,
    changeSteps(desk, called, complete),
    revisit,
  );
  return end(desk, state, vscode.l10n.t('Changed. The new promise is in its place.'), (id, current) => {
    const [target] = current.targets;
    const { owner, from } = target?.commitment ?? {};
    return {
      kind: 'change',
      id,
      on: desk.today(),
      agreedWith: current.agreedWith ?? '',
      ...(current.because ? { because: current.because } : {}),
      successor: {
        id: target === undefined ? '' : desk.newId(target.list),
        promise: current.promise ?? '',
        made: desk.today(),
        ...(owner ? { owner } : {}),
        ...(current.revisit ? { revisit: current.revisit } : {}),
        ...(from ? { from } : {}),
      },
    };
  });
}

function changeSteps(
  desk: CommitmentDesk,
  { given }: Called<v.InferOutput<typeof changeArgument>>,
  complete: boolean,
): readonly FlowStep<EndingState>[] {
  return [
    {
      when: () => given?.agreedWith === undefined,
      ask: async (state, place) => {
        const prompt = vscode.l10n.t('With whom was the change agreed?');
        const answer = await askWords(
          place,
          prompt,
          vscode.l10n.t('The team, or those who count on it'),
          state.agreedWith,
        );
        return typeof answer === 'string' ? { ...state, agreedWith: answer } : answer;
      },
    },
    {
      when: () => given?.promise === undefined,
      ask: async (state, place) => {
        const old = state.targets[0]?.commitment.promise ?? '';
        const prompt = vscode.l10n.t('What is promised in its place?');
        const answer = await askWords(place, prompt, vscode.l10n.t('When …, I will …'), state.promise ?? old);
        return typeof answer === 'string' ? { ...state, promise: answer } : answer;
      },
    },
    {
      when: () => given?.revisit === undefined && !complete,
      ask: async (state, place) => {
        const answer = await askDay(place, desk.today(), vscode.l10n.t('When shall we look at it again?'));
        return typeof answer === 'string' ? { ...state, revisit: answer } : answer;
      },
    },
  ];
}

function becauseIfAny(prompt: string): FlowStep<EndingState> {
  return {
    ask: async (state, place) => {
      const answer = await askWordsIfAny(place, prompt);
      return typeof answer === 'string' ? { ...state, because: answer } : answer;
    },
  };
}

async function askEnding(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  title: string,
  called: Called<Partial<EndingState>>,
  steps: readonly FlowStep<EndingState>[],
  revisit?: Day,
): Promise<EndingState | undefined> {
  const open = (await desk.everything()).filter(({ commitment }) => commitment.state === 'open');
  const [only] = called.targets;
  const heading =
    called.targets.length === 1 && only !== undefined ? `${title}: ${promiseWord(only.commitment)}` : title;
  return runFlow<EndingState>(
    heading,
    { ...called.given, targets: called.targets, ...(revisit === undefined ? {} : { revisit }) },
    [promiseStep(desk, open, await likelyTarget(desk, tree)), ...steps],
  );
}

/** Writes the ending of all that were chosen, one step of undo per file. Answers whether there was anything to write. */
async function end(
  desk: CommitmentDesk,
  state: EndingState | undefined,
  done: string,
  edit: (id: string, state: EndingState) => CommitmentEdit,
): Promise<boolean> {
  if (state === undefined) {
    return false;
  }
  for (const list of new Set(state.targets.map((target) => target.list))) {
    const targets = state.targets.filter((target) => target.list === list);
    const { repairs, ids } = idsFirst(desk, targets);
    const edits = targets.map(({ commitment }) => edit(ids.get(commitment) ?? '', { ...state, targets }));
    await desk.write(list, [...repairs, ...edits], done, targets[0]?.file);
  }
  return true;
}

/**
 * A day as an argument says it.
 * @throws UserError when it is no day
 */
export function readDay(text: string | undefined, today: Day): Day | undefined {
  const day = text === undefined ? undefined : dayByWord(text, today);
  if (text !== undefined && day === undefined) {
    throw new UserError('commitments/bad-date', vscode.l10n.t('"{0}" is not a day that I know.', text));
  }
  return day;
}
