/**
 * A team's own template from YAML. Every problem is found at its line and column; a template comes out only when there is none.
 * The same shape is described for editors in media/schemas/retroTemplate.schema.json.
 */
import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, visit } from 'yaml';
import { deepest, doubledKeys, parseCarefully, plainData } from '../../yamlList/parseCarefully.js';
import { limits } from '../limits.js';
import { anonymities, levels, type Prompt, type RetroTemplate, type StepPlan, stepKinds } from '../model.js';
import { planProblem } from '../moves/steps.js';
import { planned } from './steps.js';
import type { TemplateProblem, TextPosition } from './templateProblem.js';

export interface ParsedTemplate {
  readonly template?: RetroTemplate;
  readonly problems: readonly TemplateProblem[];
}

/** Larger files are not templates. UTF-16 units. */
const largest = 100_000;

const short = v.pipe(
  v.string('This should be text.'),
  v.trim(),
  v.minLength(1, 'This should not be empty.'),
  v.maxLength(limits.name, `This should have at most ${limits.name} characters.`),
);
const long = v.pipe(
  v.string('This should be text.'),
  v.trim(),
  v.maxLength(limits.text, `This should have at most ${limits.text} characters.`),
);
const idPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
const id = v.pipe(
  v.string('This should be text.'),
  v.regex(idPattern, 'An id has small letters, digits and hyphens.'),
  v.check((text) => !(text in Object.prototype), 'This id has a meaning of its own.'),
);
const whole = (most: number) =>
  v.pipe(
    v.number('This should be a number.'),
    v.integer('This should be a whole number.'),
    v.minValue(1, 'This should be at least 1.'),
    v.maxValue(most, `This should be at most ${most}.`),
  );
const yesNo = v.boolean('This should be true or false.');
const kind = v.picklist(stepKinds, `There is no such step. There are: ${stepKinds.join(', ')}.`);
const unknownKey = 'This key is not known here.';

const promptItem = v.union([
  short,
  v.strictObject({ id: v.exactOptional(id), title: short, hint: v.exactOptional(long) }, unknownKey),
]);
const stepItem = v.strictObject(
  {
    step: kind,
    title: v.exactOptional(short),
    guide: v.exactOptional(long),
    minutes: v.exactOptional(
      v.pipe(
        v.number('This should be a number of minutes.'),
        v.minValue(0.5, 'Half a minute is the least.'),
        v.maxValue(limits.minutes, `This should be at most ${limits.minutes}.`),
      ),
    ),
    prompts: v.exactOptional(v.array(id, 'This should be a list of prompt ids.')),
  },
  unknownKey,
);

/** The keys of a template file, as people write them. */
export const templateFileSchema = v.strictObject(
  {
    version: v.exactOptional(v.literal(1, 'The only version is 1.')),
    name: short,
    about: v.exactOptional(long),
    prompts: v.pipe(
      v.array(promptItem, 'This should be a list of prompts.'),
      v.minLength(1, 'A template has at least one prompt.'),
      v.maxLength(50, 'A template has at most 50 prompts.'),
    ),
    steps: v.exactOptional(
      v.pipe(
        v.array(v.union([kind, stepItem]), 'This should be a list of steps.'),
        v.minLength(1, 'A template has at least one step.'),
        v.maxLength(60, 'A template has at most 60 steps.'),
      ),
    ),
    votes: v.exactOptional(
      v.strictObject({ budget: whole(limits.votesBudget), cap: whole(limits.votesBudget) }, unknownKey),
    ),
    confidentiality: v.exactOptional(v.picklist(levels, `This is one of ${levels.join(', ')}.`)),
    anonymity: v.exactOptional(v.picklist(anonymities, `This is one of ${anonymities.join(', ')}.`)),
    heard: v.exactOptional(yesNo),
    incident: v.exactOptional(yesNo),
  },
  unknownKey,
);
type TemplateFile = v.InferOutput<typeof templateFileSchema>;

/** The steps of a template that names none. */
const usualSteps = [
  'arrive',
  'promises',
  'norms',
  { step: 'write', minutes: 7 },
  'reveal',
  'circle',
  'group',
  'vote',
  'talk',
  'commit',
  'close',
] as const satisfies TemplateFile['steps'];

/** @param templateId the name of the file without its ending */
export function parseTemplate(text: string, templateId: string): ParsedTemplate {
  const lines = new LineCounter();
  if (text.length > largest) {
    return { problems: [tooLarge] };
  }
  const document = parseCarefully(text, { lines });
  if (document === undefined) {
    return { problems: [tooDeep] };
  }
  const problems = [
    ...syntaxProblems(document, lines),
    ...doubledKeyProblems(document, lines),
    ...aliasProblems(document, lines),
  ];
  if (problems.length > 0) {
    return { problems };
  }
  const parsed = v.safeParse(templateFileSchema, plainData(document.contents));
  if (!parsed.success) {
    return { problems: parsed.issues.flatMap((issue) => issueProblems(document, lines, issue, [])) };
  }
  const template = templateOf(parsed.output, templateId);
  const unfit = meaningProblems(parsed.output, template, document, lines);
  return unfit.length > 0 ? { problems: unfit } : { template, problems: [] };
}

/** A file that is broken from top to bottom is not told of a thousand times. */
const mostProblems = 200;

const start: TextPosition = { line: 0, character: 0 };
const tooLarge = aboutAll(
  'template/too-large',
  `This file is too large for a template: up to ${largest} characters are read.`,
);
const tooDeep = aboutAll(
  'template/too-deep',
  `There are more than ${deepest} lists and mappings within each other here.`,
);

function aboutAll(code: TemplateProblem['code'], message: string): TemplateProblem {
  return { code, message, range: { start, end: start } };
}

function syntaxProblems(document: Document.Parsed, lines: LineCounter): readonly TemplateProblem[] {
  return [...document.errors, ...document.warnings].slice(0, mostProblems).map((error) => ({
    code: 'template/yaml',
    message: error.message,
    range: { start: position(lines, error.pos[0]), end: position(lines, error.pos[1]) },
  }));
}

/** Aliases can unfold into more than any file holds; a template has no use for them. */
function aliasProblems(document: Document.Parsed, lines: LineCounter): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  visit(document, {
    Alias: (_key, node) => {
      problems.push(at(lines, node, 'template/alias', 'Aliases are not used in templates. Write it out.'));
    },
  });
  return problems;
}

function doubledKeyProblems(document: Document.Parsed, lines: LineCounter): readonly TemplateProblem[] {
  const message = 'This key stands here twice. Take one of them out.';
  return doubledKeys(document).map((key) => at(lines, key, 'template/same-key', message));
}

type Path = readonly (string | number)[];

/** The issues of a union are those of the form that was meant: the mapping when it is one, otherwise the plain text. */
function issueProblems(
  document: Document.Parsed,
  lines: LineCounter,
  issue: v.BaseIssue<unknown>,
  above: Path,
): readonly TemplateProblem[] {
  const path = [...above, ...(issue.path ?? []).map((part) => part.key as string | number)];
  if (issue.type === 'union' && issue.issues !== undefined) {
    const mapping = typeof issue.input === 'object' && issue.input !== null;
    const meant = issue.issues.filter((inner) => (mapping ? inner.path !== undefined : inner.type !== 'strict_object'));
    return meant.length === 0
      ? [problemAt(document, lines, path, issue)]
      : meant.flatMap((inner) => issueProblems(document, lines, inner, path));
  }
  return [problemAt(document, lines, path, issue)];
}

function problemAt(
  document: Document.Parsed,
  lines: LineCounter,
  path: Path,
  issue: v.BaseIssue<unknown>,
): TemplateProblem {
  const missing = issue.type === 'strict_object' && issue.received === 'undefined' && issue.expected !== 'never';
  if (missing) {
    const message = `“${String(path.at(-1))}” is missing.`;
    return at(lines, nodeAt(document, path.slice(0, -1)), 'template/missing', message, true);
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return at(lines, keyAt(document, path), 'template/unknown-key', unknownKey);
  }
  const message = issue.type === 'strict_object' ? 'This should be a mapping, with keys and values.' : issue.message;
  return at(lines, nodeAt(document, path), 'template/value', message);
}

/** The node of a path, or the nearest above it. */
function nodeAt(document: Document.Parsed, path: Path): Node | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) {
      return node;
    }
  }
  return document.contents ?? undefined;
}

function keyAt(document: Document.Parsed, path: Path): Node | undefined {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(map) ? map.items.find((one) => isScalar(one.key) && one.key.value === path.at(-1)) : undefined;
  return isNode(pair?.key) ? pair.key : nodeAt(document, path);
}

/** @param brief only the first line of the node, where all of it would be too much to mark */
function at(
  lines: LineCounter,
  node: Node | undefined,
  code: TemplateProblem['code'],
  message: string,
  brief = false,
): TemplateProblem {
  const [from, to] = node?.range ?? [0, 0];
  const begin = position(lines, from);
  const end = position(lines, to);
  const short = brief && end.line > begin.line;
  return { code, message, range: { start: begin, end: short ? { line: begin.line + 1, character: 0 } : end } };
}

function position(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line - 1, 0), character: Math.max(col - 1, 0) };
}

function templateOf(file: TemplateFile, templateId: string): RetroTemplate {
  const { name, about, votes, confidentiality, anonymity, heard, incident } = file;
  const steps = (file.steps ?? usualSteps).map((step) => {
    if (typeof step === 'string') {
      return step;
    }
    const { step: stepKind, ...rest } = step;
    return { ...rest, kind: stepKind };
  });
  return {
    id: templateId,
    name,
    about: about ?? '',
    prompts: prompts(file.prompts),
    steps: planned(steps),
    ...(votes === undefined ? {} : { votes }),
    ...(confidentiality === undefined ? {} : { confidentiality }),
    ...(anonymity === undefined ? {} : { anonymity }),
    ...(heard === undefined ? {} : { heard }),
    ...(incident === undefined ? {} : { incident }),
  };
}

/** A prompt without an id gets one from its title. */
function prompts(items: TemplateFile['prompts']): readonly Prompt[] {
  return items.map((item, index) => {
    const prompt = typeof item === 'string' ? { title: item } : item;
    const { id: own, title, hint } = prompt as { id?: string; title: string; hint?: string };
    return { id: own ?? idFrom(title, index), title, ...(hint === undefined || hint === '' ? {} : { hint }) };
  });
}

function idFrom(title: string, index: number): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40);
  return plain === '' || plain in Object.prototype ? `prompt-${index + 1}` : plain;
}

function meaningProblems(
  file: TemplateFile,
  template: RetroTemplate,
  document: Document.Parsed,
  lines: LineCounter,
): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const add = (path: Path, code: TemplateProblem['code'], message: string): void => {
    problems.push(at(lines, nodeAt(document, path), code, message));
  };
  const ids = template.prompts.map((prompt) => prompt.id);
  ids.forEach((one, index) => {
    if (ids.indexOf(one) < index) {
      add(['prompts', index], 'template/same-id', `Two prompts have the id “${one}”.`);
    }
  });
  template.steps.forEach((step, index) => {
    unknownPrompts(step, ids).forEach((one) => {
      add(['steps', index, 'prompts', one], 'template/unknown-prompt', 'There is no prompt with this id.');
    });
  });
  const plan = planProblem(template.steps);
  if (plan !== undefined) {
    const last = (file.steps ?? []).length - 1;
    add(['steps', last], 'template/plan', planTexts[plan === 'step/last' ? 'last' : 'reveal']);
  }
  if (template.votes !== undefined && template.votes.cap > template.votes.budget) {
    add(['votes', 'cap'], 'template/votes', 'One topic cannot get more votes than there are.');
  }
  return problems;
}

const planTexts = {
  last: 'The last step is “close”: there the room decides what leaves it.',
  reveal: 'After a “write” there has to be a “reveal”: what was written would never be shown.',
} as const;

function unknownPrompts(step: StepPlan, ids: readonly string[]): readonly number[] {
  return (step.prompts ?? []).flatMap((one, index) => (ids.includes(one) ? [] : [index]));
}
