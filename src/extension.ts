import * as vscode from 'vscode';
import { registerCommand } from './editor/commands.js';
import { absentCommitments, absentNorms, startCommitments } from './editor/commitments/commitmentsFeature.js';
import type { CommonGroundApi } from './editor/commonGroundApi.js';
import { startFeature } from './editor/features.js';
import { absentRetro, startRetro } from './editor/retro/retroFeature.js';
import { startRoom } from './editor/room/roomFeature.js';
import type { Services } from './editor/services.js';
import { absentTone, startTone } from './editor/tone/toneFeature.js';

/** Registers commands and views, and nothing else: files are read and libraries loaded when they are first needed. */
export function activate(context: vscode.ExtensionContext): CommonGroundApi {
  const log = vscode.window.createOutputChannel('Common Ground', { log: true });
  context.subscriptions.push(log);
  const services: Services = { context, log };
  registerCommand(services, 'commonGround.showLog', () => log.show());

  const tone = startFeature('tone', services, startTone, absentTone());
  const { commitments, norms } = startFeature('commitments', services, startCommitments, {
    commitments: absentCommitments(),
    norms: absentNorms(),
  });
  const lists = { commitments, norms };
  const { api: retro, desk } = startFeature('retro', services, (own) => startRetro(own, lists), absentRetro());
  if (desk !== undefined) {
    startFeature('room', services, (own) => startRoom(own, desk, lists), undefined);
  }
  return { version: 1, tone, commitments, norms, retro };
}
