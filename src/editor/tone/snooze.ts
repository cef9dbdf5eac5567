import * as vscode from 'vscode';

const key = 'commonGround.tone.snoozedUntil';
/** Written out, so that a search for the context key finds who sets it. */
const contextKey = 'commonGround:tone.snoozed';

/** A rest from the squiggles that ends by itself, also over a reload of the window. */
export class Snooze implements vscode.Disposable {
  private timer: NodeJS.Timeout | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** @param now milliseconds since 1970. */
  constructor(
    private readonly memory: vscode.Memento,
    private readonly now: () => number,
  ) {
    if (this.active) {
      this.wait();
    }
    void this.tell();
  }

  /** Milliseconds since 1970; in the past, or 0, when nothing is snoozed. */
  get until(): number {
    const until = this.memory.get<unknown>(key);
    return typeof until === 'number' ? until : 0;
  }

  get active(): boolean {
    return this.until > this.now();
  }

  async start(minutes: number): Promise<void> {
    await this.memory.update(key, this.now() + minutes * 60_000);
    this.wait();
    await this.tell();
    this.changed.fire();
  }

  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.memory.update(key, undefined);
    await this.tell();
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.end(), Math.max(0, this.until - this.now()));
  }

  private tell(): Thenable<unknown> {
    return vscode.commands.executeCommand('setContext', contextKey, this.active);
  }
}
