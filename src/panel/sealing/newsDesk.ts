/** Shows the news of sealed rounds to the person. */
import type { SealClient } from '../../retro/sealing/client/sealClient.js';
import type { SealNews, StoppedNews } from '../../retro/sealing/client/sealNews.js';
import { drawnOf } from '../../retro/sealing/gathering.js';
import type { Purpose } from '../../retro/sealing/messages.js';
import { stopText } from '../../retro/sealing/sealTexts.js';
import type { RetroView } from '../../retro/viewModel.js';
import { votes } from '../drafts.js';
import { announce } from '../live.js';
import { nameOf, room } from '../room.js';
import { t } from '../text.js';
import { ballotDraft } from '../together/ballotDrafts.js';
import {
  amending,
  fewPeople,
  lateCards,
  type Mixing,
  mixes,
  mixing,
  mixingProblem,
  objected,
  otherKeys,
  ownCards,
  peopleMoved,
  readiness,
  redrawn,
  sealAgain,
  stoppedBy,
  wordsOfRoom,
} from '../together/secrets.js';
import type { HandIn, SealedCard } from './handIn.js';
import { areCountedRight, areOnTheBoard } from './shownRight.js';
import { untilRoom } from './shownRoom.js';

/** The time that the hub has to show what came out, in milliseconds. */
const patience = 10_000;

type Of<T extends SealNews['type']> = Extract<SealNews, { readonly type: T }>;

export class NewsDesk {
  private disposed = false;
  private cards: RetroView['cards'] | undefined;
  /** The last count of votes that this panel made itself: it stays on the screen when a second one is withheld. */
  private counted: Counted | undefined;
  /** Rounds of changes in a row that this panel stopped, since it shows another board than others. */
  private otherBoards = 0;

  constructor(
    private readonly client: SealClient,
    private readonly handIn: HandIn,
    private readonly insists: () => boolean,
  ) {}

  tell(news: SealNews): void {
    switch (news.type) {
      case 'gathered':
        this.gathered(news);
        break;
      case 'redrawn':
        redrawn.value = news.times;
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
      case 'askWithout':
        stoppedBy.value = { people: news.people, text: t(stopText('objection', news.objection)) };
        break;
      case 'done':
        this.done(news);
        break;
      case 'stopped':
        this.stopped(news);
        break;
      case 'moved':
        peopleMoved.value = { gone: news.gone, came: news.came };
        break;
      case 'late':
        this.late();
        break;
      default:
        break;
    }
  }

  /** A hub that shows each person other words of one card could see in a change of it whose it is. */
  look({ cards }: RetroView): void {
    if (cards !== this.cards) {
      this.cards = cards;
      if (this.handIn.reworded(cards).length > 0) {
        this.object(
          t('A card of yours is shown in other words than yours. Do not change or answer it, and say so aloud.'),
        );
      }
    }
  }

  private object(words: string): void {
    objected.value = words;
    announce(words);
  }

  lineLost(): void {
    mixing.value = undefined;
  }

  dispose(): void {
    this.disposed = true;
  }

  private gathered({ gathering, otherKeys: names, few }: Of<'gathered'>): void {
    const { words, members, order } = gathering;
    wordsOfRoom.value = { words, people: members.length };
    if (objected.peek() === t(stopText('objection', 'people'))) {
      // Someone came or went while it was gathered; now all agree.
      objected.value = undefined;
    }
    mixes.value = this.mixes(order);
    otherKeys.value =
      names.length === 0
        ? undefined
        : {
            names,
            acknowledge: () => {
              this.client.acknowledgeKeys();
              otherKeys.value = undefined;
            },
          };
    fewPeople.value =
      few === undefined
        ? undefined
        : {
            names: members.map((member) => member.name),
            agree: () => {
              this.client.agreeToFew();
              fewPeople.value = undefined;
            },
          };
  }

  private mixes(order: readonly string[]): typeof mixes.value {
    const place = order.indexOf(room.peek()?.me ?? '');
    const drawn = drawnOf(order.length);
    if (drawn === order.length) {
      return 'all';
    }
    return this.insists() ? 'asked' : place < drawn ? 'drawn' : 'notDrawn';
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

  private showReadiness({ purpose, ready, of }: Of<'readiness'>): void {
    if (purpose !== 'amend') {
      const mine = readiness.peek()[purpose]?.mine ?? false;
      readiness.value = { ...readiness.peek(), [purpose]: { ready, of, mine } };
    }
  }

  private late(): void {
    lateCards.value = {
      agree: () => {
        this.client.agreeToLate();
        lateCards.value = undefined;
      },
    };
  }

  private done({ purpose, question, count }: Of<'done'>): void {
    mixing.value = undefined;
    sealAgain.value = undefined;
    stoppedBy.value = undefined;
    if (purpose === 'cards') {
      const out = this.handIn.cardsAreOut();
      ownCards.value = this.handIn.own;
      void this.expectOnBoard(out);
    } else if (purpose === 'amend') {
      this.otherBoards = 0;
      this.handIn.amendmentIsOut();
      amending.value = this.handIn.amending;
    } else {
      forget(purpose, this.handIn.ballotIsOut(purpose));
      if (purpose === 'vote') {
        void this.expectCount(question, count);
      }
    }
  }

  /** Drafts are gone only when the board shows them. */
  private async expectOnBoard(cards: readonly SealedCard[]): Promise<void> {
    const text = t(
      'Something that you wrote is not on the board as you wrote it. It is still here with you. Say so aloud.',
    );
    const isThere = cards.length === 0 || (await this.expect((view) => areOnTheBoard(view, cards), text));
    this.handIn.settle(cards, isThere);
  }

  private async expectCount(question: Counted['question'], count: Of<'done'>['count']): Promise<void> {
    const before = this.counted;
    const now = { question, contents: await count() };
    this.counted = now;
    await this.expect(({ vote }) => {
      const { question: asked, contents } = (vote.withheld ? before : undefined) ?? now;
      return vote.status === 'counted' && areCountedRight(vote, asked, contents);
    }, t('The votes that are shown are not those that came out of the envelopes. Say so aloud.'));
  }

  /** Says so when the room does not come to look like that within a while. */
  private async expect(holds: (view: RetroView) => boolean, otherwise: string): Promise<boolean> {
    const isThere = await untilRoom(holds, patience);
    if (!isThere && !this.disposed) {
      this.object(otherwise);
    }
    return isThere;
  }

  /** Once can be a change on its way; twice in a row is a board that others do not have. */
  private noticeOtherBoard({ mine, objection }: StoppedNews): void {
    this.otherBoards = mine && objection === 'question' ? this.otherBoards + 1 : 0;
    if (this.otherBoards >= 2) {
      this.object(t('The cards on your board are not those that others have. Read some aloud and compare.'));
    }
  }

  private stopped(news: StoppedNews): void {
    mixing.value = undefined;
    const { purpose, asks } = news;
    if (purpose === 'amend') {
      // The next round comes by itself.
      this.handIn.amendmentWaits();
      this.noticeOtherBoard(news);
      return;
    }
    if (news.mine && news.why === 'objection') {
      this.object(wordsFor(news));
      return;
    }
    mixingProblem.value = wordsFor(news);
    announce(mixingProblem.value);
    if (purpose !== undefined && asks !== undefined) {
      sealAgain.value = {
        ...asks,
        agree: () => {
          this.client.agree(purpose);
          sealAgain.value = undefined;
          fewPeople.value = undefined;
          mixingProblem.value = undefined;
        },
      };
    }
  }
}

interface Counted {
  readonly question: Of<'done'>['question'];
  readonly contents: Awaited<ReturnType<Of<'done'>['count']>>;
}

function wordsFor({ why, objection, mine, without = [] }: StoppedNews): string {
  const names = without.map(nameOf).filter((name) => name !== '');
  if (names.length > 0) {
    const left = names.join(', ');
    return why === 'late'
      ? t('No answer came from the panel of {0} in time. The others seal without it.', left)
      : t('What came from the panel of {0} cannot be right. The others seal without it.', left);
  }
  const again = !mine && (why === 'left' || why === 'late');
  return again ? t('Someone’s line was lost. The others seal again.') : t(stopText(why, objection));
}

/** Forgets a ballot that was handed in. One that its person had not finished with stays a draft. */
function forget(purpose: Exclude<Purpose, 'cards' | 'amend'>, isOut: boolean): void {
  if (isOut) {
    if (purpose === 'vote') {
      votes.value = {};
    } else {
      ballotDraft(purpose.slice('ballot/'.length) as Parameters<typeof ballotDraft>[0]).value = '';
    }
  }
  const { [purpose]: _over, ...rest } = readiness.peek();
  readiness.value = rest;
}
