// The two retros of the sample team, as they were held.
import { Room } from './room.js';

const people = ['Noor', 'Tariq', 'Yuki', 'Lena', 'Sam'];

interface Held {
  readonly title: string;
  readonly date: string;
  /** Prompt and text. */
  readonly cards: readonly (readonly [prompt: string, text: string])[];
  /** The cards that were talked about together, by their numbers, with what the group was called. */
  readonly talk: { readonly name: string; readonly cards: readonly number[]; readonly notes: readonly string[] };
  readonly promises: readonly {
    readonly promise: string;
    readonly owner: string;
    readonly made: string;
    readonly kind: 'kept' | 'still';
  }[];
  readonly commitments: readonly {
    readonly when: string;
    readonly will: string;
    /** Nobody: the team. */
    readonly owner?: string;
    readonly revisit: string;
    readonly sure: readonly number[];
  }[];
  readonly thanks: string;
}

const sprint41: Held = {
  title: 'Sprint 41',
  date: '2026-11-06',
  cards: [
    ['stop', 'Finding out on Monday that the build has been red since Friday.'],
    ['stop', 'Handing over on-call right before a long weekend.'],
    ['start', 'Trying the importer on a laptop, without the staging queue.'],
    ['continue', 'Pairing on the parser. Two suppliers in one afternoon!'],
    ['stop', 'Red builds that everyone sees and nobody mentions.'],
  ],
  talk: {
    name: 'A red build on Friday',
    cards: [0, 4],
    notes: [
      'Handing over on-call before a long weekend costs one person their Friday.',
      'The importer is hard to test on a laptop, and that keeps some of us away from it.',
    ],
  },
  promises: [
    {
      promise: 'We will look at the on-call plan together before every long weekend.',
      owner: 'team',
      made: '2026-10-09',
      kind: 'still',
    },
  ],
  commitments: [
    {
      when: 'the nightly build goes red',
      will: 'post in the channel before lunch',
      owner: 'Noor',
      revisit: '2026-11-20',
      sure: [70, 80, 80, 90, 85],
    },
  ],
  thanks: 'For the fixtures that saved us a day.',
};

const sprint42: Held = {
  title: 'Sprint 42',
  date: '2026-11-20',
  cards: [
    ['stop', 'Support heard of the new column from a customer.'],
    ['stop', 'The import tried again for three hours and nobody could see why.'],
    ['start', 'An alarm when no price has changed for an hour.'],
    ['continue', 'Review notes that say what reads well, too.'],
    ['start', 'A deploy page on which two branches can be told apart.'],
  ],
  talk: {
    name: 'The morning of 12 November',
    cards: [0, 1],
    notes: [
      'We learned of the schema change from a customer, and it felt late.',
      'Nobody had to be at fault for the import to stop: the retry had no limit.',
    ],
  },
  promises: [
    {
      promise: 'When the nightly build goes red, I will post in the channel before lunch.',
      owner: 'Noor',
      made: '2026-11-06',
      kind: 'still',
    },
    {
      promise: "When I touch a supplier's parser, I will add a test that shows the file format.",
      owner: 'Lena',
      made: '2026-10-23',
      kind: 'kept',
    },
  ],
  commitments: [
    {
      when: "a supplier's schema changes",
      will: 'tell the support channel before it ships',
      revisit: '2026-12-04',
      sure: [60, 80, 75, 90, 75],
    },
    {
      when: 'I add a retry',
      will: 'give it a limit and a message that names the cause',
      owner: 'Tariq',
      revisit: '2026-12-18',
      sure: [90, 95, 90, 85, 100],
    },
  ],
  thanks: 'For a postmortem that everyone could read without a knot in the stomach.',
};

/** What each of them is called in `.common-ground/retros/`, and how it was at its end. */
export function sampleRetros(): readonly { readonly file: string; readonly room: Room }[] {
  return [
    { file: '2026-11-06-sprint-41.md', room: play(sprint41) },
    { file: '2026-11-20-sprint-42.md', room: play(sprint42) },
  ];
}

function play(held: Held): Room {
  const room = new Room(people.length, {
    title: held.title,
    date: held.date,
    confidentiality: 'repo',
    people: people.map((name) => ({ id: name.toLowerCase(), name })),
    promises: held.promises.map(({ kind: _kind, ...one }, index) => ({ id: `p${index}`, ...one })),
  });
  room.goTo('promises');
  held.promises.forEach(({ kind }, index) => {
    room.do({ type: 'promise/answer', id: `p${index}`, answer: { kind } });
  });
  talk(room, held);
  room.goTo('commit');
  held.commitments.forEach((one, index) => {
    commit(room, one, `k${index}`);
  });
  room.goTo('close').do({ type: 'thanks/add', id: 'a1', text: held.thanks });
  return room
    .all((_, index) => ({ type: 'ballot/answer', box: 'dials', answers: [3 + (index % 2), 2 + (index % 3)] }))
    .all((_, index) => ({ type: 'ballot/answer', box: 'worth', answers: [4 + (index % 2)] }));
}

function talk(room: Room, { cards, talk: { name, cards: together, notes } }: Held): void {
  room.goTo('write').all((_, index) => {
    const [prompt = '', text = ''] = cards[index] ?? [];
    return { type: 'entry/submit', cards: [{ id: `c${index}`, prompt, text }] };
  });
  room.goTo('reveal').do({ type: 'reveal/open' }).goTo('group');
  room.do({ type: 'group/make', id: 'g1', name, cards: together.map((number) => `c${number}`) });
  room.goTo('vote').do({ type: 'vote/open' });
  room.all((_, index) => ({ type: 'vote/cast', votes: { g1: 1 + (index % 2) } }));
  room.goTo('talk').do({ type: 'talk/start', topic: 'g1', purpose: 'understand' });
  notes.forEach((text, index) => {
    room.do({ type: 'talk/note', id: `n${index}`, text });
  });
}

function commit(room: Room, { owner, sure, ...one }: Held['commitments'][number], id: string): void {
  room.do({ type: 'commitment/add', id, ...one, team: owner === undefined });
  if (owner !== undefined) {
    room.do({ type: 'commitment/take', id }, owner.toLowerCase());
  }
  const box = `confidence/${id}` as const;
  room.do({ type: 'ballot/open', box });
  room.all((_, index) => ({ type: 'ballot/answer', box, answers: [sure[index] ?? 0] }));
}
