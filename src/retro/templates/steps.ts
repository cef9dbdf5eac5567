import type { StepKind, StepPlan } from '../model.js';

/** What a template says about one step: its kind alone, or with more. */
export type StepSketch = StepKind | (Omit<StepPlan, 'id'> & { readonly id?: string });

/** Gives each step an id: its kind, with a number from the second of a kind on. */
export function planned(sketches: readonly StepSketch[]): readonly StepPlan[] {
  const used = new Map<StepKind, number>();
  return sketches.map((sketch) => {
    const step = typeof sketch === 'string' ? { kind: sketch } : sketch;
    const number = (used.get(step.kind) ?? 0) + 1;
    used.set(step.kind, number);
    return { ...step, id: number === 1 ? step.kind : `${step.kind}-${number}` };
  });
}
