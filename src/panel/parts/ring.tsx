import { t } from '../text.js';
import { ring, ringLength, seats, shortName, turnLength } from './ringGeometry.js';

/** A person on the ring. */
export interface RingPerson {
  readonly id: string;
  readonly name: string;
  /** `later` asked to be come back to. */
  readonly turn: 'spoke' | 'passed' | 'speaks' | 'next' | 'waits' | 'later' | 'here';
  /** At a panel of their own, and the line to it is down. */
  readonly away?: boolean;
}

/** Above this many people only those whose turn is near are named: names would run into each other. */
const allNamed = 14;

interface RingProps {
  readonly people: readonly RingPerson[];
  readonly label: string;
  /** How far the turn has come is drawn on the line. */
  readonly turning?: boolean;
}

/** The circle: everyone once, the turn drawn on the line between them. */
export function Ring({ people, label, turning = true }: RingProps) {
  const places = seats(people.length);
  const speaker = people.findIndex((person) => person.turn === 'speaks');
  const spoken = people.filter((person) => person.turn === 'spoke' || person.turn === 'passed').length;
  const turn = turning ? turnLength(speaker < 0 ? spoken : speaker, people.length) : 0;
  return (
    <figure class="ring">
      <svg viewBox={`0 0 ${ring.width} ${ring.height}`} aria-hidden="true">
        <circle class="line" cx={ring.width / 2} cy={ring.height / 2} r={ring.radius} />
        <circle
          class="turn"
          cx={ring.width / 2}
          cy={ring.height / 2}
          r={ring.radius}
          transform={`rotate(-90 ${ring.width / 2} ${ring.height / 2})`}
          stroke-dasharray={`${turn} ${ringLength}`}
        />
        {places.map((place, index) => {
          const person = people[index];
          return person && <SeatMark key={person.id} person={person} place={place} crowd={people.length} />;
        })}
      </svg>
      <figcaption class="unseen">{label}</figcaption>
      <ol class="unseen">
        {people.map((person) => (
          <li key={person.id}>{`${person.name}: ${stateWords(person)}`}</li>
        ))}
      </ol>
    </figure>
  );
}

interface SeatMarkProps {
  readonly person: RingPerson;
  readonly place: ReturnType<typeof seats>[number];
  readonly crowd: number;
}

function SeatMark({ person, place, crowd }: SeatMarkProps) {
  const speaks = person.turn === 'speaks';
  const named = crowd <= allNamed || speaks || person.turn === 'next';
  const size = (speaks ? 15 : person.turn === 'next' ? 8 : 6) * (crowd > 20 ? 0.7 : 1);
  return (
    <g class={`seat ${person.turn}${person.away ? ' away' : ''}`}>
      <title>{person.away ? t('{0} is away', person.name) : person.name}</title>
      <circle class="ground" cx={place.x} cy={place.y} r={size + 5} />
      <circle class="mark" cx={place.x} cy={place.y} r={size} />
      {named && (
        <text x={place.labelX} y={place.labelY} text-anchor={place.anchor} dominant-baseline="middle">
          {shortName(person.name)}
        </text>
      )}
    </g>
  );
}

function stateWords({ turn, away }: RingPerson): string {
  return away ? `${turnWord(turn)}, ${t('away at the moment')}` : turnWord(turn);
}

function turnWord(turn: RingPerson['turn']): string {
  switch (turn) {
    case 'spoke':
      return t('has spoken');
    case 'passed':
      return t('passed');
    case 'speaks':
      return t('has the floor');
    case 'next':
      return t('comes soon');
    case 'later':
      return t('comes back to it');
    case 'waits':
      return t('still to come');
    case 'here':
      return t('is here');
  }
}
