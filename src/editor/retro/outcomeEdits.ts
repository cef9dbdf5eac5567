import type { CommitmentEdit } from '../../commitments/commitmentEdit.js';
import { type CommitmentFile, makeEdit, parseInSteps } from '../../commitments/commitmentFile.js';
import { nextId } from '../../commitments/commitmentId.js';
import type { NormsEdit } from '../../norms/normsEdit.js';
import * as normsFile from '../../norms/normsFile.js';
import type { AgreedNorm, NewCommitment, PromiseEnding, RetroOutcome } from '../../retro/outcome.js';
import type { Problem } from '../../yamlList/problem.js';
import { inTurns } from '../teamFile/inTurns.js';

/** The text of a file after the retro, or what in the file keeps it from being written. */
export type After = { readonly text: string } | { readonly problem: Problem };

/**
 * The commitments file with what the retro adds. What is there already is left as it is, so that a close that was
 * interrupted can be done again.
 * @param from the minutes, relative to the folder; absent when there are none.
 */
export async function commitmentsAfter(text: string, outcome: RetroOutcome, from: string | undefined): Promise<After> {
  let file = await inTurns(parseInSteps(text));
  const steps = [
    ...outcome.endings.map((ending) => (now: CommitmentFile) => endingEdits(now, ending, from)),
    ...outcome.commitments.map((one) => (now: CommitmentFile) => additionEdits(now, one, from)),
  ];
  for (const step of steps) {
    for (const edit of step(file)) {
      const result = makeEdit(file, edit);
      if (!result.ok) {
        return { problem: result.problem };
      }
      file = result.file;
    }
  }
  return { text: file.text };
}

/** The norms file with what everyone agreed on today. */
export async function normsAfter(text: string, norms: readonly AgreedNorm[]): Promise<After> {
  let file = await inTurns(normsFile.parseInSteps(text));
  for (const norm of norms) {
    for (const edit of normEdits(file, norm)) {
      const result = normsFile.makeEdit(file, edit);
      if (!result.ok) {
        return { problem: result.problem };
      }
      file = result.file;
    }
  }
  return { text: file.text };
}

function endingEdits(file: CommitmentFile, ending: PromiseEnding, from: string | undefined): readonly CommitmentEdit[] {
  const commitment = file.commitments.find(({ id }) => id === ending.id);
  if (commitment === undefined || commitment.state !== 'open') {
    return [];
  }
  const { id, on } = ending;
  const noted = commitment.notes?.some((note) => note.text === ending.note) ?? false;
  const note: readonly CommitmentEdit[] =
    ending.note === undefined || noted ? [] : [{ kind: 'note', id, on, text: ending.note }];
  switch (ending.kind) {
    case 'still':
      return note;
    case 'kept':
      return [...note, { kind: 'keep', id, on }];
    case 'letGo':
      return [...note, { kind: 'letGo', id, on, because: ending.because ?? '' }];
    case 'changed':
      return [...note, changeEdit(file, ending, commitment.owner, from)];
  }
}

function changeEdit(
  file: CommitmentFile,
  ending: PromiseEnding,
  owner: string | undefined,
  from: string | undefined,
): CommitmentEdit {
  const taken = new Set(file.commitments.map((commitment) => commitment.id));
  return {
    kind: 'change',
    id: ending.id,
    on: ending.on,
    agreedWith: ending.agreedWith ?? '',
    ...(ending.because === undefined ? {} : { because: ending.because }),
    successor: {
      id: nextId(Math.random, taken),
      promise: ending.promise ?? '',
      ...(owner === undefined ? {} : { owner }),
      made: ending.on,
      ...(from === undefined ? {} : { from }),
    },
  };
}

function additionEdits(file: CommitmentFile, one: NewCommitment, from: string | undefined): readonly CommitmentEdit[] {
  if (file.commitments.some((commitment) => commitment.id === one.id)) {
    return [];
  }
  const { how, ...rest } = one;
  const commitment = { ...rest, ...(from === undefined ? {} : { from }) };
  const add: CommitmentEdit = { kind: 'add', commitment };
  return how === undefined ? [add] : [add, { kind: 'note', id: one.id, on: one.made, text: how }];
}

function normEdits(file: normsFile.NormsFile, norm: AgreedNorm): readonly NormsEdit[] {
  const known = file.norms.find(({ id }) => id === norm.id);
  if (known === undefined) {
    const { adoptedOn, ...rest } = norm;
    return [{ kind: 'add', norm: { ...rest, adopted: adoptedOn } }];
  }
  if (known.text === norm.text && known.adopted) {
    return [];
  }
  return [
    ...(known.text === norm.text ? [] : [{ kind: 'edit', id: norm.id, set: { text: norm.text } } as const]),
    { kind: 'adopt', id: norm.id, on: norm.adoptedOn },
  ];
}
