/** Why a round ended without showing anything, in words for people. The text is English and the key for translation. */
import type { Objection, StopReason } from './messages.js';

const reasonTexts: Readonly<Record<Exclude<StopReason, 'objection'>, string>> = {
  left: 'Someone’s line was lost while it was being sealed. Nothing was shown. Try again.',
  late: 'Someone’s panel did not answer in time. Nothing was shown. Try again.',
  askFirst:
    'Someone is asked in their panel whether to seal with those who are here now. Nothing was shown. Try again then.',
  fewAnswers: 'Fewer than four answered. Nothing left a panel, so that nobody can be read from it.',
  calledOff: 'It was called off. Nothing was shown.',
};

const objectionTexts: Readonly<Record<Objection, string>> = {
  people: 'A panel does not agree with the list of people. Nothing was shown.',
  seed: 'A panel saw that the drawing of mixers was not fair. Nothing was shown.',
  mixers: 'A panel does not agree with who mixes. Nothing was shown.',
  count: 'An envelope too many or too few came round. Nothing was shown.',
  duplicate: 'An envelope was there twice. Nothing was shown.',
  tampered: 'An envelope was changed on its way. Nothing was shown.',
  missing: 'Somebody’s envelopes did not all come out. Nothing was shown.',
  unconfirmed: 'Not everyone confirmed the same envelopes. Nothing was shown.',
  opened: 'The keys do not open what was sealed. Nothing was shown.',
  order: 'A panel was asked for something out of turn. Nothing was shown.',
  askFirst: reasonTexts.askFirst,
  question:
    'What is asked changed after a panel showed it, or panels show different questions. Nothing was shown. Say so aloud. A vote or a question can be asked anew; for cards it takes a new room.',
  newKeys:
    'Someone’s panel has new keys, and not everyone has said in their panel that this is right. Nothing was shown. Try again then.',
  again:
    'This was counted before with almost the same people. A second count would show what one of them answered, so nothing was shown.',
  fewAnswers:
    'It was not shown to a panel that enough people answer to be anonymous among. Nothing was shown. Say so aloud.',
  level: 'Cards with names were asked for in a room that promised more. Nothing was handed in. Say so aloud.',
  size: 'There is more to hand in than fits into the envelopes. Nothing was shown.',
};

/** A sentence or two. */
export function stopText(why: StopReason, objection?: Objection): string {
  if (objection !== undefined) {
    return objectionTexts[objection];
  }
  return why === 'objection' ? objectionTexts.order : reasonTexts[why];
}
