import assert from 'node:assert/strict';
import type { RetroEvent } from '../../../src/retro/event.js';
import type { RetroState } from '../../../src/retro/model.js';
import type { DifferentFields, DifferentMembers, NothingOf, Same } from '../../../src/retro/sameType.js';

interface Mood {
  readonly type: 'mood/say';
  readonly mood: string;
  readonly because?: string;
}

/** Each line is checked by the compiler: a value of the wrong type does not build. */
describe('A type and its schema', () => {
  it('are the same with and without readonly, at any depth', () => {
    const flat: Same<Mood, { type: 'mood/say'; mood: string; because?: string }> = true;
    const deep: Same<
      { readonly all: readonly Mood[] },
      { all: { type: 'mood/say'; mood: string; because?: string }[] }
    > = true;
    assert.ok(flat && deep);
  });

  it('differ by a field more, by a field fewer, by an optional one, and by what a field holds', () => {
    const optionalMore: Same<Mood, Omit<Mood, 'because'>> = false;
    const required: Same<Mood, Required<Mood>> = false;
    const other: Same<Mood, Omit<Mood, 'mood'> & { readonly mood: 'calm' }> = false;
    assert.deepEqual([optionalMore, required, other], [false, false, false]);
  });

  it('name the event that only one of them has, or has in another form', () => {
    const missing: DifferentMembers<RetroEvent | Mood, RetroEvent, 'type'> = 'mood/say';
    const extra: DifferentMembers<RetroEvent, RetroEvent | Mood, 'type'> = 'mood/say';
    const other: DifferentMembers<RetroEvent | Mood, RetroEvent | Omit<Mood, 'because'>, 'type'> = 'mood/say';
    // @ts-expect-error A difference does not compile.
    type Refused = NothingOf<DifferentMembers<RetroEvent | Mood, RetroEvent, 'type'>>;
    const refused: Refused = 'mood/say';
    assert.deepEqual([missing, extra, other, refused], Array(4).fill('mood/say'));
  });

  it('name the field of the state in which they differ, however deep', () => {
    const top: DifferentFields<RetroState & { readonly mood?: string }, RetroState> = 'mood';
    const deep: DifferentFields<
      RetroState,
      Omit<RetroState, 'vote'> & { readonly vote: RetroState['vote'] & { readonly mood?: string } }
    > = 'vote';
    assert.deepEqual([top, deep], ['mood', 'vote']);
  });
});
