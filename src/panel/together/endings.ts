import type { CloseName } from '../../protocol/closeCodes.js';
import { t } from '../text.js';

/** What happened, and what can be done about it. */
export interface EndingWords {
  readonly title: string;
  readonly advice: string;
  /** The same link can bring this person back. */
  readonly again: boolean;
}

/** @param text what the room itself said, for ends that have no words of their own here */
export function endingWords(why: CloseName | undefined, text: string): EndingWords {
  switch (why) {
    case 'finished':
      return {
        title: t('This retro is over'),
        advice: t('Thank you for being here. You can close this page.'),
        again: false,
      };
    case 'discarded':
      return {
        title: t('This retro was discarded'),
        advice: t('Nothing of it was written, and nothing is kept.'),
        again: false,
      };
    case 'left':
      return {
        title: t('You have left'),
        advice: t('You are welcome back for as long as the room is open.'),
        again: true,
      };
    case 'notLetIn':
      return {
        title: t('This link does not open a room'),
        advice: t('It may be cut short, or the room may be over. Ask whoever facilitates for the whole link.'),
        again: false,
      };
    case 'otherVersion':
      return {
        title: t('This page and the room are of different versions'),
        advice: t('Load the page again. In the editor, update Common Ground on the older side.'),
        again: true,
      };
    case 'full':
      return {
        title: t('The room is full'),
        advice: t('There is no seat left. Ask whoever facilitates.'),
        again: true,
      };
    case 'elsewhere':
      return {
        title: t('You are in the room in another window'),
        advice: t('A seat is for one window at a time. Go on there, or take your seat here.'),
        again: true,
      };
    default:
      return { title: t('The line to the room ended'), advice: text, again: true };
  }
}
