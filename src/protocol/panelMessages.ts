/**
 * Between the panel and its host, both ways, on one screen. The panel asks `ready` first and is given everything; from then
 * on each change comes as a `view` notice. The tone check is local to the panel and crosses nothing.
 */
import * as v from 'valibot';
import type { RetroEvent } from '../retro/event.js';
import { eventSchema, idSchema } from '../retro/eventSchema.js';
import { limits } from '../retro/limits.js';
import type { RetroView } from '../retro/viewModel.js';
import { entranceSchema, secretSchema } from './entrance.js';

/** What is typed and not handed in. It belongs to the person at the keyboard and is in no view. */
export const draftsSchema = v.object({
  /** Cards being written, by prompt id. */
  cards: v.record(
    v.string(),
    v.pipe(v.array(v.object({ id: idSchema, text: v.pipe(v.string(), v.maxLength(limits.text)) })), v.maxLength(100)),
  ),
  /** Votes being given, by topic id. */
  votes: v.record(v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  /** Every other text box that has something in it, by a name of the panel's. */
  boxes: v.record(v.string(), v.pipe(v.string(), v.maxLength(4 * limits.text))),
  /** What the panel remembers of the room, with its keys (`roomMemory.ts`). */
  memory: v.exactOptional(v.pipe(v.string(), v.maxLength(limits.panelMemory))),
});
export type Drafts = v.InferOutput<typeof draftsSchema>;

/** The host is trusted, and a view is large: what is checked here is that it is one, not every field. */
export const viewSchema = v.custom<RetroView>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'steps' in value &&
    'kind' in value &&
    'cards' in value &&
    Array.isArray(value.cards),
);

export const panelSettingsSchema = v.object({
  /** BCP 47, as the editor has it. */
  language: v.string(),
  /** Messages by their English text. */
  l10n: v.record(v.string(), v.string()),
  /** Tone checks in the text boxes: what the person and the team want of them, put together. */
  tone: v.object({
    enabled: v.boolean(),
    levels: v.array(v.picklist(['default', 'gentle', 'opt-in'])),
    /** Rules and families that the person or the team switched. */
    rules: v.record(v.string(), v.picklist(['off', 'gentle', 'default'])),
    /** Phrases that the person or the team does not want flagged. */
    allowed: v.array(v.string()),
    /** Names known to be people, and to be tools. */
    people: v.array(v.string()),
    tools: v.array(v.string()),
    /** The team's own phrases, with what to say instead. */
    phrases: v.array(
      v.object({
        phrase: v.string(),
        suggestions: v.array(v.string()),
        why: v.exactOptional(v.string()),
        level: v.picklist(['default', 'gentle']),
      }),
    ),
  }),
});
export type PanelSettings = v.InferOutput<typeof panelSettingsSchema>;

/** A view with its number. Numbers count up by one; after a gap the panel asks `ready` again. */
export const numberedView = v.object({
  version: v.pipe(v.number(), v.safeInteger()),
  view: viewSchema,
  /** The host's clock, so that timers are right where clocks differ. Milliseconds since 1970. */
  sentAt: v.number(),
});
export type NumberedView = v.InferOutput<typeof numberedView>;

/** One file as it will be written, exactly. */
export const previewFile = v.object({
  /** Relative to the workspace folder, with `/`. */
  path: v.string(),
  /** The whole text of minutes; for the commitments and norms files the lines that are new or changed. */
  text: v.string(),
  /** Committed with the repo, or local and ignored by git. */
  kind: v.picklist(['repo', 'local']),
});

export const actResultSchema = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({ ok: v.literal(false), code: v.string(), message: v.string() }),
]);
export type ActResult = v.InferOutput<typeof actResultSchema>;

const nothing = v.null();

/** What the panel has buttons for at the window that holds the retro. */
export const holderCommands = [
  'exportMarkdown',
  'exportJson',
  'copyMarkdown',
  'discard',
  'start',
  'openMinutes',
  'invite',
] as const;
/** Palette commands that the panel has a button for. */
export const panelCommands = [...holderCommands, 'leave'] as const;
export type PanelCommand = (typeof panelCommands)[number];

/** Who can reach a room: the same machine, the network it is on, or whoever the editor forwards its port to. */
export const reaches = ['machine', 'network', 'forwarded'] as const;
const invitationSchema = v.object({
  /** What others open; its part from `#` on is the key. */
  link: v.string(),
  reach: v.picklist(reaches),
});
export type ShownInvitation = v.InferOutput<typeof invitationSchema>;
export type Reach = ShownInvitation['reach'];

/** Panel to host. */
export const panelRequests = {
  /** First, after each load and after a gap. */
  ready: {
    params: v.object({}),
    result: v.object({
      settings: panelSettingsSchema,
      drafts: draftsSchema,
      /** Commands that make sense here: a guest has no files to write. */
      offers: v.array(v.picklist(panelCommands)),
      in: v.variant('kind', [
        /** One screen: the host holds the retro. */
        v.object({ kind: v.literal('screen'), ...numberedView.entries }),
        /** A room: the panel is a participant, and speaks to the hub through a pipe (`pipe.ts`). */
        v.object({ kind: v.literal('room'), room: idSchema, invitation: v.exactOptional(invitationSchema) }),
      ]),
    }),
  },
  /** How to come into the room: asked before each `hello`, since the credential changes with each. */
  'room/entrance': { params: v.object({}), result: entranceSchema },
  /** What opens the room next time. Kept before it is used, where no other extension can read it. */
  'room/keep': { params: v.object({ credential: secretSchema, you: idSchema }), result: nothing },
  /**
   * A move. The host stamps who, when and a seed. On a shared screen `for` says whom the screen acts for; it is left out for what
   * is secret, and for what concerns the whole room. A refused move is a result, not a failure.
   */
  act: {
    params: v.object({ event: eventSchema, for: v.exactOptional(idSchema) }),
    result: actResultSchema,
  },
  /** Keeps drafts over a reload, outside of the workspace. Sent at most twice a second and when the panel is hidden. */
  'drafts/save': { params: draftsSchema, result: nothing },
  /** What would be written if the retro ended now. */
  preview: { params: v.object({}), result: v.object({ files: v.array(previewFile) }) },
  /** Runs a command of the palette. */
  command: { params: v.object({ command: v.picklist(panelCommands) }), result: nothing },
  /** Something broke in the panel. Never carries what anyone wrote. */
  report: {
    params: v.object({ message: v.pipe(v.string(), v.maxLength(2000)) }),
    result: nothing,
  },
} as const;
export type PanelRequests = typeof panelRequests;

/** Host to panel. */
export const hostNotices = {
  view: numberedView,
  settings: panelSettingsSchema,
  /** A palette command that is the panel's to do: focus and overlays. */
  show: v.object({ what: v.picklist(['keys', 'norms', 'step', 'preview', 'people']) }),
  /** A palette command that moves the room: where the panel is a participant it is the panel that asks the hub. */
  move: v.object({ event: eventSchema }),
  /** Others can be invited now, or in another way than before. */
  invitation: invitationSchema,
  /** The retro ended or was discarded; nothing of it is kept. */
  closed: v.object({ why: v.picklist(['finished', 'discarded']) }),
} as const;
export type HostNotices = typeof hostNotices;

/** An event as the panel sends it. */
export type PanelEvent = RetroEvent;
