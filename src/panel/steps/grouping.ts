import type { RetroView } from '../../retro/viewModel.js';
import { newId } from '../ids.js';
import { act } from '../room.js';
import { t } from '../text.js';

/** Puts a card where another one is: into its group, or into a new one with it. */
export function putTogether(view: RetroView, card: string, other: string): Promise<boolean> {
  if (card === other) {
    return Promise.resolve(false);
  }
  const group = view.groups.find((candidate) => candidate.cards.includes(other));
  return group
    ? act({ type: 'group/put', group: group.id, card })
    : act({ type: 'group/make', id: newId(), name: nameFor(view), cards: [other, card] });
}

export function makeGroup(view: RetroView, card: string, name: string): Promise<boolean> {
  return act({ type: 'group/make', id: newId(), name: name.trim() || nameFor(view), cards: [card] });
}

/** A name that says nothing yet, so that the room finds one. */
function nameFor(view: RetroView): string {
  return t('Group {0}', view.groups.length + 1);
}
