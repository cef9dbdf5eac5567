import * as v from 'valibot';
import { type Entrance, secretSchema } from '../../protocol/entrance.js';
import { type Invitation, invitationLink, readInvitation } from '../../protocol/invitation.js';
import { type Drafts, draftsSchema } from '../../protocol/panelMessages.js';

/** A seat in the room of another machine, as this window keeps it through a reload. */
export interface GuestSeat {
  readonly invitation: Invitation;
  readonly name: string;
  /** What opens the room next time; absent before the first time. */
  credential?: string;
  /** What is typed and not handed in. */
  drafts: Drafts;
}

const savedSchema = v.object({
  link: v.string(),
  name: v.string(),
  credential: v.exactOptional(secretSchema),
  drafts: draftsSchema,
});

export function seatText({ invitation, ...rest }: GuestSeat): string {
  return JSON.stringify({ link: invitationLink(invitation), ...rest } satisfies v.InferInput<typeof savedSchema>);
}

/** The seat that was kept, or nothing when the text is none. */
export function seatFrom(text: string): GuestSeat | undefined {
  try {
    const { link, ...rest } = v.parse(savedSchema, JSON.parse(text));
    const invitation = readInvitation(link);
    return invitation && { invitation, ...rest };
  } catch {
    return undefined;
  }
}

/** How to come in: by the newest credential, or with the link for the first time. */
export function entranceOf({ invitation, credential, name }: GuestSeat): Entrance {
  const { key } = invitation;
  if (credential === undefined && key.kind === 'invitation') {
    return { kind: 'invited', secret: key.secret, name };
  }
  return { kind: 'back', credential: credential ?? key.secret };
}
