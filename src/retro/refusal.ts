/**
 * Why an event was refused. The text is English and the key for translation; it is written for the person who pressed the button.
 */
export const refusalTexts = {
  'actor/unknown': 'This person is not in the room.',
  'actor/notYours': 'This one is for someone else to do.',
  'actor/facilitator': 'The facilitator moves the room. You can ask for more time.',
  'actor/named': 'This is secret, so it cannot be sent with a name.',
  'actor/needsPerson': 'Say first who this is for.',
  'event/unknown': 'This version does not know that move.',
  'event/idTaken': 'Something with this id is there already.',
  'event/full': 'There is no room for more of these.',
  'retro/finished': 'This retro is over.',
  'step/notNow': 'That belongs to another step.',
  'step/unknown': 'There is no such step.',
  'step/last': 'This is the last step.',
  'step/first': 'This is the first step.',
  'step/needed': 'This step cannot be skipped: what was written would never be shown.',
  'step/place': 'A step can only be moved between the present one and the last.',
  'facilitator/here': 'The facilitator is here.',
  'facilitator/grace': 'The facilitator has only just gone. Give it a moment.',
  'level/raise': 'Anyone may lower this, and nobody can raise it.',
  'anonymity/lower': 'This can only become more anonymous.',
  'anonymity/late': 'Cards were written already.',
  'person/nameTaken':
    'Someone with this name is in the room, or with one that looks like it. Please add a letter or a second name.',
  'name/empty': 'A name needs a letter or a digit, so that the circle can call you.',
  'name/long': 'This name is very long. Please shorten it to 80 characters.',
  'name/unseen': 'This name has a character that cannot be shown. Please type the name by hand.',
  'name/marks': 'This name has a mark without a letter, or too many marks on one letter. Please leave some out.',
  'name/mixed':
    'A word of this name has letters of two alphabets that look alike. Please write each word in one alphabet.',
  'name/brackets': 'A name has no brackets here. Please write it without them.',
  'name/role': 'The panel shows who facilitates. Please write your name alone.',
  'name/team': 'What the whole team promises is written under this name. Please use a name of your own.',
  'person/facilitates': 'Hand over first: the room needs a facilitator.',
  'timer/none': 'No timer is running.',
  'request/none': 'Nobody asked for that.',
  'safety/notLow': 'This is offered after a low answer only.',
  'ballot/notOpen': 'This question is not open.',
  'ballot/all': 'Everyone has answered.',
  'ballot/answer': 'This answer is not on the scale.',
  'promise/unknown': 'There is no such promise.',
  'norm/unknown': 'There is no such norm.',
  'norm/adopted': 'Everyone can live with this norm. It opens again when someone needs a change.',
  'card/unknown': 'There is no such card.',
  'card/noQuestion': 'Nobody asked a question here.',
  'card/asked': 'This card has a question already. The writer can answer that one.',
  'card/signature': 'Cards are not signed in this way here.',
  'entry/all': 'Everyone has handed in.',
  'entry/prompt': 'There is no such question.',
  'reveal/nothing': 'Nobody has handed in yet.',
  'circle/noSpeaker': 'The round is over.',
  'circle/noCards': 'All cards were read.',
  'circle/laterTwice': 'You were come back to already. Passing is fine.',
  'circle/speaker': 'You have the floor. The others can thank you.',
  'heard/notNow': 'There is nothing to say back at the moment.',
  'heard/waiting': 'The speaker answers first.',
  'group/unknown': 'There is no such group.',
  'group/same': 'That is the same group.',
  'group/votesIn': 'Votes were counted on these groups. Forget the count first.',
  'group/tooFast': 'That was too much at once for the room. Wait a moment, then try again.',
  'group/noUndo': 'There is nothing to undo.',
  'vote/notOpen': 'The vote is not open.',
  'vote/open': 'The vote is open.',
  'vote/frozen': 'A vote is open, so topics and cards stay as they are. Change them when it is counted.',
  'vote/all': 'Everyone has voted.',
  'vote/budget': 'That is more than the votes there are.',
  'vote/cap': 'That is more than one topic can get from one person.',
  'vote/topic': 'There is no such topic.',
  'talk/unknown': 'There is no such topic.',
  'talk/noTopic': 'No topic is taken up.',
  'talk/note': 'There is no such note.',
  'talk/notAsked': 'Nobody asked for more minutes.',
  'talk/purpose': 'This question is for topics that are to be heard or understood.',
  'commitment/unknown': 'There is no such commitment.',
  'commitment/team': 'The team owns this one.',
  'commitment/taken': 'Someone took this one.',
  'thanks/unknown': 'There is no such appreciation.',
  'save/unknown': 'There is nothing of that id to save.',
} as const;

export type RefusalCode = keyof typeof refusalTexts;

export interface Refusal {
  readonly code: RefusalCode;
  /** The English text of the code. */
  readonly message: string;
}

/** What a reducer returns in place of a state. */
export interface Refused {
  readonly refused: RefusalCode;
}

export function refuse(code: RefusalCode): Refused {
  return { refused: code };
}
