import * as v from 'valibot';
import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { doubledKeys, plainData } from '../../yamlList/parseCarefully.js';
import type { TextRange } from '../finding.js';
import type { RuleSwitch } from '../sentenceContext.js';
import { longestPhrase, type OwnPhrase } from '../toneSettings.js';
import { globLimits, matchesGlob } from './glob.js';
import { isIncidentName } from './incidentName.js';
import { parseTeamYaml } from './teamYaml.js';

/** What a team agreed on, in `.common-ground/tone.yaml`. */
export interface TeamTone {
  /** By rule or family id. */
  readonly rules: ReadonlyMap<string, RuleSwitch>;
  /** If there are any, only files that match one are checked. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Files that are postmortems or retros, besides those that are known by their name. */
  readonly incidents: readonly string[];
  readonly phrases: readonly OwnPhrase[];
  readonly allow: readonly string[];
  readonly people: readonly string[];
  readonly tools: readonly string[];
}

/** A place in the team file that is not read as it was meant; everything else in the file holds. */
export interface TeamToneProblem {
  readonly range: TextRange;
  readonly message: string;
  readonly code:
    | 'too-large'
    | 'not-yaml'
    | 'doubled-key'
    | 'unknown-key'
    | 'unknown-rule'
    | 'wrong-value'
    | 'newer-version';
}

const text = v.pipe(v.string('Write this as text.'), v.trim(), v.nonEmpty('There is nothing here.'));
const phrase = v.pipe(
  text,
  v.maxLength(longestPhrase, `A phrase has at most ${longestPhrase} characters. Write the words that matter.`),
);
const glob = v.pipe(
  text,
  v.maxLength(globLimits.each, `A glob has at most ${globLimits.each} characters. Write several shorter ones.`),
);
const tooManyGlobs = `All globs of this file together have at most ${globLimits.all} characters. This one is not used: write globs that match more.`;

/** Each key with the shape of its value, or of each of its items or entries. */
const shapes = {
  version: v.literal(1, 'This version of Common Ground reads version 1.'),
  rules: v.picklist(['off', 'gentle', 'default'], 'A rule is off, gentle or default.'),
  include: glob,
  exclude: glob,
  incidents: glob,
  phrases: v.strictObject(
    {
      phrase,
      message: v.optional(text),
      suggestions: v.optional(v.array(text, 'Write the suggestions as a list.'), []),
      level: v.optional(v.picklist(['default', 'gentle'], 'The level is default or gentle.'), 'gentle'),
    },
    ({ expected }) =>
      expected === 'never'
        ? 'Not known here. A phrase has phrase, message, suggestions and level.'
        : 'A phrase needs its words under “phrase”.',
  ),
  allow: phrase,
  people: text,
  tools: text,
} as const;

type Key = keyof typeof shapes;

/** An empty file, or none. */
export const noTeamTone: TeamTone = {
  rules: new Map(),
  include: [],
  exclude: [],
  incidents: [],
  phrases: [],
  allow: [],
  people: [],
  tools: [],
};

/**
 * Reads the team file. What is wrong in one place never takes the rest of the file away.
 * @param knownRules ids of rules and families; with it, switches for others are pointed at.
 */
export function readTeamTone(
  source: string,
  knownRules?: ReadonlySet<string>,
): { team: TeamTone; problems: readonly TeamToneProblem[] } {
  const document = parseTeamYaml(source);
  if (typeof document === 'string') {
    return { team: noTeamTone, problems: [unread(source, document)] };
  }
  const problems = syntaxProblems(document, source);
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { team: noTeamTone, problems };
  }
  if (!isMap(contents)) {
    problems.push(
      problem(
        contents,
        source,
        'wrong-value',
        'The file is a list of keys: version, rules, phrases, allow and others.',
      ),
    );
    return { team: noTeamTone, problems };
  }
  return { team: new Reader(document, source, problems, knownRules).read(), problems };
}

function unread(source: string, message: string): TeamToneProblem {
  return { range: { start: 0, end: Math.max(1, source.search(/[\r\n]|$/)) }, message, code: 'too-large' };
}

function syntaxProblems(document: Document.Parsed, source: string): TeamToneProblem[] {
  const errors = document.errors.map(
    ({ pos, message }): TeamToneProblem => ({
      range: { start: pos[0], end: Math.max(pos[1], pos[0] + 1) },
      message: `This line cannot be read: ${message.replace(/\.?$/, '.')}`,
      code: 'not-yaml',
    }),
  );
  const doubled = doubledKeys(document).map((key) =>
    problem(key, source, 'doubled-key', `“${String(key)}” stands here twice. Take one of them out.`),
  );
  return [...errors, ...doubled];
}

class Reader {
  readonly #document: Document.Parsed;
  readonly #source: string;
  readonly #problems: TeamToneProblem[];
  readonly #knownRules: ReadonlySet<string> | undefined;
  #globsLeft: number = globLimits.all;

  constructor(
    document: Document.Parsed,
    source: string,
    problems: TeamToneProblem[],
    knownRules: ReadonlySet<string> | undefined,
  ) {
    this.#document = document;
    this.#source = source;
    this.#problems = problems;
    this.#knownRules = knownRules;
  }

  read(): TeamTone {
    this.#checkKeys();
    return {
      rules: this.#rules(),
      include: this.#globs('include'),
      exclude: this.#globs('exclude'),
      incidents: this.#globs('incidents'),
      phrases: this.#items('phrases', shapes.phrases).map(({ message, ...rest }) =>
        message === undefined ? rest : { ...rest, why: message },
      ),
      allow: this.#items('allow', shapes.allow),
      people: this.#items('people', shapes.people),
      tools: this.#items('tools', shapes.tools),
    };
  }

  #checkKeys(): void {
    const contents = this.#document.contents;
    for (const { key, value } of isMap(contents) ? contents.items : []) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!(name in shapes)) {
        this.#report(key, 'unknown-key', `“${name}” is not known here. There are ${Object.keys(shapes).join(', ')}.`);
      } else if (name === 'version' && isScalar(value) && value.value !== 1) {
        const newer = typeof value.value === 'number' && value.value > 1;
        this.#report(value, newer ? 'newer-version' : 'wrong-value', 'This version of Common Ground reads version 1.');
      }
    }
  }

  #rules(): Map<string, RuleSwitch> {
    const rules = new Map<string, RuleSwitch>();
    const node = this.#document.get('rules', true);
    if (!isMap(node)) {
      this.#reportUnlessEmpty(node, 'Write rules as “rule: off”, one a line.');
      return rules;
    }
    for (const { key, value } of node.items) {
      const id = isScalar(key) ? String(key.value) : '';
      // YAML 1.1 habits: a bare off is a word here, but “false” is what some editors write.
      const set = isScalar(value) && value.value === false ? 'off' : isScalar(value) ? value.value : undefined;
      const read = v.safeParse(shapes.rules, set);
      if (this.#knownRules !== undefined && !this.#knownRules.has(id)) {
        this.#report(key, 'unknown-rule', `There is no rule or family called “${id}”.`);
      } else if (read.success) {
        rules.set(id, read.output);
      } else {
        this.#report(value ?? key, 'wrong-value', read.issues[0].message);
      }
    }
    return rules;
  }

  #globs(key: 'include' | 'exclude' | 'incidents'): string[] {
    const fits = v.check<string, string>((one) => {
      this.#globsLeft -= one.length > globLimits.each ? 0 : one.length;
      return this.#globsLeft >= 0;
    }, tooManyGlobs);
    return this.#items(key, v.pipe(shapes[key], fits));
  }

  #items<T>(key: Exclude<Key, 'version' | 'rules'>, shape: v.GenericSchema<unknown, T>): T[] {
    const node = this.#document.get(key, true);
    if (!isSeq(node)) {
      this.#reportUnlessEmpty(node, `Write ${key} as a list.`);
      return [];
    }
    return node.items.flatMap((item) => {
      const read = v.safeParse(shape, plainData(item));
      if (read.success) {
        return [read.output];
      }
      const path = read.issues[0].path?.map(({ key: step }) => step) ?? [];
      const place = isMap(item) || isSeq(item) ? (item.getIn(path, true) ?? item) : item;
      this.#report(place, 'wrong-value', isAlias(place) ? noAlias : read.issues[0].message);
      return [];
    });
  }

  #reportUnlessEmpty(node: unknown, message: string): void {
    if (node !== undefined && !(isScalar(node) && node.value === null)) {
      this.#report(node, 'wrong-value', message);
    }
  }

  #report(node: unknown, code: TeamToneProblem['code'], message: string): void {
    this.#problems.push(problem(node, this.#source, code, message));
  }
}

const noAlias = 'Names with a star are not read here. Write out what is meant.';

function problem(node: unknown, source: string, code: TeamToneProblem['code'], message: string): TeamToneProblem {
  const range = (node as ParsedNode | null)?.range;
  const start = range?.[0] ?? 0;
  const end = range?.[1] ?? source.length;
  return { range: { start, end: Math.max(end, Math.min(start + 1, source.length)) }, message, code };
}

/** Whether the team wants this file to be checked. */
export function isChecked(team: TeamTone, path: string): boolean {
  const named = (globs: readonly string[]): boolean => globs.some((one) => matchesGlob(path, one));
  return (team.include.length === 0 || named(team.include)) && !named(team.exclude);
}

/** Whether this file is a postmortem or a retro, by its name or because the team says so. */
export function isIncidentFile(team: TeamTone, path: string): boolean {
  return isIncidentName(path) || team.incidents.some((one) => matchesGlob(path, one));
}
