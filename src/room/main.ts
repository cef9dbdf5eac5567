// node dist/hub.js: the hub on a machine of its own.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { invitationLink } from '../protocol/invitation.js';
import { printableLines } from '../retro/printable.js';
import { builtInTemplates } from '../retro/templates/builtIn.js';
import { FlagError, type HubFlags, hubHelp, readFlags } from './hubFlags.js';
import { HubRooms, keyIn } from './hubRooms.js';
import { nodeCrypto } from './nodeCrypto.js';
import { sealDesks } from './sealDesk.js';
import { HubServer, type ServerOptions } from './server.js';

const misuse = 2;

async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args);
  if (flags.help || flags.version) {
    process.stdout.write(flags.help ? hubHelp : `${version()}\n`);
    return 0;
  }
  const rooms = await roomsFor(flags);
  const resumed = await rooms.resumeAll();
  const server = await HubServer.start(rooms.hub, await serverOptions(flags)).catch((error: NodeJS.ErrnoException) => {
    throw new FlagError(whyNotListening(flags, error));
  });
  for (const origin of flags.origins) {
    server.allowOrigin(origin);
  }
  console.log(`The hub is at ${server.url}${resumed > 0 ? `, with rooms from before: ${resumed}` : ''}.`);
  await openFirst(flags, rooms, server);
  await stopAsked();
  console.log('The hub stops; whoever is in a room will try again for a while.');
  await server.close();
  await rooms.stop();
  return 0;
}

async function roomsFor(flags: HubFlags): Promise<HubRooms> {
  const fromFile = flags.keyFile === undefined ? undefined : (await readFile(flags.keyFile, 'utf8')).trim();
  const key = fromFile ?? process.env.COMMON_GROUND_HUB_KEY;
  if (key !== undefined && key.length < 16) {
    throw new FlagError('The key that makes rooms is too easy to guess: give it 16 characters or more.');
  }
  const { data, dataKey } = flags;
  return new HubRooms({
    keepHours: flags.keepHours,
    warn: (message) => console.error(printableLines(message)),
    makeSeals: sealDesks(nodeCrypto()),
    ...(key === undefined ? {} : { key }),
    ...(data === undefined || dataKey === undefined ? {} : { disk: { folder: data, key: await keyIn(dataKey) } }),
  });
}

async function serverOptions(flags: HubFlags): Promise<ServerOptions> {
  const { host, port, names, proxies, tlsCert, tlsKey, connections } = flags;
  const site = flags.site ?? join(__dirname, 'panel');
  if (flags.site !== undefined && !existsSync(join(site, 'index.html'))) {
    throw new FlagError(`There is no index.html in ${site}.`);
  }
  return {
    host,
    port,
    names,
    proxies,
    site,
    limits: { connections, strangers: Math.min(connections, 200) },
    ...(tlsCert === undefined || tlsKey === undefined
      ? {}
      : { tls: { cert: await readFile(tlsCert), key: await readFile(tlsKey) } }),
  };
}

async function openFirst(flags: HubFlags, rooms: HubRooms, server: HubServer): Promise<void> {
  if (flags.title === undefined) {
    return;
  }
  const template = builtInTemplates.find((one) => one.id === flags.template);
  if (template === undefined) {
    const ids = builtInTemplates.map((one) => one.id).join(', ');
    throw new FlagError(`There is no template "${flags.template}"; there are ${ids}.`);
  }
  const facilitator = 'facilitator';
  const { room, credential } = await rooms.open({
    id: 'first',
    title: flags.title,
    date: new Date().toISOString().slice(0, 10),
    at: Date.now(),
    mode: 'room',
    template,
    people: [{ id: facilitator, name: flags.facilitator }],
    facilitator,
  });
  const link = (kind: 'invitation' | 'credential', secret: string) =>
    invitationLink({ hub: server.url, room: room.id, key: { kind, secret } });
  console.log(`For the facilitator alone: ${link('credential', credential)}`);
  let { invitation } = room;
  const tell = () => console.log(`To pass on:                ${link('invitation', invitation)}`);
  tell();
  // Someone was put out: the link that they had is void.
  room.onDidChange(() => {
    if (room.invitation !== invitation) {
      ({ invitation } = room);
      tell();
    }
  });
}

function whyNotListening({ host, port }: HubFlags, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Give another one with --port, or 0 for any that is free.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this process has. Give one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for its networks.`;
    default:
      return `The hub cannot listen on ${host}:${port}: ${error.message}`;
  }
}

/** Resolves when the process is asked to stop. Asked again, it does so at once. */
function stopAsked(): Promise<void> {
  return new Promise((done) => {
    let asked = false;
    const ask = () => {
      if (asked) {
        process.exit(1);
      }
      asked = true;
      done();
    };
    process.on('SIGINT', ask).on('SIGTERM', ask);
  });
}

/** That of the package that this file ships in. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return v.parse(v.object({ version: v.string() }), manifest).version;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const isMisuse = error instanceof FlagError;
    console.error(printableLines(error instanceof Error ? error.message : String(error)));
    console.error(isMisuse ? 'node dist/hub.js --help says what there is.' : '');
    process.exit(isMisuse ? misuse : 1);
  },
);
