import type { Document } from 'yaml';
import { deepest, doubledKeys, parseCarefully } from '../../yamlList/parseCarefully.js';

/** The most of a team file that is read, in UTF-16 units: a larger one, made to be slow, could keep the editor waiting for seconds. */
export const largestTeamFile = 60_000;

/**
 * Parses the text of a team file.
 * @returns the document, or a sentence that says why the text is not parsed.
 */
export function parseTeamYaml(source: string): Document.Parsed | string {
  if (source.length > largestTeamFile) {
    return `This file has ${source.length} characters and is not read. Up to ${largestTeamFile} are: take out what is not needed.`;
  }
  return (
    parseCarefully(source) ?? `This file is not read: it has more than ${deepest} lists and maps within each other.`
  );
}

/** @returns `undefined` for a text that cannot be read as it was meant, so that no edit makes it worse. */
export function parseSoundTeamYaml(source: string): Document.Parsed | undefined {
  const document = parseTeamYaml(source);
  const isSound = typeof document !== 'string' && document.errors.length === 0 && doubledKeys(document).length === 0;
  return isSound ? document : undefined;
}
