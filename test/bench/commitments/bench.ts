/**
 * What a file of ten thousand commitments costs: `npm run bench:commitments`. The last line is one JSON object; times are medians, in
 * milliseconds. The bars: load_vs_yaml <= 1.3, edit_ms < 50, refresh_ms < 16, longest_block_ms < 50, edit_ratio <= 5.
 */
import { parseDocument } from 'yaml';
import type { CommitmentEdit } from '../../../src/commitments/commitmentEdit.js';
import { type CommitmentFile, makeEdit, parse, parseInSteps, update } from '../../../src/commitments/commitmentFile.js';

const large = 10_000;
const small = 100;

function textOf(count: number): string {
  const items = Array.from({ length: count }, (_, index) => itemText(index));
  return `# What we promised each other.\nversion: 1\ncommitments:\n${items.join('\n')}`;
}

function itemText(index: number): string {
  const state = index % 3 === 0 ? 'kept\n    ending:\n      on: 2026-12-04\n      because: It worked' : 'open';
  return `  - id: ${idOf(index)}
    promise: When the nightly build goes red, I will post before lunch, number ${index}.
    owner: Noor # on call
    made: 2026-11-20
    revisit: 2026-12-04
    from: retros/2026-11-20-sprint-42.md
    state: ${state}
    notes:
      - on: 2026-11-27
        text: Done twice this week.
`;
}

function idOf(index: number): string {
  return ((index * 2_654_435_761) >>> 0).toString(16).padStart(8, 'a');
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function measure(rounds: number, work: (round: number) => void): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  return median(times);
}

/** The longest stretch between two breaths while a text is read. */
function longestStep(text: string): number {
  const steps = parseInSteps(text);
  let longest = 0;
  for (let done = false; !done; ) {
    const start = performance.now();
    done = steps.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

/** Different kinds of edits at different places. */
function editOf(round: number, count: number): CommitmentEdit {
  const id = idOf((round * 7919 + 1) % count);
  const kinds: readonly CommitmentEdit[] = [
    { kind: 'note', id, on: '2026-12-01', text: `Round ${round}` },
    { kind: 'edit', id, set: { promise: `Another promise, in round ${round}` } },
    { kind: 'edit', id, set: { revisit: '2027-01-01' } },
    { kind: 'add', commitment: { id: `b${String(round).padStart(7, '0')}`, promise: 'One more', made: '2026-12-01' } },
  ];
  return kinds[round % kinds.length] ?? { kind: 'remove', id };
}

/** Makes edits in a file of some size, from the wish to what the tree and the diagnostics are made of. */
function editor(count: number): (round: number) => void {
  let file: CommitmentFile = parse(textOf(count));
  return (round) => {
    const result = makeEdit(file, editOf(round, count));
    if (!result.ok || result.file.problems.length > 0 || result.file.commitments.length < count) {
      throw new Error(result.ok ? 'the edit left a problem' : result.problem.message);
    }
    file = result.file;
  };
}

/** The medians of edits in a large file and in a small one, made in turns so that whatever else the machine does meets both. */
function medianEdits(): { edit: number; editSmall: number } {
  const [inLarge, inSmall] = [editor(large), editor(small)];
  const times = Array.from({ length: 500 }, (_, round) => ({
    edit: measure(1, () => inLarge(round)),
    editSmall: measure(1, () => inSmall(round)),
  })).slice(100);
  return { edit: median(times.map(({ edit }) => edit)), editSmall: median(times.map(({ editSmall }) => editSmall)) };
}

/** Someone typed in one item, and nobody said where: the texts are compared. */
function medianRefresh(text: string): number {
  let file = parse(text);
  let before = text;
  const times = Array.from({ length: 40 }, (_, round) => {
    const at = before.indexOf('promise', Math.floor((before.length * round) / 41));
    const typed = `${before.slice(0, at)}promise: Typed ${round}${before.slice(before.indexOf('\n', at))}`;
    // One flat string, as an editor hands it over.
    before = Buffer.from(typed).toString();
    const start = performance.now();
    file = update(file, before);
    if (file.problems.length > 0 || file.commitments.length !== large) {
      throw new Error('the refreshed file has problems');
    }
    return performance.now() - start;
  });
  return median(times);
}

function main(): void {
  const text = textOf(large);
  // In turns, so that whatever else the machine does meets both.
  const rounds = Array.from({ length: 5 }, () => [
    measure(1, () => void parseDocument(text)),
    measure(1, () => void parse(text)),
  ]);
  const [yaml, load] = [0, 1].map((which) => median(rounds.map((times) => times[which] ?? Number.NaN)));
  const longest = median(Array.from({ length: 5 }, () => longestStep(text)));
  const { edit, editSmall } = medianEdits();
  const refresh = medianRefresh(text);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  console.log(
    `${large} commitments, ${(text.length / 1e6).toFixed(2)} MB; yaml alone ${yaml?.toFixed(0)} ms, load ${load?.toFixed(0)} ms`,
  );
  console.log(`one edit among ${small}: ${editSmall.toFixed(2)} ms`);
  console.log(
    JSON.stringify({
      load_vs_yaml: round((load ?? Number.NaN) / (yaml ?? Number.NaN)),
      edit_ms: round(edit),
      refresh_ms: round(refresh),
      longest_block_ms: round(longest),
      edit_ratio: round(edit / editSmall),
    }),
  );
}

main();
