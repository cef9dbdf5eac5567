import assert from 'node:assert/strict';
import { kept } from '../../../src/retro/confidentiality.js';
import { type FieldPlan, retroPlan } from '../../../src/retro/fieldPlan.js';
import { outcome } from '../../../src/retro/minutes.js';
import type { Card, RetroState } from '../../../src/retro/model.js';
import { fieldsWith, trimmed } from '../../../src/retro/plannedFields.js';
import { withoutAshes } from '../../../src/retro/withoutAshes.js';
import { Room, withCards } from './room.js';

interface Diary {
  readonly title: string;
  readonly pages: readonly { readonly text: string; readonly mood: string }[];
  readonly days: Readonly<Record<string, { readonly mood: string }>>;
}
const open = { end: 'kept', journal: 'kept', view: 'sent' } as const;
const ours = { end: 'gone', journal: 'kept', view: 'shaped' } as const;
const plan = {
  title: open,
  pages: { ...open, of: { text: open, mood: ours } },
  days: { ...open, each: { mood: ours } },
} as const satisfies FieldPlan<Diary>;
const diary: Diary = { title: 'One', pages: [{ text: 'Rain.', mood: 'calm' }], days: { monday: { mood: 'calm' } } };

describe('The plan of fields', () => {
  it('does not compile without a fate for each field, in each place, at any depth', () => {
    const { pages, ...others } = plan;
    // @ts-expect-error The pages have no fate.
    const missing: FieldPlan<Diary> = others;
    // @ts-expect-error The mood of a page has no fate.
    const missingWithin: FieldPlan<Diary> = { ...plan, pages: { ...pages, of: { text: open } } };
    // @ts-expect-error Nobody decided whether a view has the title.
    const missingPlace: FieldPlan<Diary> = { ...plan, title: { end: 'kept', journal: 'kept' } };
    // @ts-expect-error A new field of the state.
    const missingField: FieldPlan<RetroState & { readonly mood?: string }> = retroPlan;
    // @ts-expect-error A new field of a card.
    const missingInCard: FieldPlan<Card & { readonly mood?: string }> = retroPlan.cards.of;
    assert.ok(missing && missingWithin && missingPlace && missingField && missingInCard);
  });

  it('lets through to a place what it names there, and nothing that it does not know', () => {
    const more = { ...diary, secret: 'x', pages: diary.pages.map((page) => ({ ...page, secret: 'x' })) };
    assert.deepEqual(trimmed(more, plan, 'end'), { title: 'One', pages: [{ text: 'Rain.' }], days: { monday: {} } });
    assert.deepEqual(fieldsWith(more, plan, 'view', 'sent'), {
      title: 'One',
      pages: [{ text: 'Rain.' }],
      days: { monday: {} },
    });
    assert.deepEqual(fieldsWith(more.pages[0] ?? {}, plan.pages.of, 'end', 'kept'), { text: 'Rain.' });
  });

  it('gives the same object for the same object, so that views can be compared quickly', () => {
    assert.equal(trimmed(diary, plan, 'journal'), diary);
    assert.equal(trimmed(diary, plan, 'view').pages, trimmed(diary, plan, 'view').pages);
    const room = withCards(5);
    assert.equal(room.seenBy('sam').cards, room.seenBy('ines').cards);
    assert.equal(room.seenBy('sam').cards, room.state.cards);
  });

  it('keeps a field that nobody planned out of the end, the disk and the view', () => {
    const room = new Room(5);
    const state: RetroState = { ...room.state, ...{ moods: { sam: 'heavier' } } };
    room.state = state;
    for (const place of [kept(state, 'team'), withoutAshes(state), room.seenBy('sam'), outcome(state)]) {
      assert.ok(!JSON.stringify(place).includes('heavier'));
    }
  });
});
