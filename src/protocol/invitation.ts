/**
 * The link that people pass on. What opens the room is behind the `#`: browsers never send that part, so it is in no log of a
 * server or proxy. `https://host/#<room>.<secret>` invites; `https://host/#<room>.me.<credential>` brings one person back.
 */
import * as v from 'valibot';
import { idSchema } from '../retro/eventSchema.js';
import { type Entrance, secretSchema } from './entrance.js';

export interface Invitation {
  /** Where the hub is: `http(s)://host[:port]/path/`, ending with a slash. */
  readonly hub: string;
  readonly room: string;
  readonly key: { readonly kind: 'invitation' | 'credential'; readonly secret: string };
}

const linkPattern = /^(https?:\/\/[^\s#?/]+(?:\/[^\s#?]*)?)(?:\?[^\s#]*)?(#.*)$/i;
const hashPattern = /^#([^.]+)\.(me\.)?([^.]+)$/;

export function invitationLink({ hub, room, key }: Invitation): string {
  return `${withSlash(hub)}${invitationHash({ room, key })}`;
}

/** The part from `#` on. */
export function invitationHash({ room, key }: Pick<Invitation, 'room' | 'key'>): string {
  return `#${room}.${key.kind === 'credential' ? 'me.' : ''}${key.secret}`;
}

/** What a link says, or nothing when it is no link to a room. */
export function readInvitation(link: string): Invitation | undefined {
  const [, hub, hash] = linkPattern.exec(link.trim()) ?? [];
  const read = hash === undefined ? undefined : readInvitationHash(hash);
  return hub === undefined || read === undefined ? undefined : { hub: withSlash(hub), ...read };
}

/** The same from the part behind the address, as a page has it in `location.hash`. */
export function readInvitationHash(hash: string): Omit<Invitation, 'hub'> | undefined {
  const [, room, me, secret] = hashPattern.exec(hash) ?? [];
  return v.is(idSchema, room) && v.is(secretSchema, secret)
    ? { room, key: { kind: me === undefined ? 'invitation' : 'credential', secret } }
    : undefined;
}

/** In the query of a socket's address: whoever comes has a credential. A hub that is full serves them first. It is no secret. */
export const returningHint = 'back';

/** Where the socket of a hub is, for someone who comes in that way. */
export function socketUrl(hub: string, how: Entrance['kind'] = 'invited'): string {
  return `${withSlash(hub).replace(/^http/i, 'ws')}socket${how === 'back' ? `?${returningHint}` : ''}`;
}

function withSlash(hub: string): string {
  return hub.endsWith('/') ? hub : `${hub}/`;
}
