/** What a retro can hold. The schemas, the reducers and the panel's text boxes read the same numbers. */
export const limits = {
  /** UTF-16 units of a card, a note, a heard line or an appreciation. */
  text: 500,
  /** UTF-16 units of names, titles and single words. */
  name: 80,
  participants: 200,
  /** Cards that one person can hand in at once. */
  cardsPerEntry: 40,
  /** Cards on the board, waiting ones included. */
  cards: 2000,
  groups: 500,
  norms: 50,
  commitments: 50,
  notesPerTopic: 100,
  appreciations: 400,
  undo: 50,
  votesBudget: 50,
  minutes: 240,
  /** UTF-16 units of what a panel remembers of its room: a room of 200 people with some rounds that never ended. */
  panelMemory: 500_000,
} as const;

/** Below this number of answers no histogram, total or median is shown: it would say too much about one person. */
export const fewestAnswers = 4;

/** How long a facilitator has to be away before anyone can take over, in milliseconds. */
export const takeOverGrace = 60_000;

/** How long a silence that someone asked for lasts, in milliseconds. */
export const silenceLength = 60_000;

/** How long a norm that someone asked for stays in view, in milliseconds. */
export const normBreath = 20_000;
