import type { RetroState, RetroTemplate, Step, StepKind, StepPlan } from './model.js';
import { enter } from './moves/steps.js';
import type { RetroSetup } from './setup.js';

/** The first moment of a retro. The setup was checked by `setupSchema`. */
export function startRetro(setup: RetroSetup): RetroState {
  const { template } = setup;
  const promises = setup.promises ?? [];
  const state: RetroState = {
    id: setup.id,
    title: setup.title,
    date: setup.date,
    startedAt: setup.at,
    mode: setup.mode,
    template,
    steps: plannedSteps(template, promises.length > 0),
    participants: setup.people.map((person) => ({
      id: person.id,
      name: person.name,
      influence: person.influence ?? false,
      presence: 'here',
      since: setup.at,
    })),
    facilitator: setup.facilitator,
    confidentiality: setup.confidentiality ?? template.confidentiality ?? 'team',
    anonymity: setup.anonymity ?? template.anonymity ?? 'anonymous',
    promises,
    norms: (setup.norms ?? []).map((norm) => ({ ...norm, hands: {} })),
    cards: setup.board?.cards ?? [],
    groups: setup.board?.groups ?? [],
    circleStart: setup.circleStart ?? 0,
    vote: { status: 'waiting', ...(template.votes ?? { budget: 5, cap: 3 }), ballots: 0, totals: {} },
    ...nothingYet,
  };
  return enter(state, 0, { at: setup.at });
}

const nothingYet = {
  requests: {},
  ticks: [],
  words: {},
  safetyFirst: false,
  boxes: {},
  tallies: {},
  sealed: { pool: [], entries: 0 },
  groupsBefore: [],
  heard: [],
  talk: { topics: {}, proposals: [] },
  commitments: [],
  appreciations: [],
  lowered: {},
} as const;

/** Open promises come first, always: they are put in where the template forgot them, and left out where none are open. */
function plannedSteps(template: RetroTemplate, promises: boolean): readonly Step[] {
  const plan = [...template.steps];
  if (promises && !plan.some((step) => step.kind === 'promises')) {
    const place = plan[0]?.kind === 'arrive' ? 1 : 0;
    plan.splice(place, 0, { id: freeId(plan, 'promises'), kind: 'promises' });
  }
  return plan.map((step, index) => ({
    ...step,
    status: step.kind === 'promises' && !promises ? 'skipped' : index === 0 ? 'now' : 'upcoming',
  }));
}

function freeId(plan: readonly StepPlan[], kind: StepKind): string {
  const ids = new Set(plan.map((step) => step.id));
  return ids.has(kind) ? `${kind}-first` : kind;
}
