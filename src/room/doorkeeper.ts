/** Which names and pages this hub answers to: no page of another site, and no name that was made to point here (DNS rebinding). */
import { hostname, networkInterfaces } from 'node:os';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

export class Doorkeeper {
  private readonly hosts = new Set<string>();
  private readonly origins = new Set<string>();

  /** @param names host names, without a port, that the hub is reached by beside its own addresses; `*` for any */
  constructor(
    private readonly bound: string,
    names: readonly string[],
  ) {
    for (const name of [...loopback, ...addressesOf(bound), ...names]) {
      this.hosts.add(name.toLowerCase());
    }
  }

  /** A page from there may come in as well: what the editor's port forwarding calls this hub. */
  allowOrigin(origin: string): void {
    this.origins.add(origin.toLowerCase());
    const host = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
    if (host !== undefined) {
      this.hosts.add(withoutPort(host.toLowerCase()));
    }
  }

  /** @param host the request's `Host` */
  knowsHost(host: string | undefined): host is string {
    return host !== undefined && (this.hosts.has('*') || this.hosts.has(withoutPort(host.toLowerCase())));
  }

  /** Browsers say where a page came from, also when a page would rather not; what is no browser says nothing. */
  knowsOrigin(origin: string | undefined, host: string): boolean {
    if (origin === undefined) {
      return true;
    }
    const asked = origin.toLowerCase();
    return (
      this.origins.has(asked) || asked === `http://${host.toLowerCase()}` || asked === `https://${host.toLowerCase()}`
    );
  }

  /** Whether only this machine can come in. */
  get isLocal(): boolean {
    return loopback.includes(this.bound) || this.bound === '::1';
  }
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** What the machine is called in its networks, when it listens to them. */
function addressesOf(bound: string): readonly string[] {
  if (bound !== '0.0.0.0' && bound !== '::') {
    return [bound.includes(':') ? `[${bound}]` : bound];
  }
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address.replace(/%.*$/, '')}]` : address)),
  );
  const [name = ''] = hostname().split('.');
  return [...addresses, hostname(), name, `${name}.local`].filter((one) => one !== '');
}
