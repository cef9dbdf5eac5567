// The panel in a browser without an editor: the bundle that ships, and the real core in place of the extension.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { inProject } from '../../host/paths.mts';

export const panelThemes = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast vscode-high-contrast-light',
} as const;
export type PanelTheme = keyof typeof panelThemes;

export interface PanelServer {
  /** Where the panel is shown in one of the {@link scenes}. */
  address(scene: string, theme?: PanelTheme, as?: string): string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves `dist/panel` as a webview would show it, with its policy. Nothing from elsewhere can be loaded. */
export async function servePanel(): Promise<PanelServer> {
  const files = new Map([
    ['/host.js', await hostScript()],
    ['/themes.css', readFileSync(inProject('test', 'e2e', 'panelPage', 'themes.css'))],
  ]);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    try {
      const body = pathname === '/' ? page(searchParams) : (files.get(pathname) ?? shipped(pathname));
      response.writeHead(200, { 'content-type': types[extname(pathname) || '.html'] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: (scene, theme = 'light', as = 'noor') =>
      `http://127.0.0.1:${port}/?scene=${scene}&theme=${theme}&as=${as}`,
    close: () => void server.close(),
  };
}

function shipped(path: string): Buffer {
  return readFileSync(join(inProject('dist', 'panel'), path));
}

async function hostScript(): Promise<Uint8Array> {
  const entry = inProject('test', 'e2e', 'panelPage', 'host.ts');
  const built = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  return built.outputFiles[0]?.contents ?? new Uint8Array();
}

function page(asked: URLSearchParams): string {
  const theme = panelThemes[asked.get('theme') as PanelTheme];
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Retro</title>
    <link rel="stylesheet" href="themes.css">
    <link rel="stylesheet" href="main.css">
    <script src="host.js"></script>
    <script type="module" src="main.js"></script>
  </head>
  <body class="${theme}"><div id="app"></div></body>
</html>`;
}
