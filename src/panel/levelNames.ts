import type { Anonymity, ConfidentialityLevel } from '../retro/model.js';
import { offers } from './hostCommands.js';
import { t } from './text.js';

/** The short name of a level. */
export function levelName(level: ConfidentialityLevel): string {
  switch (level) {
    case 'ashes':
      return t('ashes');
    case 'room':
      return t('this room');
    case 'team':
      return t('team');
    case 'repo':
      return t('repo');
  }
}

/** What the level means for what is said here, as the frame shows it all the time. */
export function levelPromise(level: ConfidentialityLevel): string {
  switch (level) {
    case 'ashes':
      return t('never written down');
    case 'room':
      return t('stays in this room');
    case 'team':
      return t('stays in the team');
    case 'repo':
      return t('may go into the repo');
  }
}

/** One sentence that says where things of a level end up. */
export function levelMeaning(level: ConfidentialityLevel): string {
  switch (level) {
    case 'ashes':
      return t('Written nowhere, not even until the end of the retro.');
    case 'room':
      return t('Gone when the retro is closed.');
    case 'team':
      return offers('openMinutes')
        ? t('Into a file on this machine that git ignores.')
        : t('Into a file that git ignores, on the machine that holds the room.');
    case 'repo':
      return t('Into the minutes that are committed.');
  }
}

export function anonymityName(anonymity: Anonymity): string {
  switch (anonymity) {
    case 'named':
      return t('with names');
    case 'alias':
      return t('with aliases');
    case 'anonymous':
      return t('without names');
  }
}
