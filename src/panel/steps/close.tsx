import { useSignal } from '@preact/signals';
import type { RetroView } from '../../retro/viewModel.js';
import { useStepMoves } from '../moves.js';
import { Lead } from '../parts/lead.js';
import { Segments } from '../parts/segments.js';
import { act, may } from '../room.js';
import { t } from '../text.js';
import { Appreciations } from './appreciations.js';
import { Dials } from './dials.js';
import { Finished } from './finished.js';
import { Leaving } from './leaving.js';

const pages = ['thanks', 'dials', 'leaves'] as const;
type Page = (typeof pages)[number];

/** Thanks, a look at how we talked, and what leaves the room. */
export function Close({ view }: { readonly view: RetroView }) {
  const page = useSignal<Page>('thanks');
  const finish = () => void act({ type: 'retro/finish' });
  const over = view.finishedAt !== undefined;
  useStepMoves(
    over
      ? []
      : [
          { id: 'thanks', key: '1', label: t('thanks'), place: 'start', run: () => (page.value = 'thanks') },
          { id: 'dials', key: '2', label: t('how we talked'), place: 'start', run: () => (page.value = 'dials') },
          {
            id: 'leaves',
            key: '3',
            label: t('what leaves the room'),
            place: 'start',
            run: () => (page.value = 'leaves'),
          },
          ...(may('retro/finish')
            ? [
                {
                  id: 'finish',
                  key: 'Ctrl+Enter',
                  label: t('write it'),
                  place: 'start' as const,
                  next: true,
                  disabled: page.value !== 'leaves',
                  run: finish,
                },
              ]
            : []),
        ],
  );
  if (over) {
    return <Finished view={view} />;
  }
  return (
    <>
      <Lead view={view} title={titleOf(page.value)}>
        {subtitleOf(page.value)}
      </Lead>
      <div class="pages">
        <Segments
          label={t('Parts of the close')}
          value={page.value}
          choices={pages.map((one) => ({ value: one, label: pageName(one) }))}
          onChoose={(one) => (page.value = one)}
        />
      </div>
      {page.value === 'thanks' && <Appreciations view={view} />}
      {page.value === 'dials' && <Dials view={view} />}
      {page.value === 'leaves' && <Leaving view={view} onFinish={finish} />}
    </>
  );
}

function pageName(page: Page): string {
  switch (page) {
    case 'thanks':
      return t('thanks');
    case 'dials':
      return t('how we talked');
    case 'leaves':
      return t('what leaves the room');
  }
}

function titleOf(page: Page): string {
  switch (page) {
    case 'thanks':
      return t('Something to be grateful for');
    case 'dials':
      return t('How was it to be here?');
    case 'leaves':
      return t('What leaves the room');
  }
}

function subtitleOf(page: Page): string {
  switch (page) {
    case 'thanks':
      return t('To someone, or to all. Nameless, unless you sign it.');
    case 'dials':
      return t('In secret. One picture of the team, from four answers on.');
    case 'leaves':
      return t('Anyone may lower a level. Nobody can raise one. Only what the preview shows is written.');
  }
}
