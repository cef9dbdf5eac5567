/** Plugs the sealed rounds into the panel: the steps see `together/secrets.ts`, the line carries orders and answers. */
import { computed, effect } from '@preact/signals';
import type { Line } from '../../protocol/line.js';
import { listen, notifier } from '../../protocol/rpc.js';
import { sealNotices } from '../../protocol/sealMessages.js';
import { fewestAnswers } from '../../retro/limits.js';
import { SealClient, type SealNews, type StoppedNews } from '../../retro/sealing/client/sealClient.js';
import type { SealingCrypto } from '../../retro/sealing/crypto.js';
import { mostDrawn } from '../../retro/sealing/gathering.js';
import type { Purpose, SealReply } from '../../retro/sealing/messages.js';
import { stopText } from '../../retro/sealing/sealTexts.js';
import type { RetroView } from '../../retro/viewModel.js';
import { dropAllCards, votes, writtenCards } from '../drafts.js';
import { act, room } from '../room.js';
import { t } from '../text.js';
import { ballotDraft } from '../together/ballotDrafts.js';
import {
  amending,
  type Mixing,
  mixes,
  mixing,
  mixingProblem,
  ownCards,
  provideSealer,
  readiness,
  type Secret,
  sealAgain,
  wordsOfRoom,
} from '../together/secrets.js';
import { browserCrypto } from './browserCrypto.js';
import { HandIn, type SealedCard } from './handIn.js';
import { areCountedRight, areOnTheBoard } from './shownRight.js';

/** How long the hub has to show what came out, in milliseconds. */
const patience = 10_000;

/** One panel's sealing, for as long as it is in the room. */
export class PanelSealing {
  private readonly client: SealClient;
  private readonly handIn: HandIn;
  private send: (reply: SealReply) => void = () => undefined;
  private stopListening: () => void = () => undefined;
  private insists = false;
  private readonly waiting = new Set<() => void>();
  private readonly stopPreparing: () => void;

  private constructor(crypto: SealingCrypto, keys: ConstructorParameters<typeof SealClient>[0]['keys']) {
    this.handIn = new HandIn(crypto, (purpose) => isReady(purpose));
    this.client = new SealClient({
      crypto,
      keys,
      me: () => room.peek()?.me,
      fewest: () => (room.peek()?.anonymityPossible ? fewestAnswers : 1),
      insists: () => this.insists,
      send: (reply) => this.send(reply),
      contents: (plan) => this.handIn.contents(plan),
      news: (news) => this.tell(news),
    });
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
    const writing = computed(() => room.value?.kind === 'write');
    this.stopPreparing = effect(() => {
      if (writing.value) {
        void this.client.expect('cards');
      }
    });
  }

  static async start(crypto?: SealingCrypto): Promise<PanelSealing> {
    return PanelSealing.with(crypto ?? (await browserCrypto()));
  }

  private static async with(crypto: SealingCrypto): Promise<PanelSealing> {
    const keys = { sign: await crypto.newSigningKeys(), mix: await crypto.newBoxKeys() };
    return new PanelSealing(crypto, keys);
  }

  /** The line to the room, each time that it is there; nothing while it is lost. */
  on(line: Line | undefined): void {
    this.stopListening();
    if (line === undefined) {
      this.send = () => undefined;
      mixing.value = undefined;
      return;
    }
    const tell = notifier<typeof sealNotices.toHub>(line);
    this.send = (reply) => tell('seal', reply);
    this.stopListening = listen(line, sealNotices.toPanel, { seal: (order) => void this.client.receive(order) });
    this.client.introduce();
    for (const about of Object.keys(readiness.peek()) as Secret[]) {
      if (isReady(about)) {
        this.send({ type: 'ready', purpose: about, ready: true });
      }
    }
  }

  dispose(): void {
    this.stopListening();
    this.stopPreparing();
    for (const stop of [...this.waiting]) {
      stop();
    }
  }

  private ready(about: Secret, ready: boolean): void {
    const now = readiness.peek()[about];
    readiness.value = { ...readiness.peek(), [about]: { ready: now?.ready ?? 0, of: now?.of ?? 0, mine: ready } };
    this.send({ type: 'ready', purpose: about, ready });
  }

  private tell(news: SealNews): void {
    switch (news.type) {
      case 'gathered':
        wordsOfRoom.value = news.gathering.words;
        mixes.value = this.mixes(news.gathering.order);
        break;
      case 'phase':
        this.showPhase(news.purpose, news.phase === 'sealing' ? 'gathering' : news.phase);
        break;
      case 'progress':
        this.showProgress(news.mixed, news.of);
        break;
      case 'readiness':
        this.showReadiness(news);
        break;
      case 'handInSigned':
        void this.handInSigned(news.ask);
        break;
      case 'done':
        this.done(news);
        break;
      case 'stopped':
        this.stopped(news);
        break;
    }
  }

  private mixes(order: readonly string[]): typeof mixes.value {
    const place = order.indexOf(room.peek()?.me ?? '');
    if (order.length <= mostDrawn) {
      return 'all';
    }
    return this.insists ? 'asked' : place < mostDrawn ? 'drawn' : 'notDrawn';
  }

  private showPhase(purpose: Purpose, phase: Mixing['phase']): void {
    mixingProblem.value = undefined;
    const before = mixing.peek()?.about === purpose ? mixing.peek() : undefined;
    mixing.value = { about: purpose, phase, done: before?.done ?? 0, of: before?.of ?? 0 };
  }

  private showProgress(done: number, of: number): void {
    const now = mixing.peek();
    if (now !== undefined) {
      mixing.value = { ...now, phase: now.phase === 'gathering' ? 'mixing' : now.phase, done, of };
    }
  }

  private showReadiness({ purpose, ready, of }: Extract<SealNews, { type: 'readiness' }>): void {
    if (purpose !== 'amend') {
      const mine = readiness.peek()[purpose]?.mine ?? false;
      readiness.value = { ...readiness.peek(), [purpose]: { ready, of, mine } };
    }
  }

  private done({ purpose, count }: Extract<SealNews, { type: 'done' }>): void {
    mixing.value = undefined;
    sealAgain.value = undefined;
    if (purpose === 'cards') {
      const out = this.handIn.cardsAreOut();
      ownCards.value = this.handIn.own;
      this.expectOnBoard(out);
    } else if (purpose === 'amend') {
      this.handIn.amendmentIsOut();
      amending.value = this.handIn.amending;
    } else {
      this.forget(purpose);
      if (purpose === 'vote') {
        void this.expectCount(count);
      }
    }
  }

  /** Handed in is handed in: a ballot stays nowhere. What its person had not finished with stays a draft. */
  private forget(about: Secret): void {
    if (!isReady(about)) {
      return;
    }
    const { [about]: _, ...others } = readiness.peek();
    readiness.value = others;
    if (about === 'vote') {
      votes.value = {};
    } else if (about.startsWith('ballot/')) {
      ballotDraft(about.slice('ballot/'.length) as Parameters<typeof ballotDraft>[0]).value = '';
    }
  }

  private expectOnBoard(cards: readonly SealedCard[]): void {
    if (cards.length > 0) {
      this.expect(
        (view) => areOnTheBoard(view, cards),
        t('Something that you wrote is not on the board as you wrote it. Say so aloud.'),
      );
    }
  }

  private async expectCount(count: Extract<SealNews, { type: 'done' }>['count']): Promise<void> {
    const contents = await count();
    this.expect(
      (view) => view.vote.status === 'counted' && areCountedRight(view.vote, contents),
      t('The votes that are shown are not those that came out of the envelopes. Say so aloud.'),
    );
  }

  /** Says so when the room does not come to look like that within a while. */
  private expect(holds: (view: RetroView) => boolean, otherwise: string): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const end = (): void => {
      over = true;
      clearTimeout(timer);
      this.waiting.delete(end);
      // The effect may be running for the first time.
      queueMicrotask(() => stop());
    };
    this.waiting.add(end);
    const stop = effect(() => {
      const view = room.value;
      if (!over && view !== undefined && holds(view)) {
        end();
      }
    });
    if (!over) {
      timer = setTimeout(() => {
        end();
        mixingProblem.value = otherwise;
      }, patience);
    }
  }

  private stopped(news: StoppedNews): void {
    mixing.value = undefined;
    const { purpose, why, objection, asks } = news;
    if (purpose === 'amend') {
      // The next round comes by itself.
      this.handIn.amendmentWaits();
      return;
    }
    const again = !news.mine && (why === 'left' || why === 'late');
    mixingProblem.value = again ? t('Someone’s line was lost. The others seal again.') : t(stopText(why, objection));
    if (purpose !== undefined && asks !== undefined) {
      sealAgain.value = {
        ...asks,
        agree: () => {
          this.client.agree(purpose);
          sealAgain.value = undefined;
          mixingProblem.value = undefined;
        },
      };
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

function isReady(purpose: Purpose): boolean {
  return purpose !== 'amend' && (readiness.peek()[purpose]?.mine ?? false);
}
