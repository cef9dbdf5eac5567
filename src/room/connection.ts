import * as v from 'valibot';
import { type CloseName, closeReasons } from '../protocol/closeCodes.js';
import type { Entrance } from '../protocol/entrance.js';
import { WrittenMessage } from '../protocol/frames.js';
import type { Line } from '../protocol/line.js';
import type { NumberedView } from '../protocol/panelMessages.js';
import { DiffMemo, diff } from '../protocol/patch.js';
import { roomLimits, type roomNotices, roomProtocol, roomRequests } from '../protocol/roomMessages.js';
import { type Envelope, envelope, type Failure, type Handlers, notifier, serve } from '../protocol/rpc.js';
import type { ParticipantId } from '../retro/model.js';
import type { RetroSetup } from '../retro/setup.js';
import { view } from '../retro/view.js';
import type { RetroView } from '../retro/viewModel.js';
import type { Seat } from './audience.js';
import type { News } from './fanOut.js';
import { PacedAnswers } from './pacedAnswers.js';
import { closing, RoomRefusal } from './refusals.js';
import type { Room, RoomFile } from './room.js';
import { SubPort } from './subPort.js';
import type { World } from './world.js';

/** A line that someone is at, and what its kind can do beyond carrying messages. */
export interface Visitor {
  readonly line: Line;
  /** Larger messages are taken from now on. */
  letIn?(): void;
  /** Bytes that wait to be read by the other side. */
  backlog?(): number;
}

/** Where a connection finds its room. */
export interface Door {
  room(id: string): Room | undefined;
  /** @throws RoomRefusal when rooms are not made here, or not by this key */
  open(key: string, setup: RetroSetup): Promise<{ room: string; invitation: string; credential: string }>;
  /** Something failed that should not have. Never with a name or a text of anyone. */
  warn(message: string): void;
}

/** What is answered as a value; a preview is answered as text. */
const { preview: _preview, ...answered } = roomRequests;

/** Names that someone can try before the line ends. */
const mostTries = 6;
/** Requests that cannot be read before the line ends: a newer panel may have some, a stranger has many. */
const mostUnread = 20;
/** Bytes that may wait for a slow reader before changes are left out, and before the line ends. */
const backlogForChanges = 1_000_000;
const backlogForAll = 32_000_000;

/** One line to one participant: lets them in, hears what they may say, and shows what they may see. */
export class Connection implements Seat {
  private readonly roomPort: SubPort;
  private readonly sealPort: SubPort;
  private readonly previews: PacedAnswers;
  private readonly tell: ReturnType<typeof notifier<typeof roomNotices>>;
  private place: { readonly room: Room; readonly you: ParticipantId } | undefined;
  private greeting = false;
  private tries = 0;
  private unread = 0;
  private shownVersion = -1;
  private shownView: RetroView | undefined;
  private behind = 0;
  private ended = false;
  private readonly cancelDeadline: () => void;

  constructor(
    private readonly visitor: Visitor,
    private readonly door: Door,
    private readonly world: World,
  ) {
    const { line } = visitor;
    this.roomPort = new SubPort((message) => this.answer(message));
    this.sealPort = new SubPort((message) => this.send(message));
    this.tell = notifier<typeof roomNotices>(this.sealPort);
    this.cancelDeadline = world.after(roomLimits.handshake, () => this.end('tooLate'));
    serve(this.roomPort, answered, this.handlers(), { explain: (error) => this.explain(error) });
    this.previews = new PacedAnswers(
      { isBehind: () => this.isBehind(), isOver: () => this.ended, answer: (id) => this.preview(id) },
      world.after,
    );
    line.onMessage((message) => this.hear(message));
    line.onClosed(() => this.gone());
  }

  show(news: News, memo: DiffMemo): void {
    const { place, shownView: before } = this;
    if (place === undefined || before === undefined || news.version <= this.shownVersion) {
      return;
    }
    if (this.isBehind()) {
      this.behind += 1;
      return;
    }
    this.behind = 0;
    const next = view(news.state, { kind: 'participant', id: place.you });
    const patch = diff(before, next, memo);
    this.shownView = next;
    if (patch !== undefined) {
      const base = this.shownVersion;
      this.shownVersion = news.version;
      this.tellChange(news.version, base, memo.text(patch));
    }
  }

  private isBehind(): boolean {
    return (this.visitor.backlog?.() ?? 0) > backlogForChanges;
  }

  /** A notice `change`; its patch is JSON already, most of which others get as well. */
  private tellChange(version: number, base: number, patch: string): void {
    const params = `{"version":${version},"base":${base},"patch":${patch},"sentAt":${this.world.now()}}`;
    try {
      this.send(new WrittenMessage(`{"kind":"notice","method":"change","params":${params}}`));
    } catch {
      // The line is gone. Whoever comes back gets everything.
    }
  }

  beat(): void {
    const { place } = this;
    if (place !== undefined && this.behind > 0) {
      this.show(place.room.audience.shown, new DiffMemo());
    }
    this.tell('beat', { version: this.shownVersion, at: this.world.now() });
  }

  close(code: number): void {
    if (!this.ended) {
      this.tell('closing', { code });
      this.visitor.line.close(code);
      this.gone();
    }
  }

  private end(name: CloseName): void {
    this.close(closeReasons[name].code);
  }

  private gone(): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    this.cancelDeadline();
    this.place?.room.lineLost(this.place.you, this);
  }

  private hear(message: unknown): void {
    if (this.ended) {
      return;
    }
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success) {
      this.end('unreadable');
      return;
    }
    const { output } = parsed;
    if (this.isForSeals(output)) {
      this.sealPort.hear(output);
    } else if (output.kind === 'request' && this.isItsTurn(output.method)) {
      this.request(output);
    } else {
      this.end('unreadable');
    }
  }

  private request(message: Extract<Envelope, { kind: 'request' }>): void {
    if ((message.method === 'hello' || message.method === 'open') && isOtherVersion(message.params)) {
      const { text } = closeReasons.otherVersion;
      this.send({ kind: 'failure', id: message.id, code: 'otherVersion', message: text } satisfies Envelope);
      this.end('otherVersion');
      return;
    }
    if (message.method !== 'preview') {
      this.roomPort.hear(message);
    } else if (!this.previews.ask(message.id)) {
      this.end('tooFast');
    }
  }

  private async preview(id: number): Promise<void> {
    try {
      const files = await this.entered().room.preview();
      this.send(new WrittenMessage(`{"kind":"reply","id":${id},"result":{"files":${filesText(files)}}}`));
    } catch (error) {
      const failure = this.explain(error) ?? { code: 'internal', message: 'The preview could not be made.' };
      this.send({ kind: 'failure', id, ...failure } satisfies Envelope);
    }
  }

  private isForSeals(message: Envelope): boolean {
    if (this.place === undefined) {
      return false;
    }
    return message.kind === 'reply' || message.kind === 'failure' || this.place.room.isSealed(message.method);
  }

  private isItsTurn(method: string): boolean {
    const forStrangers = method === 'hello' || method === 'open';
    return (
      (this.place === undefined ? forStrangers && !this.greeting : !forStrangers) && Object.hasOwn(roomRequests, method)
    );
  }

  private send(message: unknown): void {
    if ((this.visitor.backlog?.() ?? 0) > backlogForAll) {
      this.visitor.line.close(closeReasons.tooSlow.code);
      return;
    }
    this.visitor.line.send(message);
  }

  /** An answer to a request. Requests that could not be read are counted. */
  private answer(message: unknown): void {
    this.send(message);
    const parsed = v.safeParse(envelope, message);
    if (parsed.success && parsed.output.kind === 'failure' && parsed.output.code === 'badParams') {
      this.unread += 1;
      if (this.place === undefined || this.unread > mostUnread) {
        this.end('unreadable');
      }
    }
  }

  /** Words for a failure, and for some the end of the line once they were sent. */
  private explain(error: unknown): Failure | undefined {
    if (error instanceof RoomRefusal) {
      const { code, message, close } = error;
      if (close !== undefined) {
        this.world.soon(() => this.end(close));
      }
      return { code, message };
    }
    this.door.warn(error instanceof Error ? (error.stack ?? error.message) : 'A request failed.');
    return undefined;
  }

  private handlers(): Handlers<typeof answered> {
    return {
      hello: ({ room, as }) => this.hello(room, as),
      kept: () => {
        const { room, you } = this.entered();
        room.confirm(you);
        return null;
      },
      act: ({ id, event }) => {
        const { room, you } = this.entered();
        return room.act(you, id, event);
      },
      resync: () => this.everything(),
      leave: async () => {
        const { room, you } = this.entered();
        await room.leave(you);
        this.world.soon(() => this.end('left'));
        return null;
      },
      open: ({ key, setup }) => this.door.open(key, setup),
    };
  }

  private async hello(id: string, as: Entrance) {
    this.greeting = true;
    this.tries += 1;
    const room = this.door.room(id);
    if (room === undefined || this.tries > mostTries) {
      throw closing('notLetIn');
    }
    const { you, credential } = await room.enter(as).finally(() => {
      this.greeting = false;
    });
    this.cancelDeadline();
    this.place = { room, you };
    this.visitor.letIn?.();
    room.seat(you, this, this.sealPort);
    if (this.ended) {
      room.lineLost(you, this);
    }
    return { protocol: roomProtocol, you, credential, ...this.everything() };
  }

  /** The whole view; changes go on from it. */
  private everything(): NumberedView {
    const { room, you } = this.entered();
    const numbered = room.numbered(you);
    this.shownVersion = numbered.version;
    this.shownView = numbered.view;
    return numbered;
  }

  private entered() {
    if (this.place === undefined) {
      throw closing('unreadable');
    }
    return this.place;
  }
}

/** Previews are long, and many may ask for the same one at once: what is written for one line is for all. */
function filesText(files: readonly RoomFile[]): string {
  const text = fileTexts.get(files) ?? JSON.stringify(files);
  fileTexts.set(files, text);
  return text;
}

const fileTexts = new WeakMap<readonly RoomFile[], string>();

const anyHello = v.looseObject({ protocol: v.number() });

function isOtherVersion(params: unknown): boolean {
  const parsed = v.safeParse(anyHello, params);
  return parsed.success && parsed.output.protocol !== roomProtocol;
}
