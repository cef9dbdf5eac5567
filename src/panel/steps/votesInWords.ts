import { t } from '../text.js';

/** "1 vote", "3 votes". */
export function votesInWords(count: number): string {
  return count === 1 ? t('1 vote') : t('{0} votes', count);
}
