import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ActResult, Drafts, NumberedView } from '../../protocol/panelMessages.js';
import { apply } from '../../retro/apply.js';
import type { RetroEvent } from '../../retro/event.js';
import type { ParticipantId, RetroState } from '../../retro/model.js';
import { view } from '../../retro/view.js';
import type { RetroView } from '../../retro/viewModel.js';

export const noDrafts: Drafts = { cards: {}, votes: {}, boxes: {} };

/**
 * The retro in progress: holds its state, stamps what happens, and says when something did. It knows no panel and no file.
 * Loaded on first use, since it brings the whole core along.
 */
export class RetroSession implements vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.didChange.event;
  /** Counts up with each view, so that a panel notices a gap. */
  private version = 1;

  constructor(
    private current: RetroState,
    /** What is typed and not handed in, as the panel last told. */
    public drafts: Drafts,
    /** Where it will be written; a window without a folder has none. */
    readonly folder: vscode.WorkspaceFolder | undefined,
  ) {}

  get state(): RetroState {
    return this.current;
  }

  /** What the one screen may see. */
  view(): RetroView {
    return view(this.current, { kind: 'screen' });
  }

  numbered(): NumberedView {
    return { version: this.version, view: this.view(), sentAt: Date.now() };
  }

  /** @param person whom the shared screen acts for */
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

  dispose(): void {
    this.didChange.dispose();
  }
}
