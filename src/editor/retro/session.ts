import type * as vscode from 'vscode';
import type { ActResult, Drafts, PanelCommand, PanelRequests, ShownInvitation } from '../../protocol/panelMessages.js';
import type { Port, Result } from '../../protocol/rpc.js';
import type { RetroEvent } from '../../retro/event.js';
import type { ParticipantId, RetroState } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';

export const noDrafts: Drafts = { cards: {}, votes: {}, boxes: {} };

/** How a panel takes part. */
export type Entry = Result<PanelRequests, 'ready'>['in'];

/** The retro in progress, as the desk knows it: at one screen, or in a room that this window holds. */
export interface Session extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  readonly state: RetroState;
  /** What is typed and not handed in, as the panel last told. */
  drafts: Drafts;
  /** Where it will be written; a window without a folder has none. */
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** What the panel has buttons for. */
  readonly offers: readonly PanelCommand[];
  /** What whoever facilitates here may see. */
  view(): RetroView;
  /** The next view of the one screen; nothing in a room, where the panel hears from the hub. */
  numbered(): Extract<Entry, { readonly kind: 'screen' }> | undefined;
  entry(): Entry;
  /** @param person whom the shared screen acts for */
  act(event: RetroEvent, person?: ParticipantId): ActResult | Promise<ActResult>;
  /** The text that it can be taken up from after a reload, or nothing where it is never to be written down. */
  text(): string | undefined;
  /** In a room: what the panel needs beside the requests that all panels have. */
  readonly inRoom?: InRoom;
}

export interface InRoom {
  /** The present way in for others; it changes when someone is put out. */
  readonly invitation: ShownInvitation;
  /** Lines to the hub for the panel at the port. @returns ends them */
  servePipes(port: Port): () => void;
  entrance(): Promise<Result<PanelRequests, 'room/entrance'>>;
  /** For everyone, and without a trace of it on disk. */
  end(why: 'finished' | 'discarded'): Promise<void>;
}
