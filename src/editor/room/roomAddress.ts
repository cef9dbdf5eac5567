/** The machine that a link leads to, as a person is told of it before anything goes there. */
export interface RoomAddress {
  /** The same as a link has it, in the one form that every program reads alike: `http(s)://host[:port]/path/`. */
  readonly hub: string;
  /** `host:port`, also where the port is the usual one. Letters that are not of a to z are in Punycode (`xn--…`). */
  readonly host: string;
  /** The name has letters that can look like those of another name. */
  readonly isOdd: boolean;
  /** Nobody on the way can read along: TLS, or this machine itself. */
  readonly isPrivate: boolean;
}

/**
 * Why there is no address:
 * - `person`: a user name or a password stands in front of the host, where it can pass for the host.
 * - `unreadable`: it is none, or one that programs read in different ways.
 */
export type AddressProblem = 'person' | 'unreadable';

/** @param hub of an invitation */
export function readAddress(hub: string): RoomAddress | AddressProblem {
  const [, authority = ''] = /^https?:\/\/([^/]*)/i.exec(hub) ?? [];
  if (authority.includes('@')) {
    return 'person';
  }
  // The URL standard takes a backslash for a slash, and others take it for a part of the name.
  if (authority === '' || hub.includes('\\') || !URL.canParse(hub)) {
    return 'unreadable';
  }
  const { protocol, hostname, port, pathname } = new URL(hub);
  const isEncrypted = protocol === 'https:';
  return {
    hub: `${protocol}//${hostname}${port === '' ? '' : `:${port}`}${pathname.replace(/\/?$/, '/')}`,
    host: `${hostname}:${port === '' ? (isEncrypted ? 443 : 80) : port}`,
    isOdd: hostname.split('.').some((label) => label.startsWith('xn--')),
    isPrivate: isEncrypted || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname),
  };
}
