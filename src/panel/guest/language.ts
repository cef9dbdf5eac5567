import * as v from 'valibot';
import { useTranslation } from '../text.js';

const bundleSchema = v.record(v.string(), v.string());

/** The texts in the reader's language, where the hub has them; English otherwise. */
export async function loadLanguage(): Promise<void> {
  const language = navigator.language.toLowerCase();
  if (language.startsWith('en')) {
    return;
  }
  for (const wanted of new Set([language, language.split('-')[0] ?? language])) {
    const bundle = await read(`bundle.l10n.${wanted}.json`);
    if (bundle !== undefined) {
      useTranslation(bundle);
      document.documentElement.lang = wanted;
      return;
    }
  }
}

async function read(path: string): Promise<v.InferOutput<typeof bundleSchema> | undefined> {
  try {
    const answer = await fetch(path);
    const parsed = answer.ok ? v.safeParse(bundleSchema, await answer.json()) : undefined;
    return parsed?.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
