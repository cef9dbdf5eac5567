import { useSignal } from '@preact/signals';
import type { BoxName } from '../../retro/model.js';
import type { BoxView } from '../../retro/viewModel.js';
import { useStepMoves } from '../moves.js';
import { act, may, onSharedScreen } from '../room.js';
import { t } from '../text.js';
import { answersIn, ballotDraft } from '../together/ballotDrafts.js';
import { HandedIn, hasHandedIn } from '../together/handedIn.js';
import { MixingState } from '../together/mixingState.js';
import { setReady } from '../together/secrets.js';
import { PassOn } from './passOn.js';
import { Segments } from './segments.js';

/** One question of a secret ballot. */
export interface Question {
  readonly text: string;
  /** The scale, lowest first, and what its answers mean. */
  readonly answers: readonly { readonly value: number; readonly label: string }[];
}

interface SecretBallotProps {
  readonly name: BoxName;
  readonly box: BoxView;
  readonly questions: readonly Question[];
}

/** A secret question while it is open. The shared screen is passed round; at a panel of one's own it is just asked. */
export function SecretBallot({ name, box, questions }: SecretBallotProps) {
  return (
    <div class="stack">
      {onSharedScreen() ? (
        <PassedRound name={name} box={box} questions={questions} />
      ) : (
        <Own name={name} box={box} questions={questions} />
      )}
      {may('ballot/close') && (box.answers > 0 || !onSharedScreen()) && (
        <div>
          <button type="button" onClick={() => void act({ type: 'ballot/close', box: name })}>
            {t('Count what is there')}
          </button>
        </div>
      )}
    </div>
  );
}

/** At a panel of one's own: the answer waits here, and goes with everyone's. */
function Own({ name, box, questions }: SecretBallotProps) {
  const about = `ballot/${name}` as const;
  return (
    <>
      {hasHandedIn(about) ? (
        <HandedIn about={about} of={box.of} />
      ) : (
        <Answers name={name} questions={questions} onDone={() => setReady(about, true)} />
      )}
      <MixingState about={about} />
    </>
  );
}

function PassedRound({ name, box, questions }: SecretBallotProps) {
  return (
    <PassOn
      title={t('A secret answer from each of you')}
      promise={t('Only the sum is kept, and it is shown from four answers on.')}
      done={box.answers}
      of={box.of}
    >
      {(handOver) => <Answers name={name} questions={questions} onDone={handOver} />}
    </PassOn>
  );
}

interface AnswersProps {
  readonly name: BoxName;
  readonly questions: readonly Question[];
  readonly onDone: () => void;
}

function Answers({ name, questions, onDone }: AnswersProps) {
  const passed = useSignal('');
  // One screen goes round: what it keeps of an answer is gone with the turn.
  const kept = onSharedScreen() ? passed : ballotDraft(name);
  const given = answersIn(kept.value);
  const complete = questions.every((_, index) => given[index] !== undefined);
  const choose = (index: number, value: string) => {
    const all = questions.map((_, at) => (at === index ? value : (given[at] ?? '')));
    kept.value = all.join(' ');
  };
  const send = async () => {
    const answers = questions.map((_, index) => Number(given[index] ?? 0));
    if (!onSharedScreen()) {
      onDone();
    } else if (await act({ type: 'ballot/answer', box: name, answers })) {
      onDone();
    }
  };
  useStepMoves([
    { id: 'send', key: 'Ctrl+Enter', label: t('hand in'), place: 'start', disabled: !complete, run: () => void send() },
  ]);
  return (
    <div class="stack">
      {questions.map((question, index) => (
        <div key={question.text}>
          <p class="field-name">{question.text}</p>
          <Segments
            label={question.text}
            choices={question.answers.map(({ value, label }) => ({ value: String(value), label }))}
            value={given[index]}
            onChoose={(value) => choose(index, value)}
          />
        </div>
      ))}
      <div>
        <button type="button" class="primary" disabled={!complete} onClick={() => void send()}>
          {t('Hand in')}
        </button>
      </div>
    </div>
  );
}

/** The sum of the answers. Below four there is no sum, and it is said why. */
export function BallotResult({ box, questions }: { readonly box: BoxView; readonly questions: readonly Question[] }) {
  if (box.withheld) {
    return (
      <>
        <Withheld />
        {box.histograms && <Histograms box={box} questions={questions} />}
      </>
    );
  }
  if (!box.histograms) {
    return <p class="dim">{t('Fewer than four answers: no sum is shown, so that nobody can be read from it.')}</p>;
  }
  return <Histograms box={box} questions={questions} />;
}

/** A second count that would show what one person answered is not shown. */
export function Withheld() {
  return (
    <p class="dim">
      {t(
        'This was counted before, and fewer than four answers are new. The second count would show what one of you answered, so the first one stays.',
      )}
    </p>
  );
}

function Histograms({ box, questions }: { readonly box: BoxView; readonly questions: readonly Question[] }) {
  return (
    <div class="columns">
      {questions.map((question, index) => (
        <Histogram key={question.text} question={question} counts={box.histograms?.[index] ?? []} />
      ))}
    </div>
  );
}

function Histogram({ question, counts }: { readonly question: Question; readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <figure class="histogram">
      <figcaption>{question.text}</figcaption>
      <ul class="bars">
        {question.answers.map((answer, index) => (
          <li key={answer.value}>
            <i class="bar" ref={(bar) => bar?.style.setProperty('--part', String((counts[index] ?? 0) / most))} />
            <span class="dim">{answer.label}</span>
            <span class="unseen">{t('{0} answers', counts[index] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
