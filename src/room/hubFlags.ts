import { isIP } from 'node:net';
import { parseArgs } from 'node:util';

/** What `dist/hub.js` was called with. */
export interface HubFlags {
  readonly help: boolean;
  readonly version: boolean;
  readonly host: string;
  readonly port: number;
  readonly names: readonly string[];
  readonly origins: readonly string[];
  readonly proxies: readonly string[];
  readonly site?: string;
  readonly data?: string;
  readonly dataKey?: string;
  readonly keyFile?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly keepHours: number;
  readonly connections: number;
  readonly title?: string;
  readonly facilitator: string;
  readonly template: string;
}

export const hubHelp = `Common Ground hub: retros for people who are not in one place.

  node dist/hub.js [flags]

Where people find it
  --host ADDRESS         127.0.0.1 (this machine alone) when left out; 0.0.0.0 for the networks of this machine
  --port NUMBER          4711 when left out; 0 for any that is free
  --name HOST            a host name that leads here, for example behind a proxy; may be given several times
  --origin URL           a page of this origin may come in as well; may be given several times
  --proxy ADDRESS        a proxy in front of the hub, by its IP address: guests count for the address that it names last in
                         X-Forwarded-For; may be given several times
  --tls-cert FILE        with --tls-key: https and wss, so that nobody on the way can read along
  --tls-key FILE

Rooms
  --open TITLE           makes a room at once and prints two links: one for the facilitator, one to pass on
  --facilitator NAME     who moves that room ("Facilitator" when left out)
  --template ID          its template (start-stop-continue when left out)
  --key-file FILE        whoever has the words in this file can make rooms from their editor
                         (or the variable COMMON_GROUND_HUB_KEY; without either, only --open makes rooms)
  --keep-hours NUMBER    a room that nobody has been in for so long is erased; 24 when left out

What survives a crash
  --data FOLDER          keeps rooms, encrypted, until they end; without it they end with the process
  --data-key FILE        with --data: where the key lies; made when it is not there. Keep it off the same disk if you can

Other
  --site FOLDER          the page for guests without an editor; found beside this file when left out
  --max-connections N    600 when left out
  --help, --version
`;

/** The call cannot be understood; the message says what to do. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '4711' },
  name: { type: 'string', multiple: true },
  origin: { type: 'string', multiple: true },
  proxy: { type: 'string', multiple: true },
  site: { type: 'string' },
  data: { type: 'string' },
  'data-key': { type: 'string' },
  'key-file': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'keep-hours': { type: 'string', default: '24' },
  'max-connections': { type: 'string', default: '600' },
  open: { type: 'string' },
  facilitator: { type: 'string', default: 'Facilitator' },
  template: { type: 'string', default: 'start-stop-continue' },
} as const;

/** @throws FlagError */
export function readFlags(args: readonly string[]): HubFlags {
  const values = parse(args);
  const flags: HubFlags = {
    help: values.help,
    version: values.version,
    host: values.host,
    port: number('--port', values.port, 0, 65_535),
    names: values.name ?? [],
    origins: values.origin ?? [],
    proxies: (values.proxy ?? []).map(ipAddress),
    keepHours: number('--keep-hours', values['keep-hours'], 1, 24 * 365),
    connections: number('--max-connections', values['max-connections'], 1, 100_000),
    facilitator: values.facilitator,
    template: values.template,
    ...present({ site: values.site, data: values.data, title: values.open }),
    ...present({ dataKey: values['data-key'], keyFile: values['key-file'] }),
    ...present({ tlsCert: values['tls-cert'], tlsKey: values['tls-key'] }),
  };
  needsBoth('--tls-cert', flags.tlsCert, '--tls-key', flags.tlsKey);
  needsBoth('--data', flags.data, '--data-key', flags.dataKey);
  return flags;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new FlagError(error instanceof Error ? error.message : String(error));
  }
}

function number(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new FlagError(`${flag} is a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

function ipAddress(text: string): string {
  if (isIP(text) === 0) {
    throw new FlagError(`--proxy is an IP address, such as 10.0.0.7, not "${text}".`);
  }
  return text;
}

function needsBoth(one: string, first: string | undefined, other: string, second: string | undefined): void {
  if ((first === undefined) !== (second === undefined)) {
    throw new FlagError(`${one} and ${other} go together.`);
  }
}

function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
