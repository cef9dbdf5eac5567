/** The shape of what a retro starts from: templates, people, promises, norms, an imported board. */
import * as v from 'valibot';
import {
  anonymitySchema,
  daySchema,
  fileIdSchema,
  idSchema,
  levelSchema,
  nameSchema,
  titleSchema,
} from './eventSchema.js';
import { limits } from './limits.js';
import { type RetroTemplate, stepKinds } from './model.js';
import { planProblem } from './moves/steps.js';
import { nameProblem } from './names.js';
import { sameName } from './people.js';
import { refusalTexts } from './refusal.js';
import type { DifferentFields, NothingOf } from './sameType.js';
import type { RetroSetup } from './setup.js';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.text));
/** Text of files that others write, by hand or with other tools; longer than what is typed here. */
const longText = v.pipe(v.string(), v.maxLength(20 * limits.text));
const personName = v.pipe(
  nameSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? nameProblem(dataset.value) : undefined;
    if (problem !== undefined) {
      addIssue({ message: refusalTexts[problem] });
    }
  }),
);
const time = v.pipe(v.number(), v.finite());
const votes = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(limits.votesBudget));

export const promptSchema = v.object({ id: idSchema, title: titleSchema, hint: v.exactOptional(text) });

export const stepPlanEntries = {
  id: idSchema,
  kind: v.picklist(stepKinds),
  title: v.exactOptional(titleSchema),
  guide: v.exactOptional(text),
  minutes: v.exactOptional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(limits.minutes))),
  prompts: v.exactOptional(v.array(idSchema)),
};

const template = v.pipe(
  v.object({
    id: idSchema,
    name: titleSchema,
    about: v.pipe(v.string(), v.maxLength(limits.text)),
    prompts: v.array(promptSchema),
    steps: v.pipe(v.array(v.object(stepPlanEntries)), v.minLength(1), v.maxLength(60)),
    votes: v.exactOptional(v.object({ budget: votes, cap: votes })),
    confidentiality: v.exactOptional(levelSchema),
    anonymity: v.exactOptional(anonymitySchema),
    heard: v.exactOptional(v.boolean()),
    incident: v.exactOptional(v.boolean()),
  }),
  v.check(({ steps }) => planProblem(steps) === undefined, 'The steps do not lead to an end.'),
  v.check(({ steps }) => unique(steps.map((step) => step.id)), 'Two steps have the same id.'),
  v.check(({ prompts }) => unique(prompts.map((prompt) => prompt.id)), 'Two prompts have the same id.'),
);
export const templateSchema: v.GenericSchema<unknown, RetroTemplate> = template;

/** Does not compile while the schema and {@link RetroTemplate} differ in a field; the error names it. */
export type TemplatesDiffer = NothingOf<DifferentFields<RetroTemplate, v.InferOutput<typeof template>>>;

export const openPromiseEntries = {
  id: fileIdSchema,
  promise: longText,
  owner: longText,
  made: v.string(),
  revisit: v.exactOptional(v.string()),
};

export const boardSchema = v.pipe(
  v.object({
    cards: v.pipe(v.array(v.object({ id: idSchema, prompt: idSchema, text })), v.maxLength(limits.cards)),
    groups: v.pipe(
      v.array(v.object({ id: idSchema, name: titleSchema, cards: v.pipe(v.array(idSchema), v.minLength(1)) })),
      v.maxLength(limits.groups),
    ),
  }),
  v.check(
    ({ cards, groups }) => unique([...cards, ...groups].map((thing) => thing.id)) && fits(cards, groups),
    'A group names a card that is not there, or two things have the same id.',
  ),
);

const setup = v.pipe(
  v.object({
    id: idSchema,
    title: titleSchema,
    date: daySchema,
    at: time,
    mode: v.picklist(['shared', 'room']),
    template: templateSchema,
    people: v.pipe(
      v.array(v.object({ id: idSchema, name: personName, influence: v.exactOptional(v.boolean()) })),
      v.minLength(1),
      v.maxLength(limits.participants),
    ),
    facilitator: idSchema,
    confidentiality: v.exactOptional(levelSchema),
    anonymity: v.exactOptional(anonymitySchema),
    promises: v.exactOptional(v.array(v.object(openPromiseEntries))),
    norms: v.exactOptional(
      v.array(
        v.object({
          id: fileIdSchema,
          text: longText,
          why: v.exactOptional(longText),
          adoptedOn: v.exactOptional(v.string()),
        }),
      ),
    ),
    circleStart: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    board: v.exactOptional(boardSchema),
  }),
  v.check(
    ({ people, facilitator }) => people.some((person) => person.id === facilitator),
    'The facilitator is not in the room.',
  ),
  v.check(({ people }) => unique(people.map((person) => person.id)), 'Two people have the same id.'),
  v.check(({ promises = [] }) => unique(promises.map((promise) => promise.id)), 'Two promises have the same id.'),
  v.check(
    ({ norms = [], board }) =>
      unique([...norms, ...(board?.cards ?? []), ...(board?.groups ?? [])].map((one) => one.id)),
    'Two norms have the same id.',
  ),
  v.check(
    ({ people }) => distinctNames(people.map((person) => person.name)),
    'Two people have the same name, or names that look alike.',
  ),
);
export const setupSchema: v.GenericSchema<unknown, RetroSetup> = setup;

/** Does not compile while the schema and {@link RetroSetup} differ in a field; the error names it. */
export type SetupsDiffer = NothingOf<DifferentFields<RetroSetup, v.InferOutput<typeof setup>>>;

export function unique(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

function distinctNames(names: readonly string[]): boolean {
  return names.every((one, index) => !names.slice(index + 1).some((other) => sameName(one, other)));
}

function fits(
  cards: readonly { readonly id: string }[],
  groups: readonly { readonly cards: readonly string[] }[],
): boolean {
  const ids = new Set(cards.map((card) => card.id));
  const grouped = groups.flatMap((group) => group.cards);
  return unique(grouped) && grouped.every((id) => ids.has(id));
}
