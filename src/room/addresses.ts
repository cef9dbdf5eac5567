/** Which lines come from one place in the network, so that one place cannot take what all need. */
import { isIP } from 'node:net';

/** Where a connection comes from, and what its request says. */
export interface Caller {
  readonly remoteAddress: string | undefined;
  readonly forwardedFor?: string | readonly string[] | undefined;
}

export class Addresses {
  private readonly proxies: ReadonlySet<string>;

  /** @param proxies addresses of proxies in front of the hub, whose `X-Forwarded-For` is believed */
  constructor(proxies: readonly string[]) {
    this.proxies = new Set(proxies.map(plain));
  }

  /**
   * The address of whoever calls: of IPv6 the network (/64), since one machine has as many addresses of it as it likes. Nothing for
   * 127.0.0.1 and ::1, and for a proxy that names nobody: the editor's port forwarding and a proxy on this machine bring everyone
   * from there, so that a limit for it would be a limit for the whole team.
   */
  of({ remoteAddress = '', forwardedFor }: Caller): string | undefined {
    const address = plain(remoteAddress);
    if (this.proxies.has(address)) {
      // The proxy adds its own caller at the end; what stands before that anyone can write.
      const named = [forwardedFor].flat().join().split(',').at(-1)?.trim() ?? '';
      return isIP(named) === 0 ? undefined : network(plain(named));
    }
    return address === '' || address === '127.0.0.1' || address === '::1' ? undefined : network(address);
  }
}

/** Without a zone, and an IPv4 address in IPv6 clothes as what it is. */
function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
}

function network(address: string): string {
  if (isIP(address) !== 6) {
    return address;
  }
  const [left = '', right] = address.split('::');
  const groups = left.split(':').filter((group) => group !== '');
  const after = (right ?? '').split(':').filter((group) => group !== '');
  const dotted = after.some((group) => group.includes('.')) ? 1 : 0;
  const zeros = Math.max(0, 8 - groups.length - after.length - dotted);
  const all = right === undefined ? groups : [...groups, ...Array<string>(zeros).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
