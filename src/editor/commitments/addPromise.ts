import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Day } from '../../commitments/commitment.js';
import { plainName } from '../../retro/plainName.js';
import { folderArgument, readArgument, words } from '../teamFile/argument.js';
import { askPick, type FlowStep, runFlow } from '../teamFile/flow.js';
import { gitUserName } from '../teamFile/gitUser.js';
import type { CommitmentDesk, CommitmentList } from './desk.js';
import { readDay } from './endings.js';
import { askDay, askOwner, askWords } from './questions.js';
import { askFrom, Sources } from './sources.js';

const addArgument = v.object({
  promise: words,
  owner: v.optional(words),
  revisit: v.optional(v.string()),
  from: v.optional(words),
  folder: v.optional(folderArgument),
  /** For a promise that was given an id where it was made, as in a retro. */
  id: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'must be 8 hex digits'))),
});

interface AddState {
  readonly list: CommitmentList | undefined;
  readonly promise?: string;
  readonly owner?: string;
  readonly revisit?: Day | '';
  readonly from?: string;
  readonly id?: string;
}

/** `commonGround.commitments.add {promise, owner?, revisit?, from?, folder?}`. Answers the new promise's id. */
export async function addPromise(desk: CommitmentDesk, argument: unknown): Promise<string | undefined> {
  const state = argument === undefined || argument === null ? await askAll(desk) : await readAll(desk, argument);
  if (state?.list === undefined) {
    return undefined;
  }
  await state.list.ready();
  const id = state.id ?? desk.newId(state.list);
  const { promise = '', owner, revisit, from } = state;
  const commitment = {
    id,
    promise,
    ...(owner ? { owner: plainName(owner) } : {}),
    made: desk.today(),
    ...(revisit ? { revisit } : {}),
    ...(from ? { from } : {}),
  };
  await desk.write(state.list, [{ kind: 'add', commitment }], vscode.l10n.t('Promised.'));
  return id;
}

async function readAll(desk: CommitmentDesk, argument: unknown): Promise<AddState> {
  const { promise, owner, revisit, from, folder, id } = readArgument(addArgument, argument);
  const list = folder === undefined ? await desk.lists.only() : desk.lists.named(folder);
  const taker = owner ?? (await gitUserName(list.file.folder.uri));
  const day = readDay(revisit, desk.today());
  return {
    list,
    promise,
    ...(taker === undefined ? {} : { owner: taker }),
    ...(day === undefined ? {} : { revisit: day }),
    ...(from === undefined ? {} : { from }),
    ...(id === undefined ? {} : { id }),
  };
}

/** Asks for everything, one thing at a time. */
async function askAll(desk: CommitmentDesk): Promise<AddState | undefined> {
  const lists = desk.lists.all();
  if (lists.length === 0) {
    await desk.lists.only();
  }
  const first: AddState = { list: lists.length === 1 ? lists[0] : undefined };
  return runFlow<AddState>(vscode.l10n.t('Make a promise'), first, [
    folderStep(desk, lists),
    {
      ask: async (state, place) => {
        const prompt = vscode.l10n.t('What do you promise? Small, and with an occasion, is easiest to keep.');
        const answer = await askWords(place, prompt, vscode.l10n.t('When …, I will …'), state.promise);
        return typeof answer === 'string' ? { ...state, promise: answer } : answer;
      },
    },
    {
      ask: async (state, place) => {
        const me = state.list === undefined ? undefined : await gitUserName(state.list.file.folder.uri);
        const answer = await askOwner(place, me);
        return typeof answer === 'string' ? { ...state, owner: answer } : answer;
      },
    },
    {
      ask: async (state, place) => {
        const answer = await askDay(place, desk.today(), vscode.l10n.t('When shall we look at it again?'));
        return typeof answer === 'string' ? { ...state, revisit: answer } : answer;
      },
    },
    fromStep(new Sources(lists)),
  ]);
}

/** Only where there is something that it can have come from. */
function fromStep(sources: Sources): FlowStep<AddState> {
  return {
    when: ({ list }) => sources.of(list).length > 0,
    ask: async (state, place) => {
      const answer = await askFrom(place, sources.of(state.list));
      return typeof answer === 'string' ? { ...state, from: answer } : answer;
    },
  };
}

function folderStep(desk: CommitmentDesk, lists: readonly CommitmentList[]): FlowStep<AddState> {
  return {
    when: () => lists.length > 1,
    ask: async (state, place) => {
      await desk.lists.ready();
      const answer = await askPick<CommitmentList>(place, {
        placeholder: vscode.l10n.t('In which team?'),
        items: lists.map((list) => ({
          label: list.file.folder.name,
          description: list.current?.missing === true ? vscode.l10n.t('no list yet') : '',
          value: list,
        })),
        ...(state.list === undefined ? {} : { active: state.list }),
      });
      return typeof answer === 'object' ? { ...state, list: answer } : answer;
    },
  };
}
