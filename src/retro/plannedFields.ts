/** Takes from the state, and from the things in it, the fields that the plan lets through to a place. */
import type { FieldFate, Place } from './fieldPlan.js';

/** What is in a field: a thing or list of things (`of`), or a record of them (`each`). */
interface Inner {
  readonly of?: AnyPlan;
  readonly each?: AnyPlan;
}
type AnyPlan = Readonly<Record<string, FieldFate & Inner>>;

/** The names of the fields that have one of these fates in a place. */
export type FieldsWith<Plan, At extends Place, Fate extends FieldFate[At]> = {
  [Name in keyof Plan]: Plan[Name] extends Readonly<Record<At, infer Its>>
    ? [Its] extends [Fate]
      ? Name
      : never
    : never;
}[keyof Plan];

type Passing<At extends Place> = Exclude<FieldFate[At], 'gone' | 'shaped' | 'never'>;

/**
 * The fields of a thing that have one fate in a place. What is in them is trimmed as by {@link trimmed}.
 * @param thing of the type that `plan` is for
 */
export function fieldsWith<T extends object, Plan extends AnyPlan, At extends Place, Fate extends Passing<At>>(
  thing: T,
  plan: Plan,
  at: At,
  fate: Fate,
): Pick<T, FieldsWith<Plan, At, Fate> & keyof T> {
  return taken(thing, plan, at, (one) => one === fate) as Pick<T, FieldsWith<Plan, At, Fate> & keyof T>;
}

/**
 * A thing with the fields alone that may go to a place, at any depth. Where nothing is left out it is the same object; otherwise the same
 * object gives the same copy each time, so that two views of it can be compared quickly.
 */
export function trimmed<T extends object, Plan extends AnyPlan, At extends Place>(
  thing: T,
  plan: Plan,
  at: At,
): Pick<T, FieldsWith<Plan, At, Passing<At>> & keyof T> {
  return within(thing, { of: plan }, at) as Pick<T, FieldsWith<Plan, At, Passing<At>> & keyof T>;
}

const passing: readonly string[] = ['kept', 'byLevel', 'sent'] satisfies readonly Passing<Place>[];
const passes = (fate: string): boolean => passing.includes(fate);

function taken(thing: object, plan: AnyPlan, at: Place, takes: (fate: string) => boolean): object {
  const entries = Object.entries(thing).flatMap(([name, value]) => {
    const fate = Object.hasOwn(plan, name) ? plan[name] : undefined;
    return fate !== undefined && takes(fate[at]) ? [[name, within(value, fate, at)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A value with what may go to the place alone. */
function within(value: unknown, inner: Inner, at: Place): unknown {
  const plan = inner.of ?? inner.each;
  if (plan === undefined || typeof value !== 'object' || value === null || isWhole(plan, at)) {
    return value;
  }
  return remembered(value, plan, at, () => {
    if (Array.isArray(value)) {
      return value.map((item) => within(item, inner, at));
    }
    return inner.of === undefined ? eachWithin(value, plan, at) : taken(value, plan, at, passes);
  });
}

function eachWithin(record: object, plan: AnyPlan, at: Place): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, within(value, { of: plan }, at)]));
}

/** Whether a plan lets everything through to a place. */
function isWhole(plan: AnyPlan, at: Place): boolean {
  const known = wholes[at].get(plan);
  if (known !== undefined) {
    return known;
  }
  const whole = Object.values(plan).every((fate) => {
    const inner = fate.of ?? fate.each;
    return passes(fate[at]) && (inner === undefined || isWhole(inner, at));
  });
  wholes[at].set(plan, whole);
  return whole;
}

const wholes: Readonly<Record<Place, WeakMap<AnyPlan, boolean>>> = {
  end: new WeakMap(),
  journal: new WeakMap(),
  view: new WeakMap(),
};
const copies: Readonly<Record<Place, WeakMap<AnyPlan, WeakMap<object, object>>>> = {
  end: new WeakMap(),
  journal: new WeakMap(),
  view: new WeakMap(),
};

function remembered(thing: object, plan: AnyPlan, at: Place, make: () => object): object {
  const known = copies[at].get(plan) ?? new WeakMap<object, object>();
  copies[at].set(plan, known);
  const copy = known.get(thing) ?? make();
  known.set(thing, copy);
  return copy;
}
