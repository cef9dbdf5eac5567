/** Plugs the sealed rounds into the panel: the steps see `together/secrets.ts`, the line carries orders and answers. */
import { effect } from '@preact/signals';
import type { Line } from '../../protocol/line.js';
import { listen, notifier } from '../../protocol/rpc.js';
import { sealNotices } from '../../protocol/sealMessages.js';
import { RoomMemory } from '../../retro/sealing/client/roomMemory.js';
import { SealClient } from '../../retro/sealing/client/sealClient.js';
import type { SealNews } from '../../retro/sealing/client/sealNews.js';
import { boxOf } from '../../retro/sealing/content.js';
import type { SealingCrypto } from '../../retro/sealing/crypto.js';
import type { Purpose, SealReply } from '../../retro/sealing/messages.js';
import { dropAllCards, panelMemory, writtenCards } from '../drafts.js';
import { act, room } from '../room.js';
import { ballotDraft, completeAnswers } from '../together/ballotDrafts.js';
import { amending, mixes, provideSealer, readiness, type Secret } from '../together/secrets.js';
import { browserCrypto } from './browserCrypto.js';
import { HandIn } from './handIn.js';
import { NewsDesk } from './newsDesk.js';
import { shownRoom } from './shownRoom.js';

/** One panel's sealing, for as long as it is in the room. */
export class PanelSealing {
  private readonly client: SealClient;
  private readonly handIn: HandIn;
  private readonly news: NewsDesk;
  private send: (reply: SealReply) => void = () => undefined;
  private stopListening: () => void = () => undefined;
  private insists = false;
  /** The digest of the question that was on the screen when the person handed in. */
  private readonly readyFor = new Map<Purpose, string | undefined>();
  private readonly stopLooking: () => void;

  private constructor(
    crypto: SealingCrypto,
    private readonly memory: RoomMemory,
  ) {
    this.handIn = new HandIn(crypto, (purpose) => this.isReady(purpose));
    this.client = new SealClient({
      crypto,
      memory,
      shown: shownRoom,
      insists: () => this.insists,
      answers: (purpose) => this.answers(purpose),
      send: (reply) => this.send(reply),
      contents: (plan) => this.handIn.contents(plan),
      news: (news) => this.hear(news),
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      now: () => performance.now(),
    });
    this.news = new NewsDesk(this.client, this.handIn, () => this.insists);
    this.provide();
    memory.onChange(() => {
      panelMemory.value = memory.text;
    });
    panelMemory.value = memory.text;
    this.stopLooking = effect(() => this.look());
  }

  /** @param id of the room, as the invitation has it: nothing that a hub says about it is believed */
  static async start(id: string, crypto?: SealingCrypto): Promise<PanelSealing> {
    const made = crypto ?? (await browserCrypto());
    return new PanelSealing(made, await RoomMemory.of(made, id, panelMemory.peek()));
  }

  /** The line to the room, each time that it is there; nothing while it is lost. */
  on(line: Line | undefined): void {
    this.stopListening();
    if (line === undefined) {
      this.send = () => undefined;
      this.news.lineLost();
      return;
    }
    const tell = notifier<typeof sealNotices.toHub>(line);
    this.send = (reply) => tell('seal', reply);
    this.stopListening = listen(line, sealNotices.toPanel, { seal: (order) => void this.client.receive(order) });
    this.client.introduce();
    for (const about of Object.keys(readiness.peek()) as Secret[]) {
      if (this.isReady(about)) {
        this.send({ type: 'ready', purpose: about, ready: true });
      }
    }
  }

  dispose(): void {
    this.stopListening();
    this.stopLooking();
    this.news.dispose();
  }

  private provide(): void {
    provideSealer({
      ready: (about, ready) => this.ready(about, ready),
      amend: (change) => {
        this.handIn.amend(change);
        amending.value = this.handIn.amending;
      },
      insist: () => {
        this.insists = true;
        mixes.value = 'asked';
      },
    });
  }

  /** Remembers what is shown, and takes back what was handed in for a question that is not there any more. */
  private look(): void {
    const view = room.value;
    if (view === undefined) {
      return;
    }
    this.client.look(view);
    this.news.look(view);
    for (const about of Object.keys(readiness.peek()) as Secret[]) {
      if (readiness.peek()[about]?.mine && !this.isReady(about)) {
        this.ready(about, false);
      }
    }
    if (view.kind === 'write') {
      void this.client.expect('cards');
    }
  }

  private ready(about: Secret, ready: boolean): void {
    const now = readiness.peek()[about];
    this.readyFor.set(about, ready ? this.memory.askedFirst(about) : undefined);
    readiness.value = { ...readiness.peek(), [about]: { ready: now?.ready ?? 0, of: now?.of ?? 0, mine: ready } };
    this.send({ type: 'ready', purpose: about, ready });
  }

  private isReady(purpose: Purpose): boolean {
    const asked = this.readyFor.get(purpose);
    const mine = purpose !== 'amend' && (readiness.peek()[purpose]?.mine ?? false);
    return mine && asked !== undefined && asked === this.memory.askedFirst(purpose);
  }

  /** Whether the person hands something in. */
  private answers(purpose: Purpose): boolean {
    if (purpose === 'cards') {
      return writtenCards().length > 0;
    }
    const box = boxOf(purpose);
    const complete = box === undefined || completeAnswers(ballotDraft(box).peek()) !== undefined;
    return this.isReady(purpose) && complete;
  }

  private hear(news: SealNews): void {
    if (news.type === 'handInSigned') {
      void this.handInSigned(news.ask);
    } else {
      this.news.tell(news);
    }
  }

  /** Where the room chose names, cards are signed and handed in as they are. */
  private async handInSigned(ask: string): Promise<void> {
    const cards = writtenCards();
    if (cards.length === 0 || (await act({ type: 'entry/signed', cards }))) {
      dropAllCards();
    }
    this.send({ type: 'signed', ask });
  }
}
