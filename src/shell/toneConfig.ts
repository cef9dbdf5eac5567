import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { familyOf } from '../tone/sentenceContext.js';
import { ruleSet } from '../tone/shared.js';
import { readTeamTone, type TeamTone } from '../tone/team/teamTone.js';
import { placesIn } from './tonePlaces.js';

const NAME = join('.common-ground', 'tone.yaml');

/** The team's file, with the folder that its globs count from. */
export interface TeamConfig {
  readonly team: TeamTone;
  readonly folder: string;
  /** `path:line:column: message`, one for each place that is not read as it was meant. */
  readonly problems: readonly string[];
}

/** Reads the named team file. @throws when it cannot be read. */
export function readConfig(path: string): TeamConfig {
  const source = readFileSync(path, 'utf8');
  const known = new Set(ruleSet.flatMap(({ id }) => [id, familyOf(id)]));
  const { team, problems } = readTeamTone(source, known);
  const placeOf = placesIn(source);
  const inFolder = resolve(path).endsWith(`${sep}${NAME}`);
  return {
    team,
    folder: inFolder ? dirname(dirname(resolve(path))) : process.cwd(),
    problems: problems.map(({ range, message }) => {
      const { line, column } = placeOf(range.start);
      return `${path}:${line}:${column}: ${message}`;
    }),
  };
}

/** The team file of this folder or of the nearest folder above that has one. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, NAME);
    if (existsSync(candidate)) {
      return candidate;
    }
    if (dirname(folder) === folder) {
      return undefined;
    }
  }
}

/** The path that globs see, or `undefined` for a file outside of the team's folder. */
export function pathInFolder(file: string, folder: string): string | undefined {
  const path = relative(folder, resolve(file)).split(sep).join('/');
  return path.startsWith('../') || path === '' ? undefined : path;
}
