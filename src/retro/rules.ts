/**
 * The one table of events: who may send each, which fields of the state it may change, and in which steps. What the event says is
 * judged by its reducer.
 */
import type { Actor } from './actor.js';
import type { EventType, RetroEvent } from './event.js';
import { fieldNames, retroPlan } from './fieldPlan.js';
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
  /** The fields of the state that the event may change, at any depth. The others stay the same objects. */
  readonly writes: Fields;
  /** Any step when absent. */
  readonly steps?: readonly StepKind[];
}
type Fields = readonly (keyof RetroState)[];

const rule = (who: Who, writes: Fields, ...steps: readonly StepKind[]): Rule =>
  steps.length > 0 ? { who, writes, steps } : { who, writes };

/** A step begins: what belonged to the one before is cleared, a circle or the closing questions may start. */
const entering: Fields = ['steps', 'ticks', 'requests', 'timer', 'circle', 'circleStart', 'boxes'];
/** The end: what does not outlive the meeting, and what may not go far enough. */
const ending: Fields = [
  'finishedAt',
  'participants',
  ...fieldNames(retroPlan).filter((name) => retroPlan[name].end !== 'kept'),
];

const rules: Readonly<Record<EventType, Rule>> = {
  'person/join': rule('room', ['participants', 'circle']),
  'person/rename': rule('anyone', ['participants']),
  'person/presence': rule('room', ['participants', 'circle']),
  'person/aside': rule('room', ['participants']),
  'person/putOut': rule('facilitator', ['participants', 'circle']),
  'person/influence': rule('person', ['participants']),
  'facilitator/handOver': rule('facilitator', ['facilitator']),
  'facilitator/takeOver': rule('person', ['facilitator']),
  'confidentiality/lower': rule('anyone', ['confidentiality']),
  'anonymity/raise': rule('anyone', ['anonymity']),

  'step/next': rule('facilitator', entering),
  'step/back': rule('facilitator', entering),
  'step/goTo': rule('facilitator', entering),
  'step/skip': rule('facilitator', ['steps']),
  'step/move': rule('facilitator', ['steps']),
  'timer/start': rule('facilitator', ['timer']),
  'timer/extend': rule('facilitator', ['timer', 'requests']),
  'timer/stop': rule('facilitator', ['timer']),

  'request/longer': rule('anyone', ['requests']),
  'request/silence': rule('anyone', ['requests']),
  'request/norm': rule('anyone', ['requests']),
  'request/settle': rule('facilitator', ['requests']),
  'tick/set': rule('person', ['ticks']),

  'arrive/word': rule('person', ['words'], 'arrive'),
  'safety/first': rule('facilitator', ['steps', 'anonymity', 'safetyFirst'], 'arrive'),
  'ballot/open': rule('facilitator', ['boxes'], 'arrive', 'commit', 'close'),
  'ballot/answer': rule('secret', ['boxes', 'tallies'], 'arrive', 'commit', 'close'),
  'ballot/close': rule('room', ['boxes', 'tallies'], 'arrive', 'commit', 'close'),

  'promise/answer': rule('anyone', ['promises'], 'promises'),
  'promise/clear': rule('anyone', ['promises'], 'promises'),
  'promise/reflect': rule('anyone', ['promises'], 'promises'),

  'norm/add': rule('anyone', ['norms'], 'norms'),
  'norm/edit': rule('anyone', ['norms'], 'norms'),
  'norm/remove': rule('anyone', ['norms'], 'norms'),
  'norm/hand': rule('anyone', ['norms'], 'norms'),

  'entry/submit': rule('secret', ['sealed'], 'write', 'reveal'),
  'entries/sealed': rule('hub', ['sealed'], 'write', 'reveal'),
  'entry/signed': rule('person', ['sealed'], 'write', 'reveal'),
  'reveal/open': rule('facilitator', ['cards', 'sealed'], 'reveal'),
  'card/edit': rule('holder', ['cards']),
  'card/withdraw': rule('holder', ['cards', 'groups', 'circle']),
  'card/ask': rule('anyone', ['cards']),
  'card/answer': rule('holder', ['cards']),

  'circle/restart': rule('facilitator', ['circle', 'circleStart'], 'circle'),
  'circle/done': rule('anyone', ['circle'], 'circle'),
  'circle/pass': rule('anyone', ['circle'], 'circle'),
  'circle/later': rule('anyone', ['circle'], 'circle'),
  'circle/read': rule('anyone', ['circle'], 'circle'),
  'circle/thank': rule('anyone', ['circle'], 'circle'),
  'heard/say': rule('anyone', ['circle'], 'circle'),
  'heard/answer': rule('anyone', ['circle', 'heard'], 'circle'),
  'heard/skip': rule('anyone', ['circle'], 'circle'),

  'group/make': rule('anyone', ['groups', 'groupsBefore'], 'group'),
  'group/put': rule('anyone', ['groups', 'groupsBefore'], 'group'),
  'group/take': rule('anyone', ['groups', 'groupsBefore'], 'group'),
  'group/name': rule('anyone', ['groups', 'groupsBefore'], 'group'),
  'group/merge': rule('anyone', ['groups', 'groupsBefore'], 'group'),
  'group/undo': rule('anyone', ['groups', 'groupsBefore'], 'group'),

  'vote/open': rule('facilitator', ['vote'], 'vote'),
  'vote/cast': rule('secret', ['vote', 'tallies'], 'vote'),
  'vote/close': rule('room', ['vote', 'tallies'], 'vote'),
  'vote/reset': rule('facilitator', ['vote'], 'vote', 'group'),

  'talk/propose': rule('anyone', ['talk'], 'group', 'vote', 'talk'),
  'talk/start': rule('facilitator', ['talk', 'timer'], 'talk'),
  'talk/purpose': rule('facilitator', ['talk'], 'talk'),
  'talk/appreciate': rule('anyone', ['talk'], 'talk'),
  'talk/listen': rule('anyone', ['talk'], 'talk'),
  'talk/note': rule('anyone', ['talk'], 'talk'),
  'talk/unnote': rule('anyone', ['talk'], 'talk'),
  'talk/askMore': rule('anyone', ['talk'], 'talk'),
  'talk/more': rule('anyone', ['talk', 'timer', 'requests'], 'talk'),
  'talk/wellEnough': rule('anyone', ['talk'], 'talk'),
  'talk/end': rule('facilitator', ['talk', 'timer'], 'talk'),

  'commitment/add': rule('anyone', ['commitments'], 'talk', 'commit'),
  'commitment/edit': rule('anyone', ['commitments', 'boxes'], 'talk', 'commit'),
  'commitment/remove': rule('anyone', ['commitments', 'boxes'], 'talk', 'commit'),
  'commitment/take': rule('person', ['commitments'], 'talk', 'commit', 'close'),
  'commitment/handBack': rule('person', ['commitments'], 'talk', 'commit', 'close'),

  'thanks/add': rule('anyone', ['appreciations'], 'close'),
  'thanks/remove': rule('anyone', ['appreciations'], 'close'),
  'save/lower': rule('anyone', ['lowered']),
  'retro/finish': rule('facilitator', ending, 'close'),
};

/** The fields of the state that an event of this type may change. */
export function writes(type: EventType): Fields {
  return rules[type].writes;
}

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
