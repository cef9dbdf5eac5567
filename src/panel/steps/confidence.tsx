import { useState } from 'preact/hooks';
import type { BoxName } from '../../retro/model.js';
import type { CommitmentView } from '../../retro/viewModel.js';
import { PassOn } from '../parts/passOn.js';
import { Withheld } from '../parts/secretBallot.js';
import { act, may, onSharedScreen } from '../room.js';
import { sentenceOf } from '../sentenceOf.js';
import { t } from '../text.js';
import { ballotDraft } from '../together/ballotDrafts.js';
import { HandedIn, hasHandedIn } from '../together/handedIn.js';
import { MixingState } from '../together/mixingState.js';
import { setReady } from '../together/secrets.js';

/** How sure are we that this will happen? Everyone answers in secret; only the middle is shown. */
export function Confidence({ commitment }: { readonly commitment: CommitmentView }) {
  const name: BoxName = `confidence/${commitment.id}`;
  const box = commitment.confidence;
  if (box === undefined) {
    return commitment.stands && may('ballot/open') ? (
      <div>
        <button
          type="button"
          class="plain"
          aria-label={t('How sure are we? {0}', sentenceOf(commitment))}
          onClick={() => void act({ type: 'ballot/open', box: name })}
        >
          {t('how sure are we?')}
        </button>
      </div>
    ) : null;
  }
  if (box.status === 'counted') {
    return box.withheld && box.median === undefined ? (
      <Withheld />
    ) : (
      <p class="dim">
        {box.median === undefined
          ? t('Fewer than four answers: no sum is shown.')
          : t('Half of us are at least {0} % sure.', box.median)}
      </p>
    );
  }
  return onSharedScreen() ? (
    <PassOn
      title={t('How sure are you?')}
      promise={t('Only the middle of all answers is kept.')}
      done={box.answers}
      of={box.of}
    >
      {(handOver) => <Sure name={name} onDone={handOver} />}
    </PassOn>
  ) : (
    <Own name={name} of={box.of} />
  );
}

/** At a panel of one's own: the answer waits here, and goes with everyone's. */
function Own({ name, of }: { readonly name: BoxName; readonly of: number }) {
  const about = `ballot/${name}` as const;
  return (
    <>
      {hasHandedIn(about) ? (
        <HandedIn about={about} of={of} />
      ) : (
        <Sure name={name} onDone={() => setReady(about, true)} />
      )}
      <MixingState about={about} />
      {may('ballot/close') && (
        <div>
          <button type="button" class="plain" onClick={() => void act({ type: 'ballot/close', box: name })}>
            {t('Count what is there')}
          </button>
        </div>
      )}
    </>
  );
}

function Sure({ name, onDone }: { readonly name: BoxName; readonly onDone: () => void }) {
  const [sure, setSure] = useState(50);
  const send = async () => {
    if (!onSharedScreen()) {
      ballotDraft(name).value = String(sure);
      onDone();
    } else if (await act({ type: 'ballot/answer', box: name, answers: [sure] })) {
      onDone();
    }
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        <span>{t('How sure are you that this will happen?')}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={sure}
          aria-valuetext={t('{0} %', sure)}
          onInput={(event) => setSure(event.currentTarget.valueAsNumber)}
        />
      </label>
      <div class="row">
        <button type="submit" class="primary">
          {t('Hand in: {0} %', sure)}
        </button>
      </div>
    </form>
  );
}
