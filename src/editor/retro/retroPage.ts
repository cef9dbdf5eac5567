import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** What a webview may load: its own folders, nothing else. */
export function pageRoots(extension: vscode.Uri): readonly vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist', 'panel')];
}

/** The page of the panel. Scripts carry a nonce, chunks come from the extension's own folder; nothing is inline. */
export function retroPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const at = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'panel', name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(vscode.env.language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(vscode.l10n.t('Retro'))}</title>
    <link rel="stylesheet" href="${at('main.css')}">
    <script type="module" nonce="${nonce}" src="${at('main.js')}"></script>
  </head>
  <body><div id="app"></div></body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
