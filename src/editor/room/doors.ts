import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import * as vscode from 'vscode';
import type { Reach } from '../../protocol/panelMessages.js';
import type { Hub } from '../../room/hub.js';
import { HubServer } from '../../room/server.js';
import { UserError } from '../userError.js';

/** Where guests come in: a server of this machine, and how it is called by those who come. */
export interface Doors {
  readonly server: HubServer;
  readonly reach: Reach;
  /** `http(s)://…/`, as a guest opens it. */
  readonly address: string;
}

/** Asks a person for the address that their editor forwards to a port. Nothing when they leave. */
export type AskAddress = (port: number) => Promise<string | undefined>;

export interface DoorsWish {
  readonly reach: Reach;
  /** The port of before, so that links that were given stay good; any that is free if it is taken. */
  readonly port: number;
  /** The folder of the guest page. */
  readonly site: string;
  /** The address that the editor forwards to this port, where it is known already. */
  readonly forwarded?: string;
  readonly askAddress?: AskAddress;
}

/** Opens them. @throws UserError when there is no way in of that kind */
export async function openDoors(hub: Hub, wish: DoorsWish): Promise<Doors> {
  const { reach } = wish;
  const own = reach === 'network' ? ownAddress() : '127.0.0.1';
  const host = reach === 'network' ? '0.0.0.0' : '127.0.0.1';
  const server = await listen(hub, host, wish);
  try {
    if (reach !== 'forwarded') {
      return { server, reach, address: `http://${own}:${server.port}/` };
    }
    const address = wish.forwarded ?? (await forwardedAddress(server.port, wish.askAddress));
    server.allowOrigin(new URL(address).origin);
    return { server, reach, address };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function listen(hub: Hub, host: string, { port, site }: DoorsWish): Promise<HubServer> {
  try {
    return await HubServer.start(hub, { host, port, site });
  } catch (error) {
    if (port === 0) {
      throw new UserError(
        'room/no-port',
        vscode.l10n.t('The room can’t be reached: {0}', error instanceof Error ? error.message : String(error)),
      );
    }
    return listen(hub, host, { reach: 'machine', port: 0, site });
  }
}

/** Waits until nobody listens on the port any more, or the patience ends. */
export async function portIsFree(port: number, patience: number): Promise<void> {
  const until = Date.now() + patience;
  while (port !== 0 && Date.now() < until && (await isTaken(port))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

/** The first address of this machine in a network that is not only its own. @throws UserError */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const address = all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (address === undefined) {
    throw new UserError('room/no-network', vscode.l10n.t('This machine is in no network just now.'));
  }
  return address;
}

/** What the editor makes of the port. On a plain desktop it makes nothing of it, and the person says what they forwarded. @throws UserError */
async function forwardedAddress(port: number, ask: AskAddress | undefined): Promise<string> {
  const local = vscode.Uri.parse(`http://127.0.0.1:${port}/`);
  const external = await vscode.env.asExternalUri(local);
  const { authority } = external;
  const forwards = !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(authority);
  const text = forwards ? external.toString(true) : await ask?.(port);
  if (text === undefined) {
    throw new UserError('room/not-forwarded', vscode.l10n.t('The editor forwards port {0} nowhere so far.', port));
  }
  const address = text.replace(/[?#].*$/, '');
  return address.endsWith('/') ? address : `${address}/`;
}
