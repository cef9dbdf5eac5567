import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Panel, PanelOptions } from './panel.js';

interface PanelModule {
  enter(options: PanelOptions): Promise<Panel>;
}

/** Short waits of a panel pass ten times as fast; those that look after a lost line are as they are. */
function hurriedTimeout(run: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(run, milliseconds <= 10_000 ? milliseconds / 10 : milliseconds);
}

let bundle: string | undefined;

/** A panel with a state of its own: its modules are evaluated anew. */
export function newPanel(options: PanelOptions): Promise<Panel> {
  bundle ??= buildSync({
    entryPoints: [join('test', 'system', 'hostile', 'panel.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  }).outputFiles[0]?.text;
  const module: { exports: unknown } = { exports: {} };
  const evaluate = new Function('module', 'exports', 'require', 'setTimeout', bundle ?? '');
  evaluate(module, module.exports, createRequire(join(process.cwd(), 'package.json')), hurriedTimeout);
  return (module.exports as PanelModule).enter(options);
}
