/** A retro as JSON, for other tools and for looking back, and the way back in. What may not leave is not in it. */
import * as v from 'valibot';
import { canBeShown } from './ballots.js';
import { kept } from './confidentiality.js';
import { idSchema } from './eventSchema.js';
import { limits } from './limits.js';
import { fileEntries } from './minutes.js';
import type { RetroState, RetroTemplate } from './model.js';
import { nameOf } from './people.js';
import type { RetroSetup } from './setup.js';
import { boardSchema, promptSchema } from './setupSchema.js';
import { builtInTemplates } from './templates/builtIn.js';
import { totalsCanBeShown } from './votes.js';

const format = 'common-ground-retro';
const version = 1;

/** Everything that may go to `level`, indented, with a last line end. */
export function exportJson(state: RetroState, level: 'team' | 'repo'): string {
  const all = kept(state, level);
  const { commitments, endings, norms } = fileEntries(all);
  const archive = {
    format,
    version,
    title: all.title,
    date: all.date,
    template: { id: all.template.id, name: all.template.name },
    prompts: all.template.prompts,
    people: all.participants.filter((person) => person.presence !== 'left').length,
    cards: all.cards,
    groups: all.groups,
    topics: topics(all),
    heard: all.heard.map((line) => line.text),
    appreciations: all.appreciations.map(({ to, text }) => ({ ...named(all, to), text })),
    commitments,
    promises: endings,
    norms,
    pictures: {
      ...(canBeShown(all.boxes.dials) ? { dials: all.boxes.dials.counts } : {}),
      ...(canBeShown(all.boxes.worth) ? { worth: all.boxes.worth.counts[0] } : {}),
    },
  };
  return `${JSON.stringify(archive, undefined, 2)}\n`;
}

function topics(state: RetroState) {
  return Object.entries(state.talk.topics).map(([id, topic]) => ({
    id,
    purpose: topic.purpose,
    ...(totalsCanBeShown(state) ? { votes: state.vote.totals[id] ?? 0 } : {}),
    notes: topic.notes.map((note) => note.text),
  }));
}

function named(state: RetroState, to: string | undefined): { readonly to?: string } {
  const name = nameOf(state, to);
  return name === undefined ? {} : { to: name };
}

/** A board from a file, ready to be the beginning of another retro. */
export interface Imported {
  readonly title: string;
  readonly date: string;
  readonly template: RetroTemplate;
  readonly board: NonNullable<RetroSetup['board']>;
}

const archiveSchema = v.object({
  format: v.literal(format),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.name)),
  date: v.string(),
  template: v.object({ id: idSchema, name: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.name)) }),
  prompts: v.pipe(v.array(promptSchema), v.maxLength(50)),
  cards: v.array(v.unknown()),
  groups: v.array(v.unknown()),
});

/** Why a file could not be taken. English, and the key for translation. */
export type ImportProblem =
  | 'This is not JSON.'
  | 'This is not a retro of Common Ground.'
  | 'This retro was written by a newer version.'
  | 'The cards of this retro could not be read.';

export function importJson(text: string): Imported | { readonly problem: ImportProblem } {
  const parsed = parse(text);
  if (parsed === undefined) {
    return { problem: 'This is not JSON.' };
  }
  const archive = v.safeParse(archiveSchema, parsed.json);
  if (!archive.success) {
    return { problem: 'This is not a retro of Common Ground.' };
  }
  if (archive.output.version > version) {
    return { problem: 'This retro was written by a newer version.' };
  }
  const { title, date, prompts, cards, groups } = archive.output;
  const board = v.safeParse(boardSchema, { cards, groups });
  if (!board.success || board.output.cards.some((card) => !prompts.some((prompt) => prompt.id === card.prompt))) {
    return { problem: 'The cards of this retro could not be read.' };
  }
  return { title, date, template: templateFor(archive.output.template, prompts), board: board.output };
}

/** The template of that id when it still has these prompts, otherwise one made of them. */
function templateFor(
  meant: { readonly id: string; readonly name: string },
  prompts: RetroTemplate['prompts'],
): RetroTemplate {
  const known = builtInTemplates.find((template) => template.id === meant.id);
  const ids = new Set(known?.prompts.map((prompt) => prompt.id));
  if (known !== undefined && prompts.every((prompt) => ids.has(prompt.id))) {
    return known;
  }
  const steps = builtInTemplates[0]?.steps ?? [];
  return { id: meant.id, name: meant.name, about: '', prompts, steps };
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
