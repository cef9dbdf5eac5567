import * as vscode from 'vscode';
import type { ToneApi } from '../commonGroundApi.js';
import { rejectAbsent } from '../features.js';
import type { Services } from '../services.js';

/** Starts the tone check: everything is registered here, nothing is loaded before the first document needs it. */
export function startTone(services: Services): ToneApi {
  const changed = new vscode.EventEmitter<void>();
  services.context.subscriptions.push(changed);
  return { check: () => Promise.resolve([]), onDidChange: changed.event };
}

/** Stands in where the tone check could not start. */
export function absentTone(): ToneApi {
  return { check: () => rejectAbsent('tone'), onDidChange: () => new vscode.Disposable(() => undefined) };
}
