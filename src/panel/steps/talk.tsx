import type { RetroView, TopicView } from '../../retro/viewModel.js';
import { box, clearBoxes } from '../drafts.js';
import { newId } from '../ids.js';
import { Field } from '../parts/field.js';
import { Lead } from '../parts/lead.js';
import { act, may } from '../room.js';
import { t } from '../text.js';
import { TopicTalk } from './topicTalk.js';
import { votesInWords } from './votesInWords.js';

/** Minutes that a topic begins with; more can be asked for by anyone. */
const topicMinutes = 8;

/** One topic after the other, most votes first. */
export function Talking({ view }: { readonly view: RetroView }) {
  const current = view.talk.topics.find((topic) => topic.id === view.talk.current);
  return (
    <>
      <Lead view={view} title={current ? current.title : t('What do we talk about?')} />
      <div class="beside">
        {current ? (
          <TopicTalk key={current.id} view={view} topic={current} />
        ) : (
          <p class="quote dim">
            {may('talk/start')
              ? t('Take up a topic. The first has the most votes.')
              : t('A topic is taken up in a moment. The first has the most votes.')}
          </p>
        )}
        <section class="stack" aria-label={t('Topics')}>
          <ul class="lines">
            {view.talk.topics.map((topic) => (
              <TopicLine key={topic.id} topic={topic} />
            ))}
          </ul>
          {may('talk/propose') && <ProposeTopic />}
        </section>
      </div>
    </>
  );
}

function TopicLine({ topic }: { readonly topic: TopicView }) {
  const start = () => void act({ type: 'talk/start', topic: topic.id, minutes: topicMinutes });
  return (
    <li class={topic.status}>
      <span class="words">
        {topic.title}
        <span class="dim">
          {topic.votes ? ` · ${votesInWords(topic.votes)}` : ''}
          {topic.status === 'done' ? ` · ${t('talked about')}` : ''}
        </span>
      </span>
      {topic.status !== 'now' && may('talk/start') && (
        <button type="button" class="plain" aria-label={t('Take up: {0}', topic.title)} onClick={start}>
          {topic.status === 'done' ? t('once more') : t('take up')}
        </button>
      )}
    </li>
  );
}

function ProposeTopic() {
  const title = box('topic-new');
  const send = async () => {
    if (await act({ type: 'talk/propose', id: newId(), title: title.value.trim() })) {
      clearBoxes('topic-new');
    }
  };
  return (
    <form
      class="row propose"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={t('A topic that no card named')} text={title} maxLength={80} />
      <button type="submit" disabled={title.value.trim() === ''}>
        {t('Propose')}
      </button>
    </form>
  );
}
