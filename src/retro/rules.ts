/** Who may send which event, and in which steps: one line for each event. What the event says is judged by its reducer. */
import type { Actor } from './actor.js';
import type { EventType, RetroEvent } from './event.js';
import type { RetroState, StepKind } from './model.js';
import { facilitates, isWholeRoom, personInRoom, personOf } from './people.js';
import type { RefusalCode } from './refusal.js';

/**
 * - `anyone`: in the room, the shared screen included.
 * - `person`: about the sender, so there has to be one.
 * - `secret`: nameless, from the shared screen or out of the sealed shuffle.
 * - `room`: the hub, or the facilitator.
 * - `hub`: what only the hub can know.
 * - `holder`: whoever holds the card's key, or the shared screen.
 */
type Who = 'anyone' | 'person' | 'facilitator' | 'secret' | 'room' | 'hub' | 'holder';
interface Rule {
  readonly who: Who;
  /** Any step when absent. */
  readonly steps?: readonly StepKind[];
}

const rule = (who: Who, ...steps: readonly StepKind[]): Rule => (steps.length > 0 ? { who, steps } : { who });

const rules: Readonly<Record<EventType, Rule>> = {
  'person/join': rule('room'),
  'person/rename': rule('anyone'),
  'person/presence': rule('room'),
  'person/aside': rule('room'),
  'person/putOut': rule('facilitator'),
  'person/influence': rule('person'),
  'facilitator/handOver': rule('facilitator'),
  'facilitator/takeOver': rule('person'),
  'confidentiality/lower': rule('anyone'),
  'anonymity/raise': rule('anyone'),

  'step/next': rule('facilitator'),
  'step/back': rule('facilitator'),
  'step/goTo': rule('facilitator'),
  'step/skip': rule('facilitator'),
  'step/move': rule('facilitator'),
  'timer/start': rule('facilitator'),
  'timer/extend': rule('facilitator'),
  'timer/stop': rule('facilitator'),

  'request/longer': rule('anyone'),
  'request/silence': rule('anyone'),
  'request/norm': rule('anyone'),
  'request/settle': rule('facilitator'),
  'tick/set': rule('person'),

  'arrive/word': rule('person', 'arrive'),
  'safety/first': rule('facilitator', 'arrive'),
  'ballot/open': rule('facilitator', 'arrive', 'commit', 'close'),
  'ballot/answer': rule('secret', 'arrive', 'commit', 'close'),
  'ballot/close': rule('room', 'arrive', 'commit', 'close'),

  'promise/answer': rule('anyone', 'promises'),
  'promise/clear': rule('anyone', 'promises'),
  'promise/reflect': rule('anyone', 'promises'),

  'norm/add': rule('anyone', 'norms'),
  'norm/edit': rule('anyone', 'norms'),
  'norm/remove': rule('anyone', 'norms'),
  'norm/hand': rule('anyone', 'norms'),

  'entry/submit': rule('secret', 'write', 'reveal'),
  'entries/sealed': rule('hub', 'write', 'reveal'),
  'entry/signed': rule('person', 'write', 'reveal'),
  'reveal/open': rule('facilitator', 'reveal'),
  'card/edit': rule('holder'),
  'card/withdraw': rule('holder'),
  'card/ask': rule('anyone'),
  'card/answer': rule('holder'),

  'circle/restart': rule('facilitator', 'circle'),
  'circle/done': rule('anyone', 'circle'),
  'circle/pass': rule('anyone', 'circle'),
  'circle/later': rule('anyone', 'circle'),
  'circle/read': rule('anyone', 'circle'),
  'circle/thank': rule('anyone', 'circle'),
  'heard/say': rule('anyone', 'circle'),
  'heard/answer': rule('anyone', 'circle'),
  'heard/skip': rule('anyone', 'circle'),

  'group/make': rule('anyone', 'group'),
  'group/put': rule('anyone', 'group'),
  'group/take': rule('anyone', 'group'),
  'group/name': rule('anyone', 'group'),
  'group/merge': rule('anyone', 'group'),
  'group/undo': rule('anyone', 'group'),

  'vote/open': rule('facilitator', 'vote'),
  'vote/cast': rule('secret', 'vote'),
  'vote/close': rule('room', 'vote'),
  'vote/reset': rule('facilitator', 'vote', 'group'),

  'talk/propose': rule('anyone', 'group', 'vote', 'talk'),
  'talk/start': rule('facilitator', 'talk'),
  'talk/purpose': rule('facilitator', 'talk'),
  'talk/appreciate': rule('anyone', 'talk'),
  'talk/listen': rule('anyone', 'talk'),
  'talk/note': rule('anyone', 'talk'),
  'talk/unnote': rule('anyone', 'talk'),
  'talk/askMore': rule('anyone', 'talk'),
  'talk/more': rule('anyone', 'talk'),
  'talk/wellEnough': rule('anyone', 'talk'),
  'talk/end': rule('facilitator', 'talk'),

  'commitment/add': rule('anyone', 'talk', 'commit'),
  'commitment/edit': rule('anyone', 'talk', 'commit'),
  'commitment/remove': rule('anyone', 'talk', 'commit'),
  'commitment/take': rule('person', 'talk', 'commit', 'close'),
  'commitment/handBack': rule('person', 'talk', 'commit', 'close'),

  'thanks/add': rule('anyone', 'close'),
  'thanks/remove': rule('anyone', 'close'),
  'save/lower': rule('anyone'),
  'retro/finish': rule('facilitator', 'close'),
};

/** Why this actor may not send this event now, before a look at what it says. */
export function barred(state: RetroState, event: RetroEvent, actor: Actor): RefusalCode | undefined {
  if (!Object.hasOwn(rules, event.type)) {
    return 'event/unknown';
  }
  if (state.finishedAt !== undefined) {
    return 'retro/finished';
  }
  const { who, steps } = rules[event.type];
  const stranger = strange(state, actor) ? 'actor/unknown' : undefined;
  return stranger ?? notFor(state, who, event, actor) ?? (isNow(state, steps) ? undefined : 'step/notNow');
}

function isNow(state: RetroState, steps: readonly StepKind[] | undefined): boolean {
  return steps === undefined || state.steps.some((step) => step.status === 'now' && steps.includes(step.kind));
}

function strange(state: RetroState, actor: Actor): boolean {
  if (actor.kind === 'screen' && state.mode !== 'shared') {
    return true;
  }
  const person = personOf(actor);
  return person !== undefined && personInRoom(state, person) === undefined;
}

function notFor(state: RetroState, who: Who, event: RetroEvent, actor: Actor): RefusalCode | undefined {
  const present = actor.kind === 'participant' || actor.kind === 'screen';
  switch (who) {
    case 'anyone':
      return present ? undefined : 'actor/notYours';
    case 'person':
      return personOf(actor) !== undefined ? undefined : 'actor/needsPerson';
    case 'facilitator':
      return facilitates(state, actor) ? undefined : 'actor/facilitator';
    case 'secret':
      return actor.kind === 'hub' || isWholeRoom(actor) ? undefined : 'actor/named';
    case 'room':
      return actor.kind === 'hub' || facilitates(state, actor) ? undefined : 'actor/facilitator';
    case 'hub':
      return actor.kind === 'hub' ? undefined : 'actor/named';
    case 'holder':
      return actor.kind === 'screen' || holds(event, actor) ? undefined : 'actor/notYours';
  }
}

function holds(event: RetroEvent, actor: Actor): boolean {
  return actor.kind === 'cardHolder' && 'id' in event && event.id === actor.card;
}

/** The events that a viewer of this kind can send in a step; kept, so that views share them. */
export function allowed(kind: StepKind, as: 'participant' | 'facilitator' | 'screen'): readonly EventType[] {
  const key = `${kind} ${as}`;
  const known = allowedBefore.get(key);
  if (known !== undefined) {
    return known;
  }
  const types = (Object.keys(rules) as EventType[]).filter((type) => {
    const { who, steps } = rules[type];
    return (steps === undefined || steps.includes(kind)) && open[as].includes(who);
  });
  allowedBefore.set(key, types);
  return types;
}

const allowedBefore = new Map<string, readonly EventType[]>();
const open: Readonly<Record<'participant' | 'facilitator' | 'screen', readonly Who[]>> = {
  participant: ['anyone', 'person'],
  facilitator: ['anyone', 'person', 'facilitator', 'room'],
  screen: ['anyone', 'person', 'facilitator', 'room', 'secret', 'holder'],
};
