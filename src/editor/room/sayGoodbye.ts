import { randomUUID } from 'node:crypto';
import { socketUrl } from '../../protocol/invitation.js';
import { RoomClient } from '../../protocol/roomClient.js';
import { connectSocket } from '../../room/client.js';
import { entranceOf, type GuestSeat } from './guestSeat.js';

/** How long a hub may take to hear it, in milliseconds. One that can't be reached sees that nobody is there. */
const patience = 3000;

/** Tells the room that nobody has to wait for this person any more. Resolves also when it can't be told. */
export function sayGoodbye(seat: GuestSeat): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(), patience);
    const finish = (): void => {
      clearTimeout(timer);
      client.dispose();
      resolve();
    };
    const client: RoomClient = new RoomClient({
      room: seat.invitation.room,
      connect: () => connectSocket(socketUrl(seat.invitation.hub, entranceOf(seat).kind)),
      entrance: () => entranceOf(seat),
      keep: (credential) => {
        seat.credential = credential;
      },
      onView: () => undefined,
      onState: (state) => {
        if (state.kind === 'here') {
          setImmediate(() => void client.call('leave', {}).then(finish, finish));
        } else if (state.kind === 'ended') {
          setImmediate(finish);
        }
      },
      after: (milliseconds, run) => {
        const waiting = setTimeout(run, milliseconds);
        return () => clearTimeout(waiting);
      },
      now: Date.now,
      chance: Math.random,
      newId: randomUUID,
    });
  });
}
