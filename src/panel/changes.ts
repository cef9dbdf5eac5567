import type { RetroView } from '../retro/viewModel.js';
import { stepName } from './stepNames.js';
import { t } from './text.js';

/** What a person who can't see the panel would want to be told, in whole sentences; the most important first. */
export function changesInWords(before: RetroView, after: RetroView): readonly string[] {
  const words: string[] = [];
  const step = after.steps.find((candidate) => candidate.id === after.step);
  if (before.step !== after.step && step) {
    words.push(t('Now: {0}.', stepName(step)));
  }
  const speaker = after.circle?.speaker;
  if (speaker && speaker !== before.circle?.speaker) {
    words.push(t('{0} has the floor.', after.participants.find((person) => person.id === speaker)?.name ?? ''));
  }
  if (after.circle?.over && !before.circle?.over) {
    words.push(t('The round is over. Everyone was asked once.'));
  }
  words.push(...peopleInWords(before, after), ...requestsInWords(before, after), ...arrivalsInWords(before, after));
  return words;
}

/** Who came and who left. A line that blinks is not worth a word. */
function peopleInWords(before: RetroView, after: RetroView): readonly string[] {
  if (after.mode !== 'room' || before.participants === after.participants) {
    return [];
  }
  const present = (view: RetroView) => view.participants.filter((person) => person.presence !== 'left');
  const known = new Set(present(before).map((person) => person.id));
  const still = new Set(present(after).map((person) => person.id));
  return [
    ...present(after)
      .filter((person) => !known.has(person.id))
      .map((person) => t('{0} is here.', person.name)),
    ...present(before)
      .filter((person) => !still.has(person.id))
      .map((person) => hasLeft(after, person)),
  ];
}

function hasLeft(after: RetroView, { id, name }: RetroView['participants'][number]): string {
  const isPutOut = after.participants.some((person) => person.id === id && person.putOut);
  return isPutOut ? t('{0} was put out of the room by the facilitator.', name) : t('{0} has left.', name);
}

function requestsInWords(before: RetroView, after: RetroView): readonly string[] {
  const words: string[] = [];
  if (after.requests.norm && after.requests.norm.at !== before.requests.norm?.at) {
    words.push(t('Someone asks for a norm.'));
  }
  if (after.requests.silence && after.requests.silence.at !== before.requests.silence?.at) {
    words.push(t('Someone asks for silence.'));
  }
  if (after.requests.longer && after.requests.longer.at !== before.requests.longer?.at) {
    words.push(t('Someone needs longer.'));
  }
  return words;
}

function arrivalsInWords(before: RetroView, after: RetroView): readonly string[] {
  const words: string[] = [];
  if (after.write.entries > before.write.entries) {
    words.push(t('{0} of {1} have handed in.', after.write.entries, after.write.of));
  }
  if (after.cards.length > 0 && before.cards.length === 0) {
    words.push(t('All cards are here: {0}.', after.cards.length));
  }
  if (after.vote.ballots > before.vote.ballots) {
    words.push(t('{0} of {1} have voted.', after.vote.ballots, after.vote.of));
  }
  return words;
}
