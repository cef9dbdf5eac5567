import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diff } from '../../../src/protocol/patch.js';
import type { Viewer } from '../../../src/retro/actor.js';
import { apply } from '../../../src/retro/apply.js';
import { exportJson } from '../../../src/retro/archive.js';
import { brokenInvariants } from '../../../src/retro/invariants.js';
import { minutes, outcome } from '../../../src/retro/minutes.js';
import { type BoxName, type ConfidentialityLevel, levels, type RetroState } from '../../../src/retro/model.js';
import { saveState } from '../../../src/retro/snapshot.js';
import { view } from '../../../src/retro/view.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { RoomKeeper } from '../../../src/room/roomKeeper.js';
import { runs } from '../runs.js';
import { played } from './anyEvent.js';
import { finished, play, type Run, someRun } from './anyRun.js';
import { allPaths, countMark, get, type Leaf, leaves, marked } from './leaves.js';

/** Things that have a level of their own, by the path of their list. */
const kinds: Readonly<Record<string, string>> = {
  'cards[]': 'card',
  'groups[]': 'group',
  'heard[]': 'heard',
  'appreciations[]': 'thanks',
  'commitments[]': 'commitment',
  'talk.proposals[]': 'topic',
  'talk.topics{}.notes[]': 'note',
};
/** Known before the retro: the team's own template and files. */
const known = /^(?:title|template\.|steps\[\]|promises\[\]\.(?:promise|owner|made|revisit)$)/;
/** What a view may have in it. A path that is not here has to be decided on first. */
const shown =
  /^(?:title|template\.(?:name|about|prompts)|steps\[\]|participants\[\]\.name|words\{\}|promises\[\]|norms\[\]|cards\[\]|groups\[\]|circle\.hearing\.line\.text|heard\[\]|talk\.(?:topics\{\}\.notes|proposals)\[\]|commitments\[\]|appreciations\[\])/;

const lowest = (...some: readonly ConfidentialityLevel[]): ConfidentialityLevel =>
  levels.find((level) => some.includes(level)) ?? 'ashes';
const reaches = (level: ConfidentialityLevel, least: ConfidentialityLevel): boolean =>
  levels.indexOf(level) >= levels.indexOf(least);

/** How far one thing may go, worked out anew here: what leaves the room by itself starts at `repo`, all else at the retro's level. */
function itemLevel(state: RetroState, kind: string, id: string): ConfidentialityLevel {
  const leaves = ['commitment', 'promise', 'norm'].includes(kind) && state.confidentiality !== 'ashes';
  return lowest(leaves ? 'repo' : state.confidentiality, state.lowered[`${kind}/${id}`] ?? 'repo');
}

/** How far a text may go. What is not known here never leaves the room. */
function leafLevel(state: RetroState, { path, at }: Leaf): ConfidentialityLevel {
  const [, kind] = Object.entries(kinds).find(([list]) => path.startsWith(`${list}.`)) ?? [];
  if (known.test(path)) {
    return 'repo';
  }
  if (path.startsWith('promises[].')) {
    return itemLevel(state, 'promise', state.promises[Number(at[1])]?.id ?? '');
  }
  if (path.startsWith('norms[].')) {
    const norm = state.norms[Number(at[1])];
    return norm?.adoptedOn === undefined ? itemLevel(state, 'norm', norm?.id ?? '') : 'repo';
  }
  const item = owner(state, at);
  if (kind === undefined || item === undefined) {
    return lowest('room', state.confidentiality);
  }
  const draft = state.commitments.find((one) => one.id === item);
  const isNobodys = kind === 'commitment' && draft?.team === false && draft.owner === undefined;
  return isNobodys ? lowest('room', state.confidentiality) : itemLevel(state, kind, item);
}

/** The id of the thing that a place is in. */
function owner(state: RetroState, at: Leaf['at']): string | undefined {
  const around = at.map((_, length) => get(state, at.slice(0, length))).findLast((one) => isThing(one));
  return isThing(around) ? around.id : undefined;
}

function isThing(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** People whose names stand beside what they took, or what was said to them, where that may be written. */
function namesWithin(state: RetroState, least: ConfidentialityLevel): ReadonlySet<string | undefined> {
  const named = [
    ...state.commitments.map(({ id, owner: by }) => [itemLevel(state, 'commitment', id), by] as const),
    ...state.appreciations.map(({ id, to }) => [itemLevel(state, 'thanks', id), to] as const),
  ];
  const ids = new Set(named.flatMap(([level, id]) => (reaches(level, least) ? [id] : [])));
  return new Set(state.participants.filter(({ id }) => ids.has(id)).map(({ name }) => name));
}

/** The texts of a state that may not be where `least` is needed. One that stands in two places may go where either may. */
function secrets(state: RetroState, least: ConfidentialityLevel): readonly Leaf[] {
  const all = leaves(state);
  const names = namesWithin(state, least);
  const may = new Set(all.filter((leaf) => reaches(leafLevel(state, leaf), least)).map(({ text }) => text));
  return all.filter(({ path, text }) => !may.has(text) && !(path === 'participants[].name' && names.has(text)));
}

function assertHasNone(place: string, output: string, texts: readonly Leaf[]): void {
  const found = texts.find(({ text }) => text !== '' && output.includes(text));
  assert.equal(found, undefined, `${found?.path} ${found?.at.join('.')} is in ${place}`);
}

const boxNames = (state: RetroState): readonly BoxName[] => Object.keys(state.boxes) as BoxName[];

/** Counts of secret questions stand in an output for these boxes alone. */
function assertCounts(state: RetroState, output: string, boxes: readonly string[]): void {
  const found = boxNames(state).filter((_, index) => output.includes(String(countMark(index))));
  assert.deepEqual(
    found.filter((box) => !boxes.some((start) => box.startsWith(start))),
    [],
  );
}

/** The boxes whose counts are written as pictures of the room. */
function pictures(state: RetroState, least: ConfidentialityLevel): readonly string[] {
  return reaches(state.confidentiality, least) ? ['dials', 'worth'] : [];
}

/** Paths of ids of people, as a path of an output has them: numbers are places in lists, and an id as a key is `{person}`. */
function peopleIn(output: unknown, path = ''): readonly string[] {
  if (typeof output === 'string') {
    return /^pid-/.test(output) ? [path] : [];
  }
  if (typeof output !== 'object' || output === null) {
    return [];
  }
  const isRecord = /\.(?:boxes|lowered|topics|totals|tallies)$/.test(path);
  return Object.entries(output).flatMap(([key, value]) => {
    const isPerson = /^pid-/.test(key);
    const step = Array.isArray(output) ? '[]' : isPerson ? '{person}' : isRecord ? '{}' : `.${key}`;
    return [...(isPerson ? [`${path}{person}`] : []), ...peopleIn(value, `${path}${step}`)];
  });
}

/** Where a person may stand, and what with: what everybody sees them say, take or raise. */
const withPeople: Readonly<Record<'view' | 'disk' | 'end', RegExp>> = {
  view: /^\.(?:participants\[\]\.id|facilitator|me|words\{person\}|circle\.(?:order\[\]\.id|speaker|next\[\]|hearing\.(?:speaker|listener))|talk\.order\[\]|commitments\[\]\.owner|appreciations\[\]\.to)$/,
  // Everyone who was in the room when something was counted, not those who answered.
  disk: /^\.(?:participants\[\]\.id|tallies\{\}\.people\[\]|facilitator|ticks\[\]|words\{person\}|norms\[\]\.hands\{person\}|circle\.(?:order\[\]|turns\{person\}|speaker|hearing\.(?:speaker|listener))|talk\.(?:topics\{\}\.wellEnough|more)\{person\}|commitments\[\]\.owner|appreciations\[\]\.to)$/,
  end: /^\.(?:participants\[\]\.id|facilitator|norms\[\]\.hands\{person\}|talk\.topics\{\}\.wellEnough\{person\}|commitments\[\]\.owner|appreciations\[\]\.to)$/,
};

function assertPeopleIn(place: 'view' | 'disk' | 'end', output: unknown): void {
  const elsewhere = peopleIn(output).filter((path) => !withPeople[place].test(path));
  assert.deepEqual(elsewhere, [], `people in the ${place}`);
}

/** A state somewhere in a random retro, with a mark in each text; and states that come after it. */
function marksOf(run: Run): readonly RetroState[] {
  const states: RetroState[] = [];
  play(run, (state) => states.push(state));
  const first = marked(states[run.start * 5] ?? states.at(-1) ?? assert.fail());
  assert.deepEqual(brokenInvariants(first), []);
  const all = [first];
  for (const [index, choice] of run.choices.slice(0, 12).entries()) {
    const before = all.at(-1) ?? first;
    const { actor, event } = played(before, choice, 1000 + index);
    all.push(apply(before, event, { actor, at: 8_000_000, seed: `another seed ${index}` }).state);
  }
  return all;
}

const everyone = (state: RetroState): readonly Viewer[] => [
  { kind: 'screen' },
  ...state.participants.map(({ id }) => ({ kind: 'participant', id }) as const),
];
const settings = { numRuns: runs(160), seed: 42, endOnFailure: true };
const longRun = someRun(120);

describe('What is not to leave', () => {
  it('is in no minutes, no export, no entry of a file and not in the state after the end', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(longRun, (run) => {
        const [state = assert.fail()] = marksOf(run);
        for (const { path } of leaves(state)) {
          seen.add(path);
        }
        if (state.finishedAt !== undefined) {
          return;
        }
        const { repo = '', team = '', ...files } = outcome(state);
        const end = finished(state);
        const places = {
          repo: [repo, minutes(state, 'repo') ?? '', JSON.stringify(files), exportJson(state, 'repo')].join('\n'),
          team: [team, minutes(state, 'team') ?? '', exportJson(state, 'team')].join('\n'),
        };
        for (const [place, text] of Object.entries(places)) {
          const least = place === 'repo' ? 'repo' : 'team';
          assertHasNone(place, text, secrets(state, least));
          assert.ok(!text.includes('pid-'), `a person's id is in ${place}`);
          assertCounts(state, text, pictures(state, least));
        }
        const leftOver = secrets(state, 'team').filter(({ path }) => path !== 'participants[].name');
        assertHasNone('the state after the end', JSON.stringify(end), leftOver);
        assertPeopleIn('end', end);
        assertCounts(state, JSON.stringify(end), [...pictures(state, 'team'), 'confidence/']);
      }),
      settings,
    );
    const unseen = [...allPaths()].filter((path) => !seen.has(path));
    assert.deepEqual(unseen, [], 'texts that no random retro has: let the random events write them');
  });

  it('is in no view and no change of a view', () => {
    fc.assert(
      fc.property(longRun, (run) => {
        const states = marksOf(run);
        states.forEach((state, index) => {
          const may = new Set(leaves(state).flatMap(({ path, text }) => (shown.test(path) ? [text] : [])));
          const hidden = leaves(state).filter(({ text }) => !may.has(text));
          const open = boxNames(state).filter((box) => state.boxes[box]?.status === 'counted' && !box.includes('/'));
          for (const viewer of everyone(state)) {
            const next = view(state, viewer);
            const change = diff(view(states[index - 1] ?? state, viewer), next);
            const bytes = JSON.stringify([next, change]);
            assertHasNone('a view', bytes, hidden);
            assertPeopleIn('view', next);
            assertCounts(state, bytes, open);
          }
        });
      }),
      settings,
    );
  });

  it('is not on disk once it is ashes, and nothing secret is beside a person there', async () => {
    await fc.assert(
      fc.asyncProperty(longRun, async (run) => {
        const [first = assert.fail(), ...later] = marksOf(run);
        const journal = new MemoryJournal();
        const room = { id: first.id, invitation: 'i'.repeat(43) };
        const keeper = new RoomKeeper(journal, room, first, {}, [], { notKept: assert.fail, notErased: assert.fail });
        await keeper.begin(1);
        for (const [index, state] of [first, ...later].entries()) {
          await keeper.keep(index + 2, state, {});
          assertHasNone('the journal', journal.entries.join('\n'), secrets(state, 'room'));
          if (state.confidentiality !== 'ashes') {
            const saved: unknown = JSON.parse(saveState(state));
            assertHasNone('the snapshot', JSON.stringify(saved), secrets(state, 'room'));
            assertPeopleIn('disk', get(saved, ['state']));
          }
        }
      }),
      settings,
    );
  });
});
