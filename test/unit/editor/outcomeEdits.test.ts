import assert from 'node:assert/strict';
import { parse } from '../../../src/commitments/commitmentFile.js';
import { commitmentsAfter, normsAfter } from '../../../src/editor/retro/outcomeEdits.js';
import { parse as parseNorms } from '../../../src/norms/normsFile.js';
import type { RetroOutcome } from '../../../src/retro/outcome.js';

const file = `# ours
version: 1
commitments:
  - id: 7f3a9c21 # since the incident
    promise: When the build goes red, I will post in the channel.
    owner: Noor
    made: 2026-11-06
    state: open
  - id: 0d52b8e6
    promise: We will leave one day empty.
    owner: team
    made: 2026-11-06
    state: open
`;
const nothing: RetroOutcome = { commitments: [], endings: [], norms: [] };
const minutes = '.common-ground/retros/2026-11-20-sprint-42.md';
const promised = { id: '8a0b1c2d', promise: 'When it rains, I will say so.', owner: 'Sam', made: '2026-11-20' };

async function textOf(changed: ReturnType<typeof commitmentsAfter>): Promise<string> {
  const after = await changed;
  assert.ok('text' in after);
  return after.text;
}

describe('what a retro writes into the lists', () => {
  it('leaves a file alone when there is nothing to add', async () => {
    assert.equal(await textOf(commitmentsAfter(file, nothing, minutes)), file);
    assert.equal(await textOf(commitmentsAfter('', nothing, minutes)), '');
  });

  it('adds promises with where they came from, and keeps comments', async () => {
    const text = await textOf(
      commitmentsAfter(file, { ...nothing, commitments: [{ ...promised, how: 'Fewer wet feet.' }] }, minutes),
    );
    assert.ok(text.startsWith(file.trimEnd().slice(0, 60)));
    assert.match(text, /# since the incident/);
    const added = parse(text).commitments.find(({ id }) => id === '8a0b1c2d');
    assert.equal(added?.promise, promised.promise);
    assert.equal(added?.from, minutes);
    assert.equal(added?.notes?.[0]?.text, 'Fewer wet feet.');
  });

  it('ends promises as the room said', async () => {
    const text = await textOf(
      commitmentsAfter(
        file,
        {
          ...nothing,
          endings: [
            { id: '7f3a9c21', kind: 'kept', on: '2026-11-20', note: 'What helped: the bot' },
            {
              id: '0d52b8e6',
              kind: 'changed',
              on: '2026-11-20',
              agreedWith: 'all',
              promise: 'We will leave half a day empty.',
            },
          ],
        },
        minutes,
      ),
    );
    const { commitments } = parse(text);
    const kept = commitments.find(({ id }) => id === '7f3a9c21');
    assert.equal(kept?.state, 'kept');
    assert.equal(kept?.notes?.[0]?.text, 'What helped: the bot');
    assert.equal(commitments.find(({ id }) => id === '0d52b8e6')?.state, 'changed');
    const successor = commitments.find(({ promise }) => promise === 'We will leave half a day empty.');
    assert.equal(successor?.state, 'open');
    assert.equal(successor?.owner, 'team');
  });

  it('can be done again after a close that was interrupted', async () => {
    const outcome: RetroOutcome = {
      commitments: [promised],
      endings: [{ id: '7f3a9c21', kind: 'still', on: '2026-11-20', note: 'What helped: the bot' }],
      norms: [],
    };
    const once = await textOf(commitmentsAfter(file, outcome, minutes));
    assert.equal(await textOf(commitmentsAfter(once, outcome, minutes)), once);
  });

  it('says what keeps a broken file from being written', async () => {
    const after = await commitmentsAfter('commitments: [', { ...nothing, commitments: [promised] }, minutes);
    assert.ok('problem' in after);
  });

  it('adopts norms: new ones, proposed ones, reworded ones', async () => {
    const norms = `version: 1\nnorms:\n  - id: a1\n    text: We listen.\n  - id: a2\n    text: Old words.\n    adopted: 2026-01-01\n`;
    const text = await textOf(
      normsAfter(norms, [
        { id: 'a1', text: 'We listen.', adoptedOn: '2026-11-20' },
        { id: 'a2', text: 'New words.', adoptedOn: '2026-11-20' },
        { id: 'a3', text: 'Ask first.', adoptedOn: '2026-11-20' },
      ]),
    );
    assert.deepEqual(
      parseNorms(text).norms.map(({ id, text: words, adopted }) => [id, words, adopted]),
      [
        ['a1', 'We listen.', '2026-11-20'],
        ['a2', 'New words.', '2026-11-20'],
        ['a3', 'Ask first.', '2026-11-20'],
      ],
    );
    assert.equal(await textOf(normsAfter(text, [{ id: 'a1', text: 'We listen.', adoptedOn: '2026-11-20' }])), text);
  });
});
