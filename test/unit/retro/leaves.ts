/**
 * Every text of a state, found by the schema of the state: a new field is found by itself, and a kind of schema that this walk does not
 * know is an error.
 */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { brokenInvariants } from '../../../src/retro/invariants.js';
import type { Box, BoxName, RetroState } from '../../../src/retro/model.js';
import { stateSchema } from '../../../src/retro/stateSchema.js';

/** A text that people or files wrote, somewhere in a state. */
export interface Leaf {
  /** As the schema has it: `cards[].text`, `words{}`. */
  readonly path: string;
  /** As this state has it: `['cards', 3, 'text']`. */
  readonly at: readonly (string | number)[];
  readonly text: string;
}

/** What of valibot's schemas the walk reads. */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly Schema[];
  readonly pipe?: readonly { readonly kind: string; readonly type: string }[];
}
type Place = Pick<Leaf, 'path' | 'at'>;
/** Called with each place, its schema, and its value (`undefined`: the state has none there). */
type Visit = (place: Place, schema: Schema, value: unknown) => void;

const root = stateSchema as unknown as Schema;
const noText = ['number', 'boolean', 'picklist', 'literal', 'custom'];

/** A string that may be anything: ids and days have a pattern, choices are lists. */
function isText({ type, pipe = [] }: Schema): boolean {
  return type === 'string' && pipe.every((step) => !['regex', 'iso_date', 'check'].includes(step.type));
}

function walk(schema: Schema, value: unknown, place: Place, visit: Visit): void {
  visit(place, schema, value);
  const { path, at } = place;
  if (schema.type === 'exact_optional') {
    walk(schema.wrapped ?? fail(schema), value, place, visit);
  } else if (schema.entries !== undefined) {
    for (const [name, inner] of Object.entries(schema.entries)) {
      const dot = path === '' ? name : `${path}.${name}`;
      walk(inner, (value as Record<string, unknown> | undefined)?.[name], { path: dot, at: [...at, name] }, visit);
    }
  } else if (schema.type === 'array') {
    const items = value === undefined ? [undefined] : (value as readonly unknown[]);
    items.forEach((item, index) => {
      walk(schema.item ?? fail(schema), item, { path: `${path}[]`, at: [...at, index] }, visit);
    });
  } else if (schema.type === 'record') {
    const entries = value === undefined ? [['', undefined] as const] : Object.entries(value as object);
    for (const [key, item] of entries) {
      walk(schema.value ?? fail(schema), item, { path: `${path}{}`, at: [...at, key] }, visit);
    }
  } else if (schema.options !== undefined && typeof schema.options[0] === 'object') {
    for (const option of schema.options
      .filter((one) => value === undefined || fits(one, value))
      .slice(0, value ? 1 : 9)) {
      walk(option, value, place, visit);
    }
  } else if (schema.type !== 'string' && !noText.includes(schema.type)) {
    fail(schema);
  }
}

function fits(schema: Schema, value: unknown): boolean {
  return v.is(schema as unknown as v.GenericSchema, value);
}

function fail({ type }: Schema): never {
  throw new Error(`The walk over the state does not know the schema "${type}". Teach it, so that no text is missed.`);
}

/** Every text of this state. @throws where the state has a field that its schema has not */
export function leaves(state: RetroState): readonly Leaf[] {
  const found: Leaf[] = [];
  walk(root, state, { path: '', at: [] }, (place, schema, value) => {
    if (isText(schema) && typeof value === 'string') {
      found.push({ ...place, text: value });
    }
    const unknown = schema.entries && value ? Object.keys(value).filter((key) => !(key in (schema.entries ?? {}))) : [];
    if (unknown.length > 0 && schema.type === 'object') {
      throw new Error(`${place.path} has ${unknown.join(', ')}, and its schema has not.`);
    }
  });
  return found;
}

/** The paths of all texts that a state can have. */
export function allPaths(): ReadonlySet<string> {
  const paths = new Set<string>();
  walk(root, undefined, { path: '', at: [] }, ({ path }, schema) => {
    if (isText(schema)) {
      paths.add(path);
    }
  });
  return paths;
}

/** Gives every text of the state, and every count of a secret question, a mark that stands nowhere else in it. */
export function marked(state: RetroState): RetroState {
  const copy = filled(state);
  leaves(copy).forEach(({ at }, index) => {
    set(copy, at, `mark${String(index).padStart(5, '0')}x`);
  });
  return numbered(copy);
}

/** The counts of secret questions as numbers that stand nowhere else; their sum is another number. */
function numbered(state: RetroState): RetroState {
  const names = Object.keys(state.boxes) as BoxName[];
  const boxes = names.map((name, index): readonly [BoxName, Box] => {
    const { status, counts } = state.boxes[name] ?? assert.fail();
    return [name, { status, counts: counts.map((row) => row.map((_, at) => [countMark(index), 4][at] ?? 0)) }];
  });
  return { ...state, boxes: Object.fromEntries(boxes) };
}

/** The number that marks the counts of the box in this place; larger than any other number of a retro in a test. */
export function countMark(index: number): number {
  return 3_100_001 + 10 * index;
}

/**
 * The state with texts where it has none so far: fields that may be absent, and lists that are empty. What would make it a state that
 * cannot be is left as it was.
 */
function filled(state: RetroState): RetroState {
  const copy = structuredClone(state);
  // What was filled in may have fields that may be absent.
  for (let round = 0; round < 3; round += 1) {
    for (const [at, schema] of gaps(copy)) {
      const before = get(copy, at);
      set(copy, at, sample(schema));
      if (brokenInvariants(copy).length > 0) {
        set(copy, at, before);
      }
    }
  }
  return copy;
}

function gaps(state: RetroState): readonly (readonly [at: Leaf['at'], schema: Schema])[] {
  const found: (readonly [Leaf['at'], Schema])[] = [];
  walk(root, state, { path: '', at: [] }, ({ at }, schema, value) => {
    const isAbsent =
      schema.type === 'exact_optional' && value === undefined && get(state, at.slice(0, -1)) !== undefined;
    if (isAbsent && hasText(schema)) {
      found.push([at, schema.wrapped ?? fail(schema)]);
    } else if (schema.type === 'array' && Array.isArray(value) && value.length === 0 && hasText(schema)) {
      found.push([[...at, 0], schema.item ?? fail(schema)]);
    }
  });
  return found;
}

function hasText(schema: Schema): boolean {
  let has = false;
  walk(schema, undefined, { path: '', at: [] }, (_place, inner) => {
    has ||= isText(inner);
  });
  return has;
}

let samples = 0;

/** The smallest value that the schema takes. */
function sample(schema: Schema & { readonly literal?: unknown }): unknown {
  samples += 1;
  switch (schema.type) {
    case 'string':
      return schema.pipe?.some((step) => step.type === 'iso_date') === true ? '2026-01-02' : `sample${samples}`;
    case 'number':
      return 1;
    case 'boolean':
      return false;
    case 'literal':
      return schema.literal;
    case 'picklist':
      return schema.options?.[0];
    case 'array':
      return [];
    case 'record':
      return {};
    case 'variant':
    case 'union':
      return sample(schema.options?.[samples % schema.options.length] ?? fail(schema));
    case 'object': {
      const needed = Object.entries(schema.entries ?? {}).filter(([, inner]) => inner.type !== 'exact_optional');
      return Object.fromEntries(needed.map(([name, inner]) => [name, sample(inner)]));
    }
    default:
      return fail(schema);
  }
}

export function get(value: unknown, at: Leaf['at']): unknown {
  return at.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

function set(value: object, at: Leaf['at'], next: unknown): void {
  const inner = get(value, at.slice(0, -1)) as Record<string | number, unknown> & { length?: number };
  const key = at.at(-1) ?? '';
  if (next !== undefined) {
    inner[key] = next;
  } else if (Array.isArray(inner)) {
    inner.length = Number(key);
  } else {
    delete inner[key];
  }
}
