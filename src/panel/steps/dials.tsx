import type { BoxName } from '../../retro/model.js';
import type { RetroView } from '../../retro/viewModel.js';
import { BallotResult, type Question, SecretBallot } from '../parts/secretBallot.js';
import { act, may } from '../room.js';
import { t } from '../text.js';

/** Did each of us have room, and leave room? Was it worth the time? A picture of the team, never of a person. */
export function Dials({ view }: { readonly view: RetroView }) {
  return (
    <div class="stack apart">
      <Asked view={view} name="dials" questions={dialQuestions()} />
      {view.boxes.dials?.status !== 'open' && <Asked view={view} name="worth" questions={[worthQuestion()]} />}
    </div>
  );
}

interface AskedProps {
  readonly view: RetroView;
  readonly name: Extract<BoxName, 'dials' | 'worth'>;
  readonly questions: readonly Question[];
}

function Asked({ view, name, questions }: AskedProps) {
  const box = view.boxes[name];
  if (box === undefined) {
    return may('ballot/open') ? (
      <div>
        <button type="button" onClick={() => void act({ type: 'ballot/open', box: name })}>
          {name === 'dials' ? t('Ask how we talked') : t('Ask whether it was worth the time')}
        </button>
      </div>
    ) : null;
  }
  return box.status === 'open' ? (
    <SecretBallot name={name} box={box} questions={questions} />
  ) : (
    <BallotResult box={box} questions={questions} />
  );
}

function dialQuestions(): readonly Question[] {
  const scale = [t('not at all'), t('a little'), t('partly'), t('mostly'), t('fully')];
  const answers = scale.map((label, value) => ({ value, label }));
  return [
    { text: t('I had room to speak.'), answers },
    { text: t('I left room for others.'), answers },
  ];
}

function worthQuestion(): Question {
  const scale = [t('no'), t('hardly'), t('somewhat'), t('yes'), t('very much')];
  return { text: t('Was it worth the time?'), answers: scale.map((label, index) => ({ value: index + 1, label })) };
}
