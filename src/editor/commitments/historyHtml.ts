import * as vscode from 'vscode';
import type { History, PeriodOfPromises } from '../../commitments/history.js';

const chart = { width: 640, height: 220, bottom: 28, gap: 0.35 };

type Part = 'kept' | 'changed' | 'letGo';
const parts: readonly Part[] = ['kept', 'changed', 'letGo'];

/** The page as HTML: a chart for the eye and a table with the same numbers for everyone. */
export function historyHtml({ periods, total }: History, team: string): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const title = vscode.l10n.t('How our promises ended');
  const lead = vscode.l10n.t(
    'Kept, changed and let go are all good endings. This is about the team as a whole: nobody is counted.',
  );
  const ended = total.kept + total.changed + total.letGo;
  const nothing = `<p>${escapeHtml(vscode.l10n.t('No promise has ended yet.'))}</p>`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="team">${escapeHtml(team)}</p>
<p>${escapeHtml(lead)}</p>
${ended === 0 ? nothing : `${legend()}${svg(periods, title)}`}
${table(periods)}
<p>${escapeHtml(totalLine(total))}</p>
</main>
</body>
</html>`;
}

function word(part: Part): string {
  switch (part) {
    case 'kept':
      return vscode.l10n.t('Kept');
    case 'changed':
      return vscode.l10n.t('Changed');
    case 'letGo':
      return vscode.l10n.t('Let go');
  }
}

function legend(): string {
  const items = parts.map((part) => `<li><span class="key ${part}"></span>${escapeHtml(word(part))}</li>`);
  return `<ul class="legend" aria-hidden="true">${items.join('')}</ul>`;
}

function svg(periods: readonly PeriodOfPromises[], title: string): string {
  const height = chart.height - chart.bottom;
  const most = Math.max(1, ...periods.map(({ kept, changed, letGo }) => kept + changed + letGo));
  const slot = chart.width / Math.max(periods.length, 6);
  const bars = periods.map((period, index) => {
    const x = index * slot + (slot * chart.gap) / 2;
    const width = slot * (1 - chart.gap);
    let top = height;
    const boxes = parts.map((part) => {
      const size = (period[part] / most) * (height - 8);
      top -= size;
      return size === 0
        ? ''
        : `<rect class="${part}" x="${n(x)}" y="${n(top)}" width="${n(width)}" height="${n(size)}"></rect>`;
    });
    const label = `<text x="${n(x + width / 2)}" y="${chart.height - 8}">${escapeHtml(period.name)}</text>`;
    return boxes.join('') + label;
  });
  const line = `<line x1="0" x2="${chart.width}" y1="${height}" y2="${height}"></line>`;
  const label = escapeHtml(vscode.l10n.t('{0}: the numbers are in the table below.', title));
  return `<svg role="img" aria-label="${label}" viewBox="0 0 ${chart.width} ${chart.height}">${line}${bars.join('')}</svg>`;
}

function table(periods: readonly PeriodOfPromises[]): string {
  const heads = [
    vscode.l10n.t('When'),
    vscode.l10n.t('Made'),
    ...parts.map(word),
    vscode.l10n.t('Still open at the end'),
  ];
  const rows = [...periods].reverse().map(({ name, made, kept, changed, letGo, open }) => {
    const cells = [made, kept, changed, letGo, open].map((count) => `<td>${count}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join('')}</tr>`;
  });
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function totalLine({ made, kept, changed, letGo, open, undated }: History['total']): string {
  const all = vscode.l10n.t(
    'Over all time: {0} made, {1} kept, {2} changed, {3} let go, {4} open.',
    made,
    kept,
    changed,
    letGo,
    open,
  );
  return undated === 0 ? all : `${all} ${vscode.l10n.t('Ended without a day, so not in the chart: {0}.', undated)}`;
}

function n(value: number): string {
  return value.toFixed(1);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
body { font: var(--vscode-font-size) var(--vscode-font-family); color: var(--vscode-foreground); padding: 0; }
main { max-width: 48rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
h1 { font-size: 1.5em; font-weight: 600; margin: 0.5rem 0 0; }
p { line-height: 1.5; }
.team { color: var(--vscode-descriptionForeground); margin: 0.2rem 0 1rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 1.2rem; padding: 0; margin: 1.5rem 0 0.5rem; }
.legend li { display: flex; align-items: center; gap: 0.5rem; }
.key { width: 0.9em; height: 0.9em; border: 1px solid transparent; display: inline-block; }
svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--vscode-descriptionForeground); font: 11px var(--vscode-font-family); text-anchor: middle; }
svg line { stroke: var(--vscode-editorWidget-border, var(--vscode-contrastBorder, gray)); }
.kept { fill: var(--vscode-charts-green); background: var(--vscode-charts-green); }
.changed { fill: var(--vscode-charts-blue); background: var(--vscode-charts-blue); }
.letGo { fill: var(--vscode-charts-purple); background: var(--vscode-charts-purple); }
.vscode-high-contrast rect, .vscode-high-contrast-light rect { stroke: var(--vscode-contrastBorder); stroke-width: 1; }
.vscode-high-contrast .key, .vscode-high-contrast-light .key { border-color: var(--vscode-contrastBorder); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1.5rem 0; width: 100%; }
th, td { text-align: right; padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, gray)); }
th:first-child { text-align: left; }
thead th { color: var(--vscode-descriptionForeground); font-weight: 500; }
`;
