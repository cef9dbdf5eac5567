import { isCalendarDay } from '../yamlList/day.js';
import type { ListKind } from '../yamlList/listFile.js';
import { ItemReader } from '../yamlList/reading.js';
import type { Value } from '../yamlList/value.js';
import type { Norm } from './norm.js';

/** The keys of a norm, in the order in which they are written. */
export const normKeys = ['id', 'text', 'why', 'adopted'] as const;

const known: ReadonlySet<string> = new Set(normKeys);

/** What a norms file is a list of. */
export const normKind: ListKind<Norm> = { listKey: 'norms', version: 1, keyOrder: normKeys, read: readNorm };

function readNorm(value: Value, source: string): ReturnType<ListKind<Norm>['read']> {
  const reader = new ItemReader(value, source);
  const id = reader.text('id')?.text.trim() ?? '';
  const text = reader.text('text')?.text.trim() ?? '';
  const why = reader.text('why')?.text.trim();
  if (value.kind === 'map' && id === '') {
    reader.report('missing-id', 'An id is missing: without one this norm cannot be changed from here.', reader.head);
  }
  if (value.kind === 'map' && text === '') {
    reader.report('missing-text', 'What does the norm say? "text:" is missing.', reader.head);
  }
  const adopted = readAdopted(reader);
  const model: Norm = {
    id,
    text,
    ...(why ? { why } : {}),
    ...(adopted ? { adopted } : {}),
    extra: reader.extra(known),
  };
  return { model, id, problems: reader.problems };
}

function readAdopted(reader: ItemReader): string | undefined {
  const written = reader.text('adopted');
  const day = written?.text.trim();
  if (!written || !day || isCalendarDay(day)) {
    return day || undefined;
  }
  const message = `"${day}" is no day that exists: days are written as 2026-11-20.`;
  reader.report('bad-date', message, written, { key: 'adopted', day });
  return undefined;
}
