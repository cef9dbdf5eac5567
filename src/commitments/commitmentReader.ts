import type { ListKind } from '../yamlList/listFile.js';
import { ItemReader, isNothing } from '../yamlList/reading.js';
import { entryAt, type Value } from '../yamlList/value.js';
import {
  type Commitment,
  type CommitmentState,
  commitmentStates,
  type Day,
  type Ending,
  type Note,
} from './commitment.js';
import { isDay } from './days.js';

/** The keys of a commitment, in the order in which they are written. */
export const commitmentKeys = [
  'id',
  'promise',
  'owner',
  'made',
  'revisit',
  'from',
  'state',
  'ending',
  'notes',
] as const;
export const endingKeys = ['on', 'because', 'agreed-with', 'successor'] as const;
export const noteKeys = ['on', 'text'] as const;

const known: ReadonlySet<string> = new Set(commitmentKeys);
const none: readonly Note[] = [];

/** What a commitments file is a list of. */
export const commitmentKind: ListKind<Commitment> = {
  listKey: 'commitments',
  version: 1,
  keyOrder: commitmentKeys,
  read: readCommitment,
};

function readCommitment(value: Value, source: string): ReturnType<ListKind<Commitment>['read']> {
  const reader = new ItemReader(value, source);
  const id = readId(reader);
  const promise = reader.text('promise')?.text.trim() ?? '';
  if (promise === '' && value.kind === 'map') {
    reader.report('missing-promise', 'What is promised here? "promise:" is missing.', reader.head);
  }
  const owner = reader.text('owner')?.text.trim();
  const made = readDay(reader, 'made');
  const revisit = readDay(reader, 'revisit');
  const from = reader.text('from')?.text.trim();
  const state = readState(reader);
  const ending = readEnding(reader);
  const model: Commitment = {
    id,
    promise,
    ...(owner ? { owner } : {}),
    ...(made ? { made } : {}),
    ...(revisit ? { revisit } : {}),
    ...(from ? { from } : {}),
    state,
    ...(ending ? { ending } : {}),
    notes: readNotes(reader),
    extra: reader.extra(known),
  };
  return { model, id, problems: reader.problems };
}

function readId(reader: ItemReader): string {
  const written = reader.text('id');
  const id = written?.text.trim() ?? '';
  if (id === '') {
    if (reader.value.kind === 'map') {
      reader.report(
        'missing-id',
        'An id is missing: without one this commitment cannot be changed from the tree.',
        reader.head,
      );
    }
  } else if (written && /[\s\p{Cc}]/u.test(id)) {
    reader.report('bad-id', `An id is one word, such as 7f3a9c21: "${id}".`, written, { id }, 'warning');
  }
  return id;
}

function readState(reader: ItemReader): CommitmentState {
  const written = reader.text('state');
  if (!written) {
    return 'open';
  }
  const state = commitmentStates.find((one) => one === written.text);
  if (!state) {
    const args = { state: written.text, states: commitmentStates.join(', ') };
    reader.report('unknown-state', `"${args.state}" is no state that is known: ${args.states}.`, written, args);
  }
  return state ?? 'open';
}

function readDay(reader: ItemReader, key: string, within?: Value): Day | undefined {
  const written = reader.text(key, within);
  if (!written) {
    return undefined;
  }
  const day = written.text.trim();
  if (isDay(day)) {
    return day;
  }
  reader.report('bad-date', `"${day}" is no day that exists: days are written as 2026-11-20.`, written, { key, day });
  return undefined;
}

function readEnding(reader: ItemReader): Ending | undefined {
  const value = entryAt(reader.value, 'ending')?.value;
  if (!value || isNothing(value)) {
    return undefined;
  }
  if (value.kind !== 'map') {
    reader.report('wrong-type', '"ending" holds keys and values: on, because, agreed-with, successor.', value, {
      key: 'ending',
    });
    return undefined;
  }
  const on = readDay(reader, 'on', value);
  const because = reader.text('because', value)?.text.trim();
  const agreedWith = reader.text('agreed-with', value)?.text.trim();
  const successor = reader.text('successor', value)?.text.trim();
  return {
    ...(on ? { on } : {}),
    ...(because ? { because } : {}),
    ...(agreedWith ? { agreedWith } : {}),
    ...(successor ? { successor } : {}),
  };
}

function readNotes(reader: ItemReader): readonly Note[] {
  const value = entryAt(reader.value, 'notes')?.value;
  if (!value || isNothing(value)) {
    return none;
  }
  if (value.kind !== 'list') {
    reader.report('wrong-type', '"notes" holds a list: each note begins with "- ".', value, { key: 'notes' });
    return none;
  }
  return value.items.flatMap((item) => readNote(reader, item));
}

/** A note may be a text alone, as people write it by hand. */
function readNote(reader: ItemReader, item: Value): readonly Note[] {
  if (item.kind === 'text') {
    return item.text.trim() === '' ? [] : [{ text: item.text.trim() }];
  }
  if (item.kind !== 'map') {
    reader.report('wrong-type', 'A note holds "on" and "text".', item, { key: 'notes' });
    return [];
  }
  const on = readDay(reader, 'on', item);
  const text = reader.text('text', item)?.text.trim() ?? '';
  return [{ ...(on ? { on } : {}), text }];
}
