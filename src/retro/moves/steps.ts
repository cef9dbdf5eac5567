/** Moving the room from step to step, and its timer. */
import type { Stamp } from '../actor.js';
import type { StepEvent } from '../event.js';
import type { RetroState, Step, StepId, Timer } from '../model.js';
import { type RefusalCode, refuse } from '../refusal.js';
import { openBox } from './ballots.js';
import { startCircle } from './circle.js';
import { type Moves, without } from './move.js';

const minute = 60_000;

export const stepMoves: Moves<StepEvent> = {
  'step/next': (state, _event, stamp) => {
    const next = state.steps.findIndex((step, index) => index > nowIndex(state) && step.status !== 'skipped');
    return next < 0 ? refuse('step/last') : enter(state, next, stamp);
  },

  'step/back': (state, _event, stamp) => {
    const now = nowIndex(state);
    const before = state.steps.findLastIndex((step, index) => index < now && step.status !== 'skipped');
    return before < 0 ? refuse('step/first') : enter(state, before, stamp);
  },

  'step/goTo': (state, event, stamp) => {
    const target = state.steps.findIndex((step) => step.id === event.step);
    if (target < 0) {
      return refuse('step/unknown');
    }
    return target === nowIndex(state) ? state : enter(state, target, stamp);
  },

  'step/skip': (state, event) => {
    const index = state.steps.findIndex((step) => step.id === event.step);
    const step = state.steps[index];
    if (step === undefined) {
      return refuse('step/unknown');
    }
    if (index <= nowIndex(state)) {
      return refuse('step/place');
    }
    const steps = state.steps.with(index, { ...step, status: event.skip ? 'skipped' : 'upcoming' });
    const problem = planProblem(steps, state.sealed.entries > 0);
    return problem === undefined ? { ...state, steps } : refuse(problem);
  },

  'step/move': (state, event) => {
    const from = state.steps.findIndex((step) => step.id === event.step);
    const step = state.steps[from];
    if (step === undefined) {
      return refuse('step/unknown');
    }
    const now = nowIndex(state);
    if (from <= now || event.to <= now || event.to >= state.steps.length - 1 || from === state.steps.length - 1) {
      return refuse('step/place');
    }
    const steps = state.steps.toSpliced(from, 1).toSpliced(event.to, 0, step);
    return planProblem(steps, state.sealed.entries > 0) === undefined ? { ...state, steps } : refuse('step/place');
  },

  'timer/start': (state, event, { at }) => ({ ...state, timer: timerFor(nowStep(state).id, at, event.minutes) }),

  'timer/extend': (state, event, { at }) => extended(state, event.minutes, at),

  'timer/stop': (state) => (state.timer === undefined ? refuse('timer/none') : without(state, 'timer')),
};

/** The step the room is in. */
export function nowStep(state: Pick<RetroState, 'steps'>): Step {
  const step = state.steps.find((one) => one.status === 'now');
  if (step === undefined) {
    throw new Error('A retro is always in exactly one step.');
  }
  return step;
}

/** Goes into a step. What is jumped over stays to come, so that a slip is mended by going back. */
export function enter(state: RetroState, target: number, { at }: Pick<Stamp, 'at'>): RetroState {
  const now = nowIndex(state);
  const steps = state.steps.map((step, index): Step => {
    if (index === target) {
      return { ...step, status: 'now' };
    }
    if (index === now) {
      return { ...step, status: target > now ? 'done' : 'upcoming' };
    }
    return step;
  });
  const step = steps[target];
  if (step === undefined) {
    return state;
  }
  const cleared = without({ ...state, steps, ticks: [], requests: {} }, 'timer');
  const timed = step.minutes === undefined ? cleared : { ...cleared, timer: timerFor(step.id, at, step.minutes) };
  return begun(timed, step);
}

/** More time, from the planned end or from now, whichever is later. It answers "I need longer". */
export function extended(state: RetroState, minutes: number, at: number): RetroState {
  const step = nowStep(state).id;
  const from = Math.max(state.timer?.endsAt ?? at, at);
  const timer: Timer = { step, startedAt: state.timer?.startedAt ?? at, endsAt: from + minutes * minute };
  return { ...state, timer, requests: without(state.requests, 'longer') };
}

export function timerFor(step: StepId, at: number, minutes: number): Timer {
  return { step, startedAt: at, endsAt: at + minutes * minute };
}

/**
 * What is wrong with a list of steps: the last one is the close and cannot be left out, and whatever is written has to be
 * revealed afterwards.
 */
export function planProblem(
  steps: readonly (Pick<Step, 'kind'> & { readonly status?: Step['status'] })[],
  waiting = false,
): RefusalCode | undefined {
  const last = steps.at(-1);
  if (last?.kind !== 'close' || last.status === 'skipped') {
    return 'step/last';
  }
  const used = (kind: Step['kind']) => (step: (typeof steps)[number]) =>
    step.kind === kind && step.status !== 'skipped';
  const reveal = steps.findLastIndex(used('reveal'));
  const write = steps.findLastIndex(used('write'));
  return write > reveal || (waiting && reveal < 0) ? 'step/needed' : undefined;
}

function nowIndex(state: RetroState): number {
  return state.steps.findIndex((step) => step.status === 'now');
}

function begun(state: RetroState, step: Step): RetroState {
  switch (step.kind) {
    case 'circle':
      return state.circle?.step === step.id ? state : startCircle(state, step.id);
    case 'close':
      return openBox(openBox(state, 'dials', false), 'worth', false);
    default:
      return state;
  }
}
