import * as v from 'valibot';
import * as vscode from 'vscode';
import { reaches, type ShownInvitation } from '../../protocol/panelMessages.js';
import { toRoom } from '../../retro/toRoom.js';
import type { RetroDesk } from '../retro/retroDesk.js';
import { startRetro, type TeamLists } from '../retro/startRetroCommand.js';
import { readArgument } from '../teamFile/argument.js';
import { UserError } from '../userError.js';
import { askAddress, askReach } from './reach.js';
import { RoomHost } from './roomHost.js';

const address = v.pipe(v.string(), v.trim(), v.url(), v.regex(/^https?:/i, 'must begin with https:'));
const inviteArgument = v.object({
  reach: v.optional(v.picklist(reaches)),
  /** What the editor forwards the port to, for `reach: 'forwarded'`. */
  address: v.optional(address),
});

/** The way that was chosen last, so that the next time is one press of Enter. */
const lastKey = 'commonGround.room.reach';
const reachSchema = v.optional(v.picklist(reaches));

/**
 * `commonGround.room.invite {reach?, address?}`: lets others in, each at a panel of their own. A retro on one screen moves into
 * a room; where none is in progress one is started. Answers the link, which is in the clipboard as well.
 */
export async function invite(desk: RetroDesk, lists: TeamLists, argument: unknown): Promise<string | undefined> {
  const given = readArgument(inviteArgument, argument ?? {});
  await desk.look();
  if (!desk.inProgress && desk.savedTitle !== undefined) {
    await desk.resume();
  }
  if (!desk.inProgress && (await startRetro(desk, lists, { alone: true })) === undefined) {
    return undefined;
  }
  const { workspaceState } = desk.services.context;
  const last = v.safeParse(reachSchema, workspaceState.get(lastKey));
  const reach = given.reach ?? (await askReach(last.success ? last.output : undefined));
  if (reach === undefined) {
    return undefined;
  }
  const invitation = await open(desk, { reach, ...(given.address && { forwarded: given.address }) });
  await workspaceState.update(lastKey, reach);
  await vscode.env.clipboard.writeText(invitation.link);
  void vscode.window.setStatusBarMessage(vscode.l10n.t('The link is in the clipboard.'), 4000);
  return invitation.link;
}

type Wish = Parameters<RoomHost['moveDoors']>[0];

async function open(desk: RetroDesk, wish: Wish): Promise<ShownInvitation> {
  const session = desk.require();
  if (session instanceof RoomHost) {
    if (session.invitation.reach !== wish.reach || wish.forwarded !== undefined) {
      await session.moveDoors(wish, askAddress);
    }
    await desk.resume();
    desk.showInvitation(session.invitation);
    return session.invitation;
  }
  const state = toRoom(session.state, Date.now());
  if (state === 'collecting' || state === 'finished') {
    throw new UserError(
      'room/not-now',
      vscode.l10n.t('Something is being handed in at this screen. Count or reveal it first, then invite.'),
    );
  }
  const { drafts, folder } = session;
  const { services } = desk;
  const saved = { me: state.facilitator, port: 0, ...wish };
  const wrote = (minutes: vscode.Uri | undefined) => desk.wrote(minutes);
  const host = await RoomHost.open({ services, drafts, folder, saved, wrote, askAddress }, state);
  await desk.moveTo(host);
  return host.invitation;
}
