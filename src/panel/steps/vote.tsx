import type { RetroView, TopicView } from '../../retro/viewModel.js';
import { givenVotes, votes } from '../drafts.js';
import { useStepMoves } from '../moves.js';
import { Lead } from '../parts/lead.js';
import { PassOn } from '../parts/passOn.js';
import { Withheld } from '../parts/secretBallot.js';
import { act, may } from '../room.js';
import { t } from '../text.js';
import { HandedIn, hasHandedIn } from '../together/handedIn.js';
import { MixingState } from '../together/mixingState.js';
import { setReady } from '../together/secrets.js';
import { votesInWords } from './votesInWords.js';

/** Where to put our time. Ballots are secret, and counted as they come in. */
export function Voting({ view }: { readonly view: RetroView }) {
  const open = () => void act({ type: 'vote/open' });
  const waiting = view.vote.status === 'waiting' && may('vote/open');
  useStepMoves(
    waiting ? [{ id: 'open', key: 'Enter', label: t('open the vote'), place: 'start', next: true, run: open }] : [],
  );
  return (
    <>
      <Lead view={view} title={t('What shall we talk about?')}>
        {t('{0} votes each, {1} at most for one topic.', view.vote.budget, view.vote.cap)}
      </Lead>
      {view.vote.status === 'waiting' && <TopicList topics={view.talk.topics} />}
      {waiting && (
        <button type="button" class="primary" onClick={open}>
          {t('Open the vote')}
        </button>
      )}
      {view.vote.status === 'open' && <OpenVote view={view} />}
      {view.vote.status === 'counted' && <Counted view={view} />}
    </>
  );
}

function OpenVote({ view }: { readonly view: RetroView }) {
  return (
    <div class="stack">
      {view.mode === 'shared' ? (
        <PassOn
          title={t('Who votes first?')}
          promise={t('The others look away. Only the sum of all ballots is kept.')}
          done={view.vote.ballots}
          of={view.vote.of}
        >
          {(handOver) => <Ballot view={view} onDone={handOver} />}
        </PassOn>
      ) : (
        <OwnBallot view={view} />
      )}
      {may('vote/close') && (view.vote.ballots > 0 || view.mode === 'room') && (
        <div>
          <button type="button" onClick={() => void act({ type: 'vote/close' })}>
            {t('Count what is there')}
          </button>
        </div>
      )}
    </div>
  );
}

/** At a panel of one's own: the ballot waits here, and goes with everyone's. */
function OwnBallot({ view }: { readonly view: RetroView }) {
  return (
    <>
      {hasHandedIn('vote') ? (
        <HandedIn about="vote" of={view.vote.of} />
      ) : (
        <Ballot view={view} onDone={() => undefined} />
      )}
      <MixingState about="vote" />
    </>
  );
}

function Ballot({ view, onDone }: { readonly view: RetroView; readonly onDone: () => void }) {
  const { budget, cap } = view.vote;
  const left = budget - Object.values(votes.value).reduce((sum, given) => sum + given, 0);
  const give = (topic: string, by: number) => {
    const given = (votes.value[topic] ?? 0) + by;
    if (given >= 0 && given <= cap && (by < 0 || left > 0)) {
      votes.value = { ...votes.value, [topic]: given };
    }
  };
  const cast = async () => {
    if (view.mode === 'room') {
      setReady('vote', true);
    } else if (await act({ type: 'vote/cast', votes: givenVotes() })) {
      votes.value = {};
      onDone();
    }
  };
  useStepMoves([
    {
      id: 'plus',
      key: '+',
      label: t('one vote more for this topic'),
      place: 'hidden',
      run: () => giveFocused(give, 1),
    },
    { id: 'minus', key: '-', label: t('one vote less'), place: 'hidden', run: () => giveFocused(give, -1) },
    { id: 'cast', key: 'Ctrl+Enter', label: t('hand in'), place: 'start', next: true, run: () => void cast() },
  ]);
  return (
    <>
      <p class="tokens start">
        <span aria-hidden="true">
          {Array.from({ length: budget }, (_, index) => (
            <i key={index} class={index < left ? 'token full' : 'token'} />
          ))}
        </span>
        <span class="dim" role="status">
          {left === 1 ? t('1 vote left') : t('{0} votes left', left)}
        </span>
      </p>
      <ul class="lines">
        {view.talk.topics.map((topic) => (
          <li key={topic.id} data-topic={topic.id}>
            <span class="words">{topic.title}</span>
            <Stepper topic={topic} given={votes.value[topic.id] ?? 0} cap={cap} left={left} give={give} />
          </li>
        ))}
      </ul>
      <p class="row end">
        <button type="button" class="primary" onClick={() => void cast()}>
          {t('Hand in my votes')}
        </button>
      </p>
    </>
  );
}

interface StepperProps {
  readonly topic: TopicView;
  readonly given: number;
  readonly cap: number;
  readonly left: number;
  readonly give: (topic: string, by: number) => void;
}

function Stepper({ topic, given, cap, left, give }: StepperProps) {
  return (
    <span class="row stepper">
      <button
        type="button"
        class="plain"
        aria-label={t('One vote less: {0}', topic.title)}
        aria-disabled={given === 0}
        onClick={() => give(topic.id, -1)}
      >
        −
      </button>
      <output aria-label={t('Your votes for {0}: {1}', topic.title, given)}>{given}</output>
      <button
        type="button"
        class="plain"
        aria-label={t('One vote more: {0}', topic.title)}
        aria-disabled={left === 0 || given === cap}
        onClick={() => give(topic.id, 1)}
      >
        +
      </button>
    </span>
  );
}

function giveFocused(give: (topic: string, by: number) => void, by: number): void {
  const topic = document.activeElement?.closest<HTMLElement>('[data-topic]')?.dataset.topic;
  if (topic !== undefined) {
    give(topic, by);
  }
}

function TopicList({ topics }: { readonly topics: readonly TopicView[] }) {
  return (
    <ul class="lines">
      {topics.map((topic) => (
        <li key={topic.id}>
          <span class="words">{topic.title}</span>
          {topic.votes !== undefined && <span class="dim">{votesInWords(topic.votes)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Counted({ view }: { readonly view: RetroView }) {
  return (
    <>
      <TopicList topics={view.talk.topics} />
      {view.vote.withheld && <Withheld />}
      {!view.vote.totals && !view.vote.withheld && (
        <p class="dim">{t('Fewer than four voted: the order is all that is shown.')}</p>
      )}
      {may('vote/reset') && (
        <p class="row end">
          <button type="button" onClick={() => void act({ type: 'vote/reset' })}>
            {t('Vote again')}
          </button>
        </p>
      )}
    </>
  );
}
