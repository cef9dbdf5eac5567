/**
 * A participant's end of the room, wherever it runs: comes in, keeps the view, makes acts outlive a lost line, and comes back.
 * Pure: lines, time and chance are passed in.
 */
import type { RetroEvent } from '../retro/event.js';
import type { RetroView } from '../retro/viewModel.js';
import { closeReason, closeReasons, isCloseName } from './closeCodes.js';
import type { Entrance } from './entrance.js';
import type { Line } from './line.js';
import type { ActResult } from './panelMessages.js';
import { waitBefore } from './reconnect.js';
import { roomLimits, roomNotices, roomProtocol, roomRequests, type Welcome } from './roomMessages.js';
import { type After, type Caller, caller, listen, type Params, type Result, RpcError } from './rpc.js';
import { ViewKeeper } from './viewKeeper.js';

/** Where a client stands. `ended` is for good: `text` is English and the key for translation. */
export type ClientState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'here'; readonly you: string }
  | { readonly kind: 'waiting'; readonly until: number; readonly text: string }
  | { readonly kind: 'ended'; readonly code: number | string; readonly text: string };

export interface RoomClientOptions {
  readonly room: string;
  /** A new line to the hub. Rejects when there is none to be had; that is a lost line. */
  readonly connect: () => Promise<Line>;
  /** Asked before each `hello`. Another window may have stored a newer credential: read it anew. */
  readonly entrance: () => Entrance | Promise<Entrance>;
  /** The credential of the next `hello`. The last one is void once this is done. */
  readonly keep: (credential: string, you: string) => void | Promise<void>;
  readonly onView: (view: RetroView, sentAt: number) => void;
  readonly onState: (state: ClientState) => void;
  /** A line that was let in, for requests of the hub; nothing once it is gone. Called before anything is asked on it. */
  readonly onLine?: (line: Line | undefined) => void;
  readonly after: After;
  readonly now: () => number;
  /** From 0 up to 1, for back-off. */
  readonly chance: () => number;
  /** A fresh name for an act: 16 or more random characters of `[A-Za-z0-9_-]`. */
  readonly newId: () => string;
  /** Milliseconds until a request counts as lost. 10 seconds when absent. */
  readonly timeout?: number;
  /** Milliseconds without a sign of life after which a line counts as lost. Three beats when absent. */
  readonly silence?: number;
}

interface Waiting {
  readonly event: RetroEvent;
  readonly settle: (result: ActResult) => void;
}

type RoomCaller = Caller<typeof roomRequests>;

export class RoomClient {
  private readonly acts = new Map<string, Waiting>();
  private readonly keeper: ViewKeeper;
  private line: Line | undefined;
  private hub: RoomCaller | undefined;
  private attempt = 0;
  private cancelWait: (() => void) | undefined;
  private cancelSilence: (() => void) | undefined;
  private heardAt = 0;
  private ended = false;
  /** This one coming in, by whatever line it succeeds. */
  private readonly once: string;

  constructor(private readonly options: RoomClientOptions) {
    this.once = options.newId();
    this.keeper = new ViewKeeper(options.onView, () => void this.resync());
    void this.connect();
  }

  /** A move of one's own. Waits through lost lines; resolves with the hub's answer, or with a refusal when the room is gone. */
  act(event: RetroEvent): Promise<ActResult> {
    if (this.ended) {
      return Promise.resolve(gone);
    }
    return new Promise((settle) => {
      const id = this.options.newId();
      this.acts.set(id, { event, settle });
      if (this.hub !== undefined) {
        void this.send(id, this.hub);
      }
    });
  }

  /** Another request, on the present line. @throws RpcError `closed` while there is none */
  call<K extends 'preview' | 'leave'>(
    method: K,
    params: Params<typeof roomRequests, K>,
  ): Promise<Result<typeof roomRequests, K>> {
    return this.hub?.call(method, params) ?? Promise.reject(new RpcError('closed', 'The line is closed.'));
  }

  /** The network is back, or the person came back to the page: tries at once instead of waiting. */
  nudge(): void {
    if (this.cancelWait !== undefined) {
      this.cancelWait();
      this.cancelWait = undefined;
      void this.connect();
    }
  }

  dispose(): void {
    this.end(1000, 'You left the room. The link brings you back.');
  }

  private async connect(): Promise<void> {
    this.options.onState({ kind: 'connecting' });
    let line: Line;
    try {
      line = await this.options.connect();
    } catch {
      this.lost(closeReasons.silent.code);
      return;
    }
    if (this.ended) {
      line.close();
      return;
    }
    this.line = line;
    line.onClosed((code) => this.closed(line, code));
    this.listenTo(line);
    await this.hello(line, caller(line, roomRequests, { after: this.options.after, ...this.timeout() }));
  }

  private listenTo(line: Line): void {
    this.heardAt = this.options.now();
    line.onMessage(() => {
      this.heardAt = this.options.now();
    });
    this.watch(line);
    listen(line, roomNotices, {
      change: (change) => this.keeper.change(change),
      beat: ({ version }) => this.keeper.beat(version),
      closing: ({ code }) => this.drop(line, code),
    });
  }

  /** A line that is silent for too long is given up, also one that went to sleep with the machine. */
  private watch(line: Line): void {
    const silence = this.options.silence ?? 3 * roomLimits.beat;
    this.cancelSilence = this.options.after(silence / 3, () => {
      if (this.line !== line) {
        return;
      }
      if (this.options.now() - this.heardAt >= silence) {
        this.drop(line, closeReasons.silent.code);
      } else {
        this.watch(line);
      }
    });
  }

  private async hello(line: Line, hub: RoomCaller): Promise<void> {
    try {
      const asked = await this.options.entrance();
      const as = asked.kind === 'invited' ? { ...asked, once: this.once } : asked;
      const welcome = await hub.call('hello', { protocol: roomProtocol, room: this.options.room, as });
      if (welcome.protocol !== roomProtocol) {
        throw new RpcError('otherVersion', closeReasons.otherVersion.text);
      }
      const isKept = await this.kept(welcome);
      if (this.line !== line) {
        return;
      }
      this.hub = hub;
      this.attempt = 0;
      if (isKept) {
        hub.call('kept', {}).catch(() => undefined);
      }
      this.options.onLine?.(line);
      this.options.onState({ kind: 'here', you: welcome.you });
      this.keeper.take(welcome);
      for (const id of this.acts.keys()) {
        void this.send(id, hub);
      }
    } catch (error) {
      this.refused(line, error);
    }
  }

  /** A store that is full keeps nobody out: the credential before stays good as long as nothing is said. */
  private async kept({ credential, you }: Welcome): Promise<boolean> {
    try {
      await this.options.keep(credential, you);
      return true;
    } catch {
      return false;
    }
  }

  /** A `hello` that was not answered means a lost line; one that was refused means the end, with the hub's words. */
  private refused(line: Line, error: unknown): void {
    if (this.line !== line) {
      return;
    }
    const { code, message } = error instanceof RpcError ? error : { code: 'internal', message: String(error) };
    if (code === 'timeout' || code === 'closed' || code === 'badReply') {
      this.drop(line, closeReasons.silent.code);
    } else if (isCloseName(code)) {
      // The close code follows and says the same; a proxy may have eaten it.
      this.options.after(1000, () => this.drop(line, closeReasons[code].code));
    } else {
      this.end(code, message);
    }
  }

  private async send(id: string, hub: RoomCaller): Promise<void> {
    const waiting = this.acts.get(id);
    if (waiting === undefined) {
      return;
    }
    try {
      this.settle(id, await hub.call('act', { id, event: waiting.event }));
    } catch (error) {
      const { code, message } = error instanceof RpcError ? error : { code: 'internal', message: String(error) };
      if (code === 'timeout' && this.hub === hub) {
        await this.send(id, hub);
      } else if (code !== 'closed' && code !== 'timeout') {
        this.settle(id, { ok: false, code, message });
      }
    }
  }

  private settle(id: string, result: ActResult): void {
    const waiting = this.acts.get(id);
    this.acts.delete(id);
    waiting?.settle(result);
  }

  private async resync(): Promise<void> {
    const { hub, line } = this;
    try {
      const all = await hub?.call('resync', {});
      if (all !== undefined && this.line === line) {
        this.keeper.take(all);
        return;
      }
    } catch {
      // The next beat asks again.
    }
    this.keeper.failed();
  }

  private drop(line: Line, code: number): void {
    this.closed(line, code);
    // What carries the line, an editor for its panel, may hear from here first why it ended.
    line.close(code);
  }

  private closed(line: Line, code: number): void {
    if (this.line !== line) {
      return;
    }
    this.forgetLine();
    this.lost(code);
  }

  private forgetLine(): void {
    const { hub } = this;
    this.line = undefined;
    this.hub = undefined;
    this.cancelSilence?.();
    this.keeper.failed();
    this.options.onLine?.(undefined);
    hub?.dispose();
  }

  private lost(code: number): void {
    if (this.ended) {
      return;
    }
    const wait = waitBefore(this.attempt, code, this.options.chance());
    if (wait === undefined) {
      this.end(code, closeReason(code).text);
      return;
    }
    this.attempt += 1;
    this.options.onState({ kind: 'waiting', until: this.options.now() + wait, text: closeReason(code).text });
    this.cancelWait = this.options.after(wait, () => {
      this.cancelWait = undefined;
      void this.connect();
    });
  }

  private end(code: number | string, text: string): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    this.cancelWait?.();
    const { line } = this;
    this.forgetLine();
    line?.close();
    for (const id of [...this.acts.keys()]) {
      this.settle(id, gone);
    }
    this.options.onState({ kind: 'ended', code, text });
  }

  private timeout(): { readonly timeout?: number } {
    return this.options.timeout === undefined ? {} : { timeout: this.options.timeout };
  }
}

const gone: ActResult = { ok: false, code: 'room/gone', message: 'The room is not there any more.' };
