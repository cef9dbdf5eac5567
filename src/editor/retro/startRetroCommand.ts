import { randomBytes, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { dayOf } from '../../commitments/days.js';
import { limits } from '../../retro/limits.js';
import type { RetroTemplate } from '../../retro/model.js';
import type { RetroSetup } from '../../retro/setup.js';
import type { CommitmentsApi, NormsApi } from '../commonGroundApi.js';
import { folderArgument, readArgument } from '../teamFile/argument.js';
import { askPick, askText, runFlow } from '../teamFile/flow.js';
import { gitUserName } from '../teamFile/gitUser.js';
import { UserError } from '../userError.js';
import { namesIn, nameTrouble, peopleTrouble } from './peopleNames.js';
import type { RetroDesk } from './retroDesk.js';
import { offeredTemplates } from './teamTemplates.js';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.name));
const startArgument = v.object({
  template: v.optional(name),
  title: v.optional(name),
  people: v.optional(v.pipe(v.array(name), v.minLength(1), v.maxLength(limits.participants))),
  /** Everyone else comes in by an invitation: only whoever starts it is named. */
  alone: v.optional(v.boolean()),
  folder: v.optional(folderArgument),
});

/** What was chosen last time, so that the next time is two presses of Enter. */
const rememberedKey = 'commonGround.retro.last';
const rememberedSchema = v.object({
  template: v.optional(v.string()),
  people: v.optional(v.array(v.string())),
  /** Counts up, so that the circle does not always begin with the same person. */
  count: v.optional(v.number()),
});

/** The other features, as a retro needs them. */
export interface TeamLists {
  readonly commitments: CommitmentsApi;
  readonly norms: NormsApi;
}

interface Choice {
  readonly template?: RetroTemplate;
  readonly people?: readonly string[];
}

/** `commonGround.retro.start {template?, title?, people?, alone?}`. Asks for the template and the people at most. */
export async function startRetro(desk: RetroDesk, lists: TeamLists, argument: unknown): Promise<string | undefined> {
  await desk.look();
  desk.assertNone();
  const given = readArgument(startArgument, argument ?? {});
  const folder = folderFor(given.folder);
  const templates = (await offeredTemplates(folder)).map((offered) => offered.template);
  const own = given.alone && given.people === undefined ? await ownName(folder) : undefined;
  // What Git is told is not always a name that others can be called by: then it is asked for.
  const me = own === undefined || nameTrouble(own) !== undefined ? undefined : own;
  const choice = await choose(desk, templates, me === undefined ? given : { ...given, people: [me] }, folder);
  if (choice?.template === undefined || choice.people === undefined) {
    return undefined;
  }
  const setup = await gather(desk, lists, folder, choice.template, choice.people, given.title);
  return begin(desk, setup, folder);
}

/** Starts a retro from what was gathered, or imported. @returns its id */
export async function begin(
  desk: RetroDesk,
  setup: RetroSetup,
  folder: vscode.WorkspaceFolder | undefined,
): Promise<string> {
  const [{ setupSchema }, core] = await Promise.all([
    import('../../retro/setupSchema.js'),
    import('../../retro/start.js'),
  ]);
  const checked = v.safeParse(setupSchema, setup);
  if (!checked.success) {
    throw new UserError(
      'retro/setup',
      vscode.l10n.t('This retro can’t start: {0}', vscode.l10n.t(checked.issues[0].message)),
    );
  }
  await desk.begin(core.startRetro(checked.output), folder);
  const { template, people } = checked.output;
  await desk.services.context.workspaceState.update(rememberedKey, {
    template: template.id,
    people: people.map((person) => person.name),
    count: (remembered(desk).count ?? 0) + 1,
  });
  return setup.id;
}

/** Everything a retro begins with: the promises and norms of the folder among it. */
export async function gather(
  desk: RetroDesk,
  lists: TeamLists,
  folder: vscode.WorkspaceFolder | undefined,
  template: RetroTemplate,
  people: readonly string[],
  title: string | undefined,
): Promise<RetroSetup> {
  const persons = people.map((person) => ({ id: randomBytes(8).toString('hex'), name: person }));
  const [promises, norms] = folder === undefined ? [[], []] : await readLists(lists, folder.uri);
  return {
    id: randomUUID(),
    title: title ?? template.name,
    date: dayOf(new Date()),
    at: Date.now(),
    mode: 'shared',
    template,
    people: persons,
    facilitator: persons[0]?.id ?? '',
    promises,
    norms,
    circleStart: remembered(desk).count ?? 0,
  };
}

/** The folder of the active editor, or the first: a third question would be one too many. */
export function folderFor(
  wanted: v.InferOutput<typeof folderArgument> | undefined,
): vscode.WorkspaceFolder | undefined {
  const all = vscode.workspace.workspaceFolders ?? [];
  if (wanted !== undefined) {
    const found = all.find(({ uri, name: folderName }) =>
      wanted instanceof vscode.Uri
        ? uri.toString() === wanted.toString()
        : [folderName, uri.fsPath, uri.toString()].includes(wanted),
    );
    if (found === undefined) {
      throw new UserError('retro/no-such-folder', vscode.l10n.t('There is no such folder in this window.'));
    }
    return found;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)) ?? all[0];
}

/** A list that can't be read must not keep people from talking: then they go without it, and the list says so itself. */
async function readLists(
  lists: TeamLists,
  folder: vscode.Uri,
): Promise<[RetroSetup['promises'] & {}, RetroSetup['norms'] & {}]> {
  const [commitments, norms] = await Promise.all([
    lists.commitments.all(folder).catch(() => []),
    lists.norms.all(folder).catch(() => []),
  ]);
  return [
    commitments
      .filter(({ state, id }) => state === 'open' && id !== '')
      .slice(0, limits.commitments)
      .map(({ id, promise, owner, made, revisit }) => ({
        id,
        promise,
        owner: owner ?? 'team',
        made: made ?? '',
        ...(revisit === undefined ? {} : { revisit }),
      })),
    norms
      .filter(({ id }) => id !== '')
      .slice(0, limits.norms)
      .map(({ id, text, why, adopted }) => ({
        id,
        text,
        ...(why === undefined ? {} : { why }),
        ...(adopted === undefined ? {} : { adoptedOn: adopted }),
      })),
  ];
}

function choose(
  desk: RetroDesk,
  templates: readonly RetroTemplate[],
  given: v.InferOutput<typeof startArgument>,
  folder: vscode.WorkspaceFolder | undefined,
): Promise<Choice | undefined> {
  const template = given.template === undefined ? undefined : templates.find(({ id }) => id === given.template);
  if (given.template !== undefined && template === undefined) {
    const known = templates.map(({ id }) => id).join(', ');
    throw new UserError('retro/no-such-template', vscode.l10n.t('There is no such template. There are: {0}.', known));
  }
  const last = remembered(desk);
  const first: Choice = { ...(template && { template }), ...(given.people && { people: given.people }) };
  return runFlow<Choice>(vscode.l10n.t('Start a retro'), first, [
    {
      when: () => template === undefined,
      ask: async (state, place) => {
        const answer = await askPick<RetroTemplate>(place, {
          placeholder: vscode.l10n.t('What do you want to look at?'),
          items: templates.map((one) => ({ label: one.name, detail: one.about, value: one })),
          ...activeOf(templates, last.template),
        });
        return typeof answer === 'object' ? { ...state, template: answer } : answer;
      },
    },
    {
      when: () => given.people === undefined,
      ask: async (state, place) => {
        const me = folder === undefined ? undefined : await gitUserName(folder.uri);
        const answer = await askText(place, {
          prompt: given.alone
            ? vscode.l10n.t('Your name, as the others will see it.')
            : vscode.l10n.t(
                'Who is at this screen? Names, with commas between; the first facilitates. Others can be invited afterwards.',
              ),
          value: (last.people ?? (me === undefined ? [] : [me])).join(', '),
          validate: (text) => peopleTrouble(namesIn(text)),
        });
        return typeof answer === 'string' ? { ...state, people: namesIn(answer) } : answer;
      },
    },
  ]);
}

/** Whoever starts it, as the others will see them; asked for where git does not know. */
async function ownName(folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
  return folder === undefined ? undefined : gitUserName(folder.uri);
}

function activeOf(templates: readonly RetroTemplate[], id: string | undefined): { readonly active?: RetroTemplate } {
  const active = templates.find((template) => template.id === id) ?? templates[0];
  return active === undefined ? {} : { active };
}

function remembered(desk: RetroDesk): v.InferOutput<typeof rememberedSchema> {
  const parsed = v.safeParse(rememberedSchema, desk.services.context.workspaceState.get(rememberedKey));
  return parsed.success ? parsed.output : {};
}
