import { t } from '../text.js';
import { type Mixing, mixing, mixingProblem, type Secret, sealAgain } from './secrets.js';

/** The round that is under way, or why it stopped. Changes of cards are mixed in silence, all the time: they are not told of. */
export function MixingState({ about }: { readonly about: Secret }) {
  const now = mixing.value?.about === about ? mixing.value : undefined;
  const problem = now === undefined ? mixingProblem.value : undefined;
  return (
    <div role="status" class="mixing">
      {now && (
        <>
          <p class="tokens start">
            <span aria-hidden="true">
              {Array.from({ length: now.of }, (_, index) => (
                <i key={index} class={index < now.done ? 'token full' : 'token'} />
              ))}
            </span>
          </p>
          <p class="dim">{phaseWords(now)}</p>
        </>
      )}
      {problem !== undefined && <p class="notice">{problem}</p>}
      {sealAgain.value && <SealAgain {...sealAgain.value} />}
    </div>
  );
}

/** What it would mean to seal now, and the choice. */
function SealAgain({ without, few, again, exposed, agree }: NonNullable<typeof sealAgain.value>) {
  const names = without.join(', ');
  return (
    <div class="row">
      {exposed && without.length === 0 && (
        <p class="dim">
          {t(
            'This was sealed before, and its end was not seen here. If the machine that holds the room is not honest, it may have read it; a person who was told that it is over would be missing now, and known by that. Ask aloud who still has their cards.',
          )}
        </p>
      )}
      {without.length > 0 && (
        <p class="dim">
          {t(
            'If the machine that holds the room is not honest, it may have read everything already; what is missing without {0} would then show what was theirs. You can also wait until they are back.',
            names,
          )}
        </p>
      )}
      {few !== undefined && (
        <p class="dim">
          {t(
            'Only {0} would seal now, the others’ lines are down. Among so few it can be guessed who wrote what. You can also wait.',
            few,
          )}
        </p>
      )}
      {again && (
        <p class="dim">
          {t(
            'This was counted once before, and you answer only one of the two times. The difference of the counts could show your answer. You can also leave it as it was then.',
          )}
        </p>
      )}
      <button type="button" class="plain" onClick={agree}>
        {without.length > 0 ? t('Seal again without {0}', names) : t('Seal all the same')}
      </button>
    </div>
  );
}

function phaseWords({ phase, done, of }: Mixing): string {
  switch (phase) {
    case 'gathering':
      return t('Everyone’s envelopes come in, sealed and of one size.');
    case 'mixing':
      return t('Mixed by one after the other: {0} of {1}.', done, of);
    case 'checking':
      return t('Each panel looks whether all of its own came out.');
    case 'opening':
      return t('All said yes: it opens.');
  }
}
