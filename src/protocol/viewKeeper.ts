import * as v from 'valibot';
import type { RetroView } from '../retro/viewModel.js';
import { type NumberedView, viewSchema } from './panelMessages.js';
import { applyPatch } from './patch.js';
import type { roomNotices } from './roomMessages.js';

type Change = v.InferOutput<typeof roomNotices.change>;

/**
 * The newest view, kept up by changes. A change that does not fit asks for everything; what arrives meanwhile waits and is used
 * if it fits then.
 */
export class ViewKeeper {
  private view: RetroView | undefined;
  private version = -1;
  private asking = false;
  private readonly held: Change[] = [];

  constructor(
    private readonly show: (view: RetroView, sentAt: number) => void,
    /** Asks for everything; ends in {@link take} or {@link failed}. */
    private readonly askAll: () => void,
  ) {}

  /** Everything, from `hello` or `resync`. */
  take({ view, version, sentAt }: NumberedView): void {
    this.asking = false;
    this.view = view;
    this.version = version;
    let latest = sentAt;
    for (const change of this.held.splice(0)) {
      // Held changes that came with the view already, or after another gap, are left out: the next beat tells.
      if (change.base === this.version && this.patched(change)) {
        latest = change.sentAt;
      }
    }
    this.show(this.view, latest);
  }

  change(change: Change): void {
    if (this.asking || this.view === undefined) {
      this.hold(change);
    } else if (change.base === this.version && this.patched(change)) {
      this.show(this.view, change.sentAt);
    } else if (change.version > this.version) {
      this.hold(change);
      this.ask();
    }
  }

  /** The number that the other side sent last. */
  beat(version: number): void {
    if (this.view !== undefined && version !== this.version && !this.asking) {
      this.ask();
    }
  }

  /** The question was not answered; the next change or beat asks again. */
  failed(): void {
    this.asking = false;
  }

  private ask(): void {
    this.asking = true;
    this.askAll();
  }

  private hold(change: Change): void {
    this.held.push(change);
    if (this.held.length > 200) {
      this.held.shift();
    }
  }

  private patched(change: Change): boolean {
    try {
      const next = applyPatch(this.view, change.patch);
      if (!v.is(viewSchema, next)) {
        return false;
      }
      this.view = next;
      this.version = change.version;
      return true;
    } catch {
      return false;
    }
  }
}
