/**
 * The operator of a hub: sees and changes everything that crosses a line, and says what it likes on it. The hub behind it is the real
 * one, so the operator has all that an honest hub has.
 */
import { textOf } from '../../../src/protocol/frames.js';
import type { Line } from '../../../src/protocol/line.js';
import { applyPatch, diff } from '../../../src/protocol/patch.js';
import type { SealOrder, SealReply } from '../../../src/retro/sealing/messages.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import type { Hub } from '../../../src/room/hub.js';

export type Message = Readonly<Record<string, unknown>>;
interface Passing {
  readonly method?: string;
  readonly result?: { readonly you?: string; readonly view?: RetroView };
  readonly params?: { readonly patch?: unknown };
}

/** Changes a message on its way; nothing swallows it. */
export type Change = (message: Message, line: OperatorLine) => Message | undefined;

/** A view as one person is to see it. */
export type Falsify = (view: RetroView, line: OperatorLine) => RetroView;

/** The line of one person, from the hub's side. */
export class OperatorLine {
  /** The id of the person, once they are in. */
  person = '';
  /** Everything that came up, as it was sent. */
  readonly heard: Message[] = [];
  private readonly replies = new Set<(reply: SealReply) => void>();
  private honest: RetroView | undefined;
  private shown: RetroView | undefined;
  private version = 0;

  constructor(
    private readonly line: Line,
    private readonly falsify: Falsify,
  ) {}

  /** Says something to the panel in the hub's name. */
  say(message: Message): void {
    this.line.send(message);
  }

  order(order: SealOrder): void {
    this.say({ kind: 'notice', method: 'seal', params: order });
  }

  /** Shows this person what is to be seen now. */
  show(): void {
    if (this.honest === undefined || this.shown === undefined) {
      return;
    }
    const next = this.falsify(this.honest, this);
    const patch = diff(this.shown, next);
    if (patch !== undefined) {
      const base = this.version;
      this.version += 1;
      this.shown = next;
      this.say({
        kind: 'notice',
        method: 'change',
        params: { version: this.version, base, patch, sentAt: Date.now() },
      });
    }
  }

  /** A message of the real hub. @returns what is passed on */
  pass(message: Message): Message | undefined {
    const { result, params, method } = message as Passing;
    if (result?.view !== undefined) {
      this.person = result.you ?? this.person;
      this.honest = result.view;
      this.shown = this.falsify(result.view, this);
      return { ...message, result: { ...result, view: this.shown, version: this.version } };
    }
    if (method === 'change') {
      this.honest = applyPatch(this.honest, params?.patch) as RetroView;
      this.show();
      return undefined;
    }
    return method === 'beat' ? { ...message, params: { ...params, version: this.version } } : message;
  }

  onReply(listen: (reply: SealReply) => void): () => void {
    this.replies.add(listen);
    return () => this.replies.delete(listen);
  }

  hear(message: Message): void {
    this.heard.push(message);
    if (message.kind === 'notice' && message.method === 'seal') {
      for (const listen of [...this.replies]) {
        listen(message.params as SealReply);
      }
    }
  }
}

export class Operator {
  readonly lines: OperatorLine[] = [];
  /** What each person sees of the room. */
  falsify: Falsify = (view) => view;
  /** What happens to messages on their way to a panel. */
  down: Change = (message) => message;
  /** What happens to messages on their way to the hub. */
  up: Change = (message) => message;

  constructor(private readonly hub: Hub) {}

  /** In place of the hub, for a server. */
  get door(): Hub {
    const accept: Hub['accept'] = (visitor) => this.hub.accept({ ...visitor, line: this.between(visitor.line) });
    return new Proxy(this.hub, {
      get: (hub, key) => (key === 'accept' ? accept : Reflect.get(hub, key, hub)),
    });
  }

  /** Shows everyone what they are to see now. */
  show(): void {
    for (const line of this.lines) {
      line.show();
    }
  }

  lineOf(person: string): OperatorLine {
    const found = this.lines.findLast((line) => line.person === person);
    if (found === undefined) {
      throw new Error(`Nobody is called ${person}.`);
    }
    return found;
  }

  private between(line: Line): Line {
    const ours = new OperatorLine(line, (view, at) => this.falsify(view, at));
    this.lines.push(ours);
    const listeners = new Set<(message: unknown) => void>();
    line.onMessage((message) => {
      ours.hear(message as Message);
      const changed = this.up(message as Message, ours);
      if (changed !== undefined) {
        for (const listen of [...listeners]) {
          listen(changed);
        }
      }
    });
    return {
      send: (message) => {
        const passed = ours.pass(JSON.parse(textOf(message)) as Message);
        const changed = passed && this.down(passed, ours);
        if (changed !== undefined) {
          line.send(changed);
        }
      },
      onMessage: (listen) => {
        listeners.add(listen);
        return () => listeners.delete(listen);
      },
      onClosed: (run) => line.onClosed(run),
      close: (code) => line.close(code),
    };
  }
}

/** The same message with one text in place of another, wherever it stands. */
export function reworded(message: Message, from: string, to: string): Message {
  return JSON.parse(JSON.stringify(message).replaceAll(from, to)) as Message;
}
