import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { type ActResult, type Drafts, holderCommands } from '../../protocol/panelMessages.js';
import { apply } from '../../retro/apply.js';
import type { RetroEvent } from '../../retro/event.js';
import type { ParticipantId, RetroState } from '../../retro/model.js';
import { saveState } from '../../retro/snapshot.js';
import { view } from '../../retro/view.js';
import type { RetroView } from '../../retro/viewModel.js';
import type { Session } from './session.js';

/**
 * The retro at one screen: holds its state, stamps what happens, and says when something did. It knows no panel and no file.
 * Loaded on first use, since it brings the whole core along.
 */
export class RetroSession implements Session {
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.didChange.event;
  readonly offers = holderCommands;
  /** Counts up with each view, so that a panel notices a gap. */
  private version = 1;

  constructor(
    private current: RetroState,
    public drafts: Drafts,
    readonly folder: vscode.WorkspaceFolder | undefined,
  ) {}

  get state(): RetroState {
    return this.current;
  }

  /** What the one screen may see. */
  view(): RetroView {
    return view(this.current, { kind: 'screen' });
  }

  numbered() {
    return { kind: 'screen', version: this.version, view: this.view(), sentAt: Date.now() } as const;
  }

  entry() {
    return this.numbered();
  }

  act(event: RetroEvent, person?: ParticipantId): ActResult {
    const actor = { kind: 'screen', ...(person === undefined ? {} : { for: person }) } as const;
    const { state, refused } = apply(this.current, event, { actor, at: Date.now(), seed: randomUUID() });
    if (refused) {
      return { ok: false, code: refused.code, message: vscode.l10n.t(refused.message) };
    }
    if (state !== this.current) {
      this.current = state;
      this.version += 1;
      this.didChange.fire();
    }
    return { ok: true };
  }

  text(): string | undefined {
    if (this.current.confidentiality === 'ashes') {
      return undefined;
    }
    const { drafts, folder } = this;
    return JSON.stringify({ snapshot: saveState(this.current), drafts, folder: folder?.uri.toString() });
  }

  dispose(): void {
    this.didChange.dispose();
  }
}
