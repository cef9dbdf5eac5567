import { type SentenceWording, sentence } from '../retro/wording.js';
import { t } from './text.js';

/** A commitment as it will be written, in the language of the panel. */
export function sentenceOf(draft: Parameters<typeof sentence>[0]): string {
  return sentence(draft, sentenceWording());
}

export function sentenceWording(): SentenceWording {
  return { iWill: t('When {0}, I will {1}.'), weWill: t('When {0}, we will {1}.') };
}
