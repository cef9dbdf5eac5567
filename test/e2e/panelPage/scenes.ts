import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { limits } from '../../../src/retro/limits.js';
import type { ParticipantId, RetroState } from '../../../src/retro/model.js';
import type { RetroSetup } from '../../../src/retro/setup.js';
import { startRetro } from '../../../src/retro/start.js';
import { builtInTemplates } from '../../../src/retro/templates/builtIn.js';

const names = ['Noor', 'Sam', 'Ines', 'Tariq', 'Yuki', 'Lena', 'Kwame', 'Jo'];
const texts = [
  'Pairing on the importer made the hard part easy.',
  'The release went out, and I did not know that the schema had changed until a customer called.',
  'The new handover notes of the people on call. I slept.',
  'Two plans for the same sprint.',
  'Tell the support channel before a schema change ships.',
];

/** A retro of eight people on one screen, brought to where a person would find it. */
export class Scene {
  state: RetroState;
  /** What a panel of one's own is to notice about the room. */
  notices: 'keys' | 'stopped' | undefined;
  #seeds = 0;

  constructor(changes: Partial<RetroSetup> = {}) {
    this.state = startRetro({ ...setup(), ...changes });
  }

  noticing(notices: 'keys' | 'stopped'): this {
    this.notices = notices;
    return this;
  }

  /** @throws Error when the core refuses, so that no scene shows less than it says. */
  play(event: RetroEvent, person?: ParticipantId): this {
    const { state, refused } = this.tell(event, person);
    if (refused) {
      throw new Error(`${event.type}: ${refused.message}`);
    }
    this.state = state;
    return this;
  }

  tell(event: RetroEvent, person?: ParticipantId) {
    this.#seeds += 1;
    const actor = { kind: 'screen', ...(person !== undefined && { for: person }) } as const;
    return apply(this.state, event, { actor, at: Date.now(), seed: `seed-${this.#seeds}` });
  }

  /** Everyone, one after the other. */
  all(event: (index: number) => RetroEvent): this {
    names.forEach((_, index) => {
      this.play(event(index));
    });
    return this;
  }

  to(step: string): this {
    return this.play({ type: 'step/goTo', step });
  }
}

function setup(): RetroSetup {
  const template = builtInTemplates.find(({ id }) => id === 'start-stop-continue');
  if (template === undefined) {
    throw new Error('The template is gone.');
  }
  return {
    id: 'scene',
    title: 'Sprint 42',
    date: '2026-11-20',
    at: Date.now(),
    mode: 'shared',
    template,
    people: names.map((name) => ({ id: name.toLowerCase(), name })),
    facilitator: 'noor',
    confidentiality: 'repo',
    promises: [
      {
        id: '7f3a9c21',
        promise: 'When the nightly build goes red, I will post in the channel before lunch.',
        owner: 'Noor',
        made: '2026-11-06',
        revisit: '2026-11-20',
      },
      { id: '7f3a9c22', promise: 'When we plan, we will leave one day empty.', owner: 'team', made: '2026-10-23' },
    ],
    norms: [
      { id: 'n1', text: 'We listen to the end.', why: 'A thought needs room.', adoptedOn: '2026-10-01' },
      { id: 'n2', text: 'We speak of what happened, and of the code, not of the person.' },
    ],
  };
}

/** Cards as another retro left them. */
export function board(count: number): NonNullable<RetroSetup['board']> {
  const prompts = setup().template.prompts;
  const cards = Array.from({ length: Math.min(count, limits.cards) }, (_, index) => ({
    id: `c${index}`,
    prompt: prompts[index % prompts.length]?.id ?? '',
    text: `${texts[index % texts.length]} (${index + 1})`,
  }));
  return { cards, groups: [] };
}

function written(): Scene {
  const prompts = setup().template.prompts;
  return new Scene().to('write').all((index) => ({
    type: 'entry/submit',
    cards: texts.slice(index % 3).map((text, number) => ({
      id: `c${index}-${number}`,
      prompt: prompts[number % prompts.length]?.id ?? '',
      text,
    })),
  }));
}

const revealed = () => written().to('reveal').play({ type: 'reveal/open' });
const heard = () => revealed().to('circle').play({ type: 'circle/read' }).play({ type: 'circle/done' });

function grouped(): Scene {
  return revealed()
    .to('group')
    .play({ type: 'group/make', id: 'g1', name: 'Releases', cards: ['c0-0', 'c1-0', 'c2-0'] })
    .play({ type: 'group/make', id: 'g2', name: 'On call', cards: ['c0-1', 'c1-1'] });
}

const voting = () => grouped().to('vote').play({ type: 'vote/open' });
const counted = () => voting().all((index) => ({ type: 'vote/cast', votes: index % 2 ? { g1: 2 } : { g2: 1, g1: 1 } }));

function talking(): Scene {
  return counted()
    .to('talk')
    .play({ type: 'talk/start', topic: 'g1', purpose: 'understand', minutes: 8 })
    .play({ type: 'talk/note', id: 't1', text: 'Nobody in support reads the change log.' })
    .play({ type: 'talk/askMore' });
}

function committed(): Scene {
  const text = { when: 'a schema change is planned', will: 'tell the support channel first', revisit: '2026-12-04' };
  return talking()
    .play({ type: 'talk/end' })
    .to('commit')
    .play({ type: 'commitment/add', id: '8a0b1c2d', ...text, team: false, how: 'The channel has the note.' })
    .play({ type: 'commitment/take', id: '8a0b1c2d' }, 'noor')
    .play({ type: 'commitment/add', id: '8a0b1c2e', when: 'it is Friday after four', will: 'not merge', team: false });
}

function closing(): Scene {
  return committed()
    .to('close')
    .play({ type: 'thanks/add', id: 'a1', to: 'sam', text: 'For staying on the call until it worked.' });
}

const confirming = { type: 'heard/say', id: 'h1', text: 'that the change came as news from a customer.' } as const;

/** Every step, and every face that a step has. */
export const scenes: Readonly<Record<string, () => Scene>> = {
  arrive: () => new Scene().play({ type: 'arrive/word', word: 'curious' }, 'noor'),
  'arrive-safety': () => new Scene().play({ type: 'ballot/open', box: 'safety' }),
  'arrive-low': () =>
    new Scene()
      .play({ type: 'ballot/open', box: 'safety' })
      .all((index) => ({ type: 'ballot/answer', box: 'safety', answers: [index % 4] })),
  promises: () => new Scene().to('promises'),
  norms: () => new Scene().to('norms').play({ type: 'norm/hand', id: 'n2', hand: 'change' }, 'ines'),
  'norms-none': () => new Scene({ norms: [] }).to('norms'),
  write: () => new Scene().to('write').play({ type: 'request/longer' }),
  reveal: () => written().to('reveal'),
  'reveal-open': revealed,
  'reveal-asked': () => revealed().play({ type: 'card/ask', id: 'c0-0', question: 'Which part was the hard one?' }),
  circle: () => revealed().to('circle').play({ type: 'circle/later' }).play({ type: 'circle/read' }),
  'circle-heard': heard,
  'circle-confirm': () => heard().play(confirming),
  'circle-over': () =>
    heard()
      .play(confirming)
      .play({ type: 'heard/answer', answer: 'yes' })
      .play({ type: 'circle/pass' })
      .play({ type: 'circle/pass' })
      .play({ type: 'circle/pass' })
      .play({ type: 'circle/pass' })
      .play({ type: 'circle/pass' })
      .play({ type: 'circle/pass' })
      .play({ type: 'circle/pass' }),
  group: grouped,
  vote: () => grouped().to('vote'),
  'vote-open': voting,
  'vote-counted': counted,
  'talk-choose': () => counted().to('talk'),
  talk: talking,
  commit: committed,
  'commit-sure': () => committed().play({ type: 'ballot/open', box: 'confidence/8a0b1c2d' }),
  close: closing,
  'close-counted': () =>
    closing()
      .all((index) => ({ type: 'ballot/answer', box: 'dials', answers: [index % 5, 3] }))
      .all((index) => ({ type: 'ballot/answer', box: 'worth', answers: [1 + (index % 5)] })),
  finished: () => closing().play({ type: 'retro/finish' }),
  'write-300': () => new Scene({ board: board(300) }).to('write'),
  'reveal-300': () => new Scene({ board: board(300) }).to('reveal'),
  'reveal-1000': () => new Scene({ board: board(1000) }).to('reveal'),
  'group-1000': () => new Scene({ board: board(1000) }).to('group'),
};
