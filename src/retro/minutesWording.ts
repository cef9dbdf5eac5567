/**
 * What the minutes say besides what people wrote. English is here and is what a translation starts from; whoever writes the
 * minutes hands in the words of their language, with the same places for values.
 */
export const englishMinutes = {
  agreed: 'We agreed to try',
  promises: 'What became of our promises',
  norms: 'How we want to be with each other',
  talked: 'What we talked about',
  heard: 'What we heard',
  written: 'What was written',
  thanks: 'Thank you',
  pictures: 'How it was',
  onePerson: '1 person',
  people: '{0} people',
  iWill: 'When {0}, I will {1}.',
  weWill: 'When {0}, we will {1}.',
  theTeam: 'the team',
  lookAgain: 'we come back to it on {0}',
  howWeWillKnow: 'How we will know: {0}',
  confidence: 'Confidence of the room, in the middle: {0} of 100',
  helped: 'What helped: {0}',
  hindered: 'What got in the way: {0}',
  kept: 'Kept.',
  still: 'Still on it.',
  letGo: 'Let go, because {0}',
  changed: 'Changed, agreed with {0}: {1}',
  changedBecause: 'Changed, agreed with {0}, because {1}: {2}',
  otherNotes: 'Other notes',
  notes: 'Notes:',
  oneVote: '1 vote',
  votes: '{0} votes',
  toBeHeard: 'to be heard',
  toUnderstand: 'to understand',
  toTry: 'to try something',
  wellEnough: 'understood well enough for today by {0} of {1}',
  otherCards: 'Other',
  asked: 'Asked: {0}',
  answered: 'The writer: {0}',
  thanksTo: 'To {0}: {1}',
  roomToSpeak: 'I had room to speak',
  roomForOthers: 'I left room for others',
  worthTheTime: 'It was worth the time',
  peopleByAnswer: '{0} (people by answer, {1} low to {2} high): {3}',
} as const;

export type MinutesWording = Readonly<Record<keyof typeof englishMinutes, string>>;

/** A text with values in its places. What is in a value is never taken for a place. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
