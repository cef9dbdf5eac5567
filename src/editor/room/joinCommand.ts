import * as v from 'valibot';
import * as vscode from 'vscode';
import { type Invitation, readInvitation } from '../../protocol/invitation.js';
import { limits } from '../../retro/limits.js';
import { nameTrouble } from '../retro/peopleNames.js';
import type { RetroDesk } from '../retro/retroDesk.js';
import { noDrafts } from '../retro/session.js';
import { readArgument } from '../teamFile/argument.js';
import { askText, runFlow } from '../teamFile/flow.js';
import { gitUserName } from '../teamFile/gitUser.js';
import { UserError } from '../userError.js';
import type { GuestDesk } from './guestDesk.js';
import { type RoomAddress, readAddress } from './roomAddress.js';

const joinArgument = v.object({
  link: v.optional(v.string()),
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.name))),
});

interface Choice {
  readonly link?: string;
  readonly name?: string;
}

/**
 * `commonGround.room.join {link, name?}`: into the room of another machine, at a panel of one's own. Asks for what is not said, and
 * whether the machine is the right one. Answers whether it went in.
 */
export async function join(desk: RetroDesk, guest: GuestDesk, argument: unknown): Promise<boolean> {
  const given = readArgument(joinArgument, argument ?? {});
  if (given.link === undefined && (await guest.resume())) {
    return true;
  }
  guest.assertNone();
  await desk.look();
  desk.assertNone();
  if (given.link !== undefined) {
    // A link that is none is said before anything is asked.
    invitationIn(given.link);
  }
  const trouble = given.name === undefined ? undefined : nameTrouble(given.name);
  if (trouble !== undefined) {
    throw new UserError('room/name', trouble);
  }
  const { link, name } = (await choose(given)) ?? {};
  if (link === undefined) {
    return false;
  }
  // Whom a link brings back the room knows by name already.
  return guest.join({ ...invitationIn(link), name: name ?? '', drafts: noDrafts });
}

/** A link may be the room's own, or one that opens the editor with it. @throws UserError */
function invitationIn(link: string): { readonly invitation: Invitation; readonly address: RoomAddress } {
  const read = readInvitation(link) ?? readInvitation(insideOf(link));
  const address = read === undefined ? 'unreadable' : readAddress(read.hub);
  if (address === 'person') {
    throw new UserError(
      'room/link-with-person',
      vscode.l10n.t(
        'This link has a user name in its address, in front of the “@”, so it may lead elsewhere than it seems. Links of Common Ground have none: ask for a new one.',
      ),
    );
  }
  if (read === undefined || address === 'unreadable') {
    throw new UserError(
      'room/link',
      vscode.l10n.t('This link does not open a room. It may be cut short: the part from # on is the key.'),
    );
  }
  return { invitation: { ...read, hub: address.hub }, address };
}

/** `vscode://common-ground.common-ground/join#<the room's own link>` */
function insideOf(link: string): string {
  const inside = /^[\w+.-]+:\/\/common-ground\.common-ground\/join#(.+)$/.exec(link.trim())?.[1];
  try {
    return inside === undefined ? '' : decodeURIComponent(inside);
  } catch {
    return '';
  }
}

async function choose(given: v.InferOutput<typeof joinArgument>): Promise<Choice | undefined> {
  const first: Choice = { ...(given.link && { link: given.link }), ...(given.name && { name: given.name }) };
  return runFlow<Choice>(vscode.l10n.t('Join a retro'), first, [
    {
      when: () => given.link === undefined,
      ask: async (state, place) => {
        const answer = await askText(place, {
          prompt: vscode.l10n.t('The link that you were given.'),
          placeholder: 'http://…/#…',
          value: await linkInClipboard(),
          validate: linkProblem,
        });
        return typeof answer === 'string' ? { ...state, link: answer } : answer;
      },
    },
    {
      when: (state) => given.name === undefined && !bringsBack(state.link),
      ask: async (state, place) => {
        const answer = await askText(place, {
          prompt: vscode.l10n.t('Your name, as the others will see it. The room is at {0}.', hostOf(state.link)),
          value: await ownName(),
          validate: (text) =>
            text === '' ? vscode.l10n.t('A name, so that the circle can call you.') : nameTrouble(text),
        });
        return typeof answer === 'string' ? { ...state, name: answer } : answer;
      },
    },
  ]);
}

/** A link that brings one person back needs no name. */
function bringsBack(link: string | undefined): boolean {
  return link !== undefined && invitationIn(link).invitation.key.kind === 'credential';
}

function linkProblem(text: string): string | undefined {
  try {
    invitationIn(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
}

function hostOf(link: string | undefined): string {
  return link === undefined ? '' : invitationIn(link).address.host;
}

async function linkInClipboard(): Promise<string> {
  const text = (await vscode.env.clipboard.readText()).trim();
  return text.length < 500 && linkProblem(text) === undefined ? text : '';
}

async function ownName(): Promise<string> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return (folder && (await gitUserName(folder.uri))) ?? '';
}
