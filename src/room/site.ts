/** The guest page: a folder of files, read once each, with headers that let a page do no more than it has to. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export interface SiteFile {
  readonly body: Buffer;
  readonly type: string;
  readonly tag: string;
}

/** Looks files up by name in a list made beforehand: a path that is not in it leads nowhere, whatever it says. */
export class Site {
  private names: Promise<ReadonlySet<string>> | undefined;
  private readonly files = new Map<string, Promise<SiteFile>>();

  /** @param folder of the built page; a hub without a page has none */
  constructor(private readonly folder: string | undefined) {}

  /** @param path of the request, without its query. `/` is the page */
  async file(path: string): Promise<SiteFile | undefined> {
    const name = path === '/' || path === '/index.html' ? 'index.html' : path.slice(1);
    if (this.folder === undefined || !(await this.list(this.folder)).has(name)) {
      return undefined;
    }
    const known = this.files.get(name) ?? read(join(this.folder, name));
    this.files.set(name, known);
    return known;
  }

  private list(folder: string): Promise<ReadonlySet<string>> {
    this.names ??= readdir(folder, { recursive: true, withFileTypes: true }).then(
      (entries) =>
        new Set(
          entries
            .filter((entry) => entry.isFile() && Object.hasOwn(types, extname(entry.name)))
            .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
        ),
      () => new Set<string>(),
    );
    return this.names;
  }
}

async function read(path: string): Promise<SiteFile> {
  const body = await readFile(path);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, tag, type: types[extname(path)] ?? 'application/octet-stream' };
}

/**
 * Headers of every answer. Scripts, styles and data come from the hub alone; nothing is inline; the page is in no frame, and what
 * is behind its `#` is told to nobody.
 * @param host as it was asked for and allowed: older browsers need the socket's address spelled out
 */
export function headersFor(host: string | undefined): Readonly<Record<string, string>> {
  const socket = host === undefined ? '' : ` ws://${host} wss://${host}`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self'${socket}`,
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-cache',
  };
}
