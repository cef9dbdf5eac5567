import type { Suggestion } from '../finding.js';
import { opens } from './clause.js';
import { contentOf, share } from './content.js';
import { mended } from './mend.js';
import { markupOf, Passage } from './passage.js';
import type { Step, StepFinder } from './step.js';
import { acts } from './steps/acts.js';
import { causes, commands, leads, sarcasm } from './steps/leads.js';
import { clauses, feelings, owners, understanding, whoever } from './steps/persons.js';
import { asking, questions } from './steps/questions.js';
import { removals } from './steps/removals.js';
import { brackets, nouns, sharpeners, tails, traits, verdicts } from './steps/tails.js';

const finders: readonly StepFinder[] = [
  sarcasm,
  removals,
  leads,
  causes,
  acts,
  questions,
  feelings,
  understanding,
  whoever,
  owners,
  commands,
  asking,
  nouns,
  verdicts,
  traits,
  brackets,
  sharpeners,
  tails,
  clauses,
];

/** How many steps may follow each other, and how many passages are looked at in all: a sentence has few faults. */
const DEEPEST = 4;
const MOST = 60;
/** What a further step costs, on the scale of {@link Found.value}. */
const STEP_COST = 0.04;
/** The least that has to stay of what was said. */
const LEAST_KEPT = 0.25;

/** A rewrite of a whole sentence. */
export interface Found {
  readonly label: string;
  readonly passage: Passage;
  /** How much it keeps and how well it reads; more is better. */
  readonly value: number;
  readonly kept: number;
}

interface Open extends Found {
  readonly depth: number;
  readonly worth: number;
}

/**
 * Rewrites of a sentence without a blank, best first: short ways of steps from it to a sentence that is clean.
 * @param accusation the words that accuse, as they were written; no rewrite holds them.
 * @param residue how much a text still reads as blame, as log odds; `undefined` where it is found.
 */
export function rewritesOf(
  original: Passage,
  accusation: string,
  residue: (text: Passage) => number | undefined,
): readonly Found[] {
  const content = contentOf(original);
  const seen = new Set([original.original]);
  const found: Found[] = [];
  const open: Open[] = [{ label: '', passage: original, value: 0, kept: 1, depth: 0, worth: 1 }];
  for (let looked = 0; looked < MOST && open.length > 0; looked++) {
    const best = open.reduce((a, b) => (b.value > a.value ? b : a));
    open.splice(open.indexOf(best), 1);
    for (const step of stepsFrom(best.passage)) {
      const { passage } = step;
      if (!seen.has(passage.original)) {
        seen.add(passage.original);
        const next = reached(best, step, content, original);
        if (next !== undefined) {
          const left = passage.original.includes(accusation) ? undefined : residue(passage);
          if (left !== undefined) {
            found.push({ ...next, value: next.value - RESIDUE_COST * Math.max(0, left - QUIET) });
          } else if (next.depth < DEEPEST) {
            open.push(next);
          }
        }
      }
    }
  }
  return found.filter(({ value }) => value >= LEAST_VALUE).sort((a, b) => b.value - a.value);
}

/** What a rewrite is worth at least, so that it is offered. */
const LEAST_VALUE = 0.5;
/** What a score above {@link QUIET} costs. */
const RESIDUE_COST = 0.12;
const QUIET = -1.5;
/** What it costs that a person is still spoken of as before. */
const PERSON_COST = 0.8;

/** Whether somebody is still told what they do, other than in a request. */
function stillTells(passage: Passage): boolean {
  return passage.tokens.some(
    ({ word }, at) =>
      (word === 'you' || word === 'whoever') && opens(passage, at) && !conditional.has(passage.word(at - 1)),
  );
}

/** Words behind which "you" is spoken of on a condition, or a question is asked. */
const conditional = new Set('if when what how before after once until where as whenever and'.split(' '));

/** Praise at the start that is meant as its opposite. */
const praise = new Set(
  'congratulations congrats great nice bravo wow kudos brilliant fantastic lovely wonderful amazing thanks well'.split(
    ' ',
  ),
);
/** Words that keep the edge of what they stand with. */
const sharp = new Set(
  'congrats congratulations obviously evidently apparently clearly literally slowly badly conveniently magically'.split(
    ' ',
  ),
);
const PRAISE_COST = 0.25;

/** Whether what was put after "or" as a threat is still said. */
function stillThreatens(original: Passage, passage: Passage): boolean {
  const threat = /\b(?:or|otherwise|else)\b,? (?:else,? )?(?:I|we|i)(?:['’]ll| will|['’]m| am)/;
  return threat.test(original.masked) && /\b(?:I|we|i)(?:['’]ll| will)\b/.test(passage.masked);
}

function* stepsFrom(passage: Passage): Iterable<Step> {
  const hadCapital = /^[^\p{L}]*\p{Lu}/u.test(passage.masked);
  const hadMark = /^\s*[,;:–—-]\s/.test(passage.original);
  for (const finder of finders) {
    for (const step of finder(passage)) {
      yield { ...step, passage: mended(step.passage, hadCapital, hadMark) };
    }
  }
}

function reached(
  from: Open,
  { label, passage, worth }: Step,
  content: ReadonlySet<string>,
  original: Passage,
): Open | undefined {
  const kept = share(content, passage);
  if (
    passage.count < (label === 'Leave the accusation out' ? 3 : 2) ||
    kept < LEAST_KEPT ||
    !keepsMarkup(original, passage) ||
    !isBalanced(passage.original, original.original)
  ) {
    return undefined;
  }
  if (unended.test(passage.masked) && !unended.test(original.masked)) {
    return undefined;
  }
  const natural = Math.min(from.worth, worth);
  const isFirst =
    from.label === '' || from.label === 'Leave the accusation out' || from.label === 'Leave the reminder out';
  return {
    label: isFirst ? label : from.label,
    passage,
    kept,
    worth: natural,
    depth: from.depth + 1,
    value:
      kept +
      0.5 * natural -
      STEP_COST * from.depth -
      (stillTells(passage) || stillThreatens(original, passage) ? PERSON_COST : 0) -
      (/\byour\b/i.test(passage.masked) ? 0.1 : 0) -
      (praise.has(passage.word(0)) || passage.tokens.some(({ word }) => sharp.has(word)) ? PRAISE_COST : 0),
  };
}

/** A sentence that ends in the middle. */
const unended =
  /(?:\b(?:fact|guy|way|person|somebody|someone|and|but|so|or|just|all|that|because|if|the|a|an|to|is|was|are|it['’]s|maybe|of|for|with|who|which|my|your)[\s,.!?…]*|\b(?:and|but|or), \w+[.!?]*|[,;:]\s*)$/iu;

/** Whether brackets and quotes are as paired as they were: a sentence may begin inside of some. */
function isBalanced(text: string, before: string): boolean {
  const open = (one: string): string =>
    [
      ['(', ')'],
      ['[', ']'],
      ['“', '”'],
    ]
      .map(([left = '', right = '']) => one.split(left).length - one.split(right).length)
      .concat(one.split('"').length % 2)
      .join();
  return open(text) === open(before);
}

/** The share of what a sentence says that a text keeps, between 0 and 1. */
export function keptBy(passage: Passage, text: string): number {
  const made = new Passage(text, text);
  return keepsMarkup(passage, new Passage(text, maskedLike(passage, text))) ? share(contentOf(passage), made) : 0;
}

/** A text with the markup of a passage masked as it is there. */
function maskedLike(passage: Passage, text: string): string {
  let masked = text;
  for (const run of markupOf(passage)) {
    masked = masked.replace(run, () => ' '.repeat(run.length));
  }
  return masked;
}

/** Whether code, links and mentions of the sentence are all in the rewrite; emphasis may go with all that it marked. */
function keepsMarkup(original: Passage, passage: Passage): boolean {
  const left = [...markupOf(passage)];
  const lost = markupOf(original).filter((run) => {
    const at = left.indexOf(run);
    left.splice(at, at < 0 ? 0 : 1);
    return at < 0;
  });
  const isPaired = lost.every((run) => /^[*_~]+$/.test(run) && lost.filter((other) => other === run).length % 2 === 0);
  return isPaired && left.length === 0 && namesIn(original).every((name) => passage.original.includes(name));
}

/** Links with their text, code, mentions, addresses, numbers of issues and names of files: what a rewrite may not lose. */
export function namesIn({ original }: Pick<Passage, 'original'>): readonly string[] {
  const found = original.match(names) ?? [];
  return [...new Set(found)];
}

const names =
  /[\w.+-]+@[\w-]+\.[\w.-]*\w|!?\[[^\]\n]*\](?:\([^)\s]*\)|\[[^\]\n]*\])|\[\^[^\]\n]+\]|`[^`\n]+`|(?<![\w.])@[\w/-]+|#\d+|\b[A-Z]{2,}-\d+\b|https?:\/\/\S+[^\s.,;:!?)]|\b[\w-]+\.[a-z]\w{0,3}\b(?!\.)|\bv?\d+(?:\.\d+)+\b|\b\d[\d:]*\b|\w+\(\)|\b[a-z]+[A-Z]\w*|\b\w+_\w+\b/g;

/** The smallest edit that makes one text of another: from the first to the last word that differs. */
export function editBetween(label: string, before: string, after: string): Suggestion {
  let start = 0;
  while (start < before.length && start < after.length && before.charAt(start) === after.charAt(start)) {
    start++;
  }
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.charAt(before.length - 1 - end) === after.charAt(after.length - 1 - end)
  ) {
    end++;
  }
  // Whole words, so that what a menu shows can be read.
  while (start > 0 && /[\p{L}\p{N}'’_]/u.test(before.charAt(start - 1))) {
    start--;
  }
  while (end > 0 && /[\p{L}\p{N}'’_]/u.test(before.charAt(before.length - end))) {
    end--;
  }
  return { label, range: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
