import type { ParticipantId } from '../retro/model.js';
import type { World } from './world.js';

/** How long a line may be gone before others see the person as away, in milliseconds: a reload is quicker. */
const awayAfter = 4_000;

/** People whose line was lost a moment ago. */
export class Absences {
  private readonly cancels = new Map<ParticipantId, () => void>();

  constructor(private readonly world: Pick<World, 'after'>) {}

  /** @param away runs when the person is not back in time */
  begin(person: ParticipantId, away: () => void): void {
    const cancel = this.world.after(awayAfter, () => {
      this.cancels.delete(person);
      away();
    });
    this.cancels.set(person, cancel);
  }

  /** The person is back. */
  end(person: ParticipantId): void {
    this.cancels.get(person)?.();
    this.cancels.delete(person);
  }

  endAll(): void {
    for (const person of [...this.cancels.keys()]) {
      this.end(person);
    }
  }
}
