import * as v from 'valibot';
import * as vscode from 'vscode';
import { folderArgument, readArgument, words } from '../teamFile/argument.js';
import { type FlowStep, runFlow } from '../teamFile/flow.js';
import type { CommitmentTree } from './commitmentTree.js';
import type { CommitmentDesk, Target } from './desk.js';
import { askPromise } from './questions.js';
import { targetById } from './targets.js';
import { CommitmentNode } from './treeNodes.js';

/** What a command was called with: promises, if it was told which, and the rest of its argument, if it had one. */
export interface Called<T> {
  readonly targets: readonly Target[];
  /** Absent when a person called it from a menu or the palette: then what is missing is asked for. */
  readonly given: T | undefined;
}

const byId = v.object({ id: words, folder: v.optional(folderArgument) });

/** Promises handed from one command to another, which then asks for the rest as if they had been chosen in it. */
export class Chosen {
  constructor(readonly targets: readonly Target[]) {}
}

/**
 * Reads how a command was called: on nodes of the tree, with an object that names the id, or without anything.
 * @throws UserError when the argument is not understood or names no promise
 */
export async function readCall<S extends v.GenericSchema>(
  desk: CommitmentDesk,
  schema: S,
  argument: unknown,
  more: unknown,
): Promise<Called<v.InferOutput<S>>> {
  if (argument instanceof Chosen) {
    return { targets: argument.targets, given: undefined };
  }
  if (argument instanceof CommitmentNode) {
    const nodes = Array.isArray(more) ? more.filter((node) => node instanceof CommitmentNode) : [];
    const chosen = nodes.includes(argument) ? nodes : [argument];
    return { targets: chosen.map((node) => node.target()), given: undefined };
  }
  if (argument === undefined || argument === null) {
    return { targets: [], given: undefined };
  }
  const { id, folder } = readArgument(byId, argument);
  const given = readArgument(schema, argument);
  return { targets: [await targetById(desk, id, folder)], given };
}

/** The step that asks which promise, passed over when that is known. */
export function promiseStep<S extends { readonly targets: readonly Target[] }>(
  desk: CommitmentDesk,
  choices: readonly Target[],
  active?: Target,
): FlowStep<S> {
  let known: boolean | undefined;
  return {
    when: (state) => {
      known ??= state.targets.length > 0;
      return !known;
    },
    ask: async (state, place) => {
      const answer = await askPromise(desk, place, choices, state.targets[0] ?? active);
      return typeof answer === 'object' ? { ...state, targets: [answer] } : answer;
    },
  };
}

/** The promises a command is about: those it was called with, else the one the person chooses. None if they leave. */
export async function chosenTargets(
  desk: CommitmentDesk,
  tree: CommitmentTree,
  title: string,
  called: Called<unknown>,
  choices: (target: Target) => boolean = () => true,
): Promise<readonly Target[]> {
  if (called.targets.length > 0) {
    return called.targets;
  }
  const all = (await desk.everything()).filter(choices);
  const state = await runFlow<{ readonly targets: readonly Target[] }>(title, { targets: [] }, [
    promiseStep(desk, all, await likelyTarget(desk, tree)),
  ]);
  return state?.targets ?? [];
}

/** What the person is probably looking at: the promise under the cursor, else the one selected in the tree. */
export async function likelyTarget(desk: CommitmentDesk, tree: CommitmentTree): Promise<Target | undefined> {
  const all = await desk.everything();
  const editor = vscode.window.activeTextEditor;
  const list = editor === undefined ? undefined : desk.lists.ofFile(editor.document.uri);
  const file = list?.current?.shown;
  if (editor !== undefined && file?.text === editor.document.getText()) {
    const { itemAt } = await import('../../commitments/commitmentFile.js');
    const item = itemAt(file, editor.document.offsetAt(editor.selection.active));
    return all.find((target) => target.list === list && target.item === item);
  }
  const [node] = tree.selection;
  return all.find(({ commitment }) => commitment === node?.commitment);
}
