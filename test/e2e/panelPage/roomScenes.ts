// Scenes of people at panels of their own: what happens is sent by each person, and what is secret by the hub.

import type { Actor } from '../../../src/retro/actor.js';
import { apply } from '../../../src/retro/apply.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { ParticipantId } from '../../../src/retro/model.js';
import { Scene } from './scenes.js';

const secret = new Set<RetroEvent['type']>(['entry/submit', 'vote/cast', 'ballot/answer', 'person/join']);
/** Acts for Noor, who facilitates, when nobody is named. */
export class RoomScene extends Scene {
  constructor(changes: ConstructorParameters<typeof Scene>[0] = {}) {
    super({ ...changes, mode: 'room' });
  }

  override tell(event: RetroEvent, person: ParticipantId = 'noor') {
    const own = event.type === 'person/presence' || secret.has(event.type);
    const actor: Actor = own ? { kind: 'hub' } : { kind: 'participant', id: person };
    return apply(this.state, event, { actor, at: Date.now(), seed: crypto.randomUUID() });
  }
}

const texts = [
  'Pairing on the importer made the hard part easy.',
  'The release went out, and I did not know that the schema had changed until a customer called.',
  'Two plans for the same sprint.',
];
const started = () =>
  new RoomScene()
    .play({ type: 'arrive/word', word: 'curious' })
    .play({ type: 'arrive/word', word: 'a bit tired' }, 'ines')
    .play({ type: 'person/presence', id: 'kwame', presence: 'away' });
const revealed = () =>
  new RoomScene()
    .to('write')
    .to('reveal')
    .all((index) => ({
      type: 'entry/submit',
      cards: texts.slice(index % 3).map((text, number) => ({
        id: `c${index}-${number}`,
        prompt: ['start', 'stop', 'continue'][number] ?? 'start',
        text: `${text} ${index}`,
      })),
    }))
    .play({ type: 'reveal/open' });
const round = () => revealed().to('circle');
const heard = () => round().play({ type: 'circle/read' }).play({ type: 'circle/done' });
const grouped = () =>
  revealed()
    .to('group')
    .play({ type: 'group/make', id: 'g1', name: 'Releases', cards: ['c0-0', 'c1-0', 'c2-0'] }, 'sam');
const talking = () =>
  grouped()
    .to('vote')
    .play({ type: 'vote/open' })
    .all((index) => ({ type: 'vote/cast', votes: index % 2 ? { g1: 2 } : { g1: 1 } }))
    .to('talk')
    .play({ type: 'talk/start', topic: 'g1', purpose: 'understand', minutes: 8 })
    .play({ type: 'talk/askMore' }, 'ines');
const committed = () =>
  talking()
    .play({ type: 'talk/end' })
    .to('commit')
    .play(
      { type: 'commitment/add', id: '8a0b1c2d', when: 'a schema changes', will: 'tell support first', team: false },
      'sam',
    )
    .play({ type: 'commitment/take', id: '8a0b1c2d' }, 'sam');
const few = () =>
  new RoomScene({
    people: [
      { id: 'noor', name: 'Noor' },
      { id: 'sam', name: 'Sam' },
      { id: 'ines', name: 'Ines' },
    ],
  });

/** The same rooms are looked at by who facilitates and by Sam. */
export const roomScenes: Readonly<Record<string, () => RoomScene>> = {
  'room-arrive': started,
  'room-arrive-safety': () => started().play({ type: 'ballot/open', box: 'safety' }),
  'room-few': few,
  'room-write': () => new RoomScene().to('write').play({ type: 'request/longer' }, 'ines'),
  'room-write-few': () => few().to('write'),
  'room-reveal': () => new RoomScene().to('write').to('reveal'),
  'room-reveal-open': () => revealed().play({ type: 'card/ask', id: 'c0-0', question: 'Which part?' }, 'ines'),
  'room-circle': round,
  'room-circle-away': () =>
    round().play({ type: 'circle/pass' }).play({ type: 'person/presence', id: 'sam', presence: 'away' }),
  'room-circle-heard': heard,
  'room-circle-confirm': () =>
    heard().play({ type: 'heard/say', id: 'h1', text: 'that it came as news from a customer' }, 'sam'),
  'room-group': grouped,
  'room-vote': () => grouped().to('vote').play({ type: 'vote/open' }),
  'room-talk': talking,
  'room-commit': committed,
  'room-commit-sure': () => committed().play({ type: 'ballot/open', box: 'confidence/8a0b1c2d' }),
  'room-close': () => committed().to('close'),
  'room-keys': () => new RoomScene().noticing('keys').to('write'),
  'room-stopped': () => new RoomScene().noticing('stopped').to('write').to('reveal'),
  'room-left-out': () => new RoomScene().to('write').play({ type: 'person/aside', id: 'sam', aside: true }),
  'room-put-out': () => new RoomScene().to('norms').play({ type: 'person/putOut', id: 'kwame' }),
  'room-gone': () => new RoomScene().to('norms').play({ type: 'person/presence', id: 'noor', presence: 'away' }),
  'room-finished': () => committed().to('close').play({ type: 'retro/finish' }),
};
