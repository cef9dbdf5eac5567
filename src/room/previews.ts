import type { RetroState } from '../retro/model.js';
import type { RoomFile } from './room.js';
import type { World } from './world.js';

/** Milliseconds between two previews, for each that the last one took: the hub has others to listen to. */
const restFor = 4;
const longestRest = 2000;
/** Milliseconds that a preview is kept: it also depends on files, which may change while the state does not. */
const freshFor = 3000;

type Files = Promise<readonly RoomFile[]>;

interface Made {
  readonly of: RetroState;
  readonly files: Files;
  /** When it was made; nothing while it is being made. */
  at?: number;
}

/** What would be written if the retro ended now. Made once for a state, and shared by all who ask, also while it is being made. */
export class Previews {
  private made: Made | undefined;
  private next: Files | undefined;
  /** Resolves when another one may be made. */
  private rested: Promise<void> | undefined;

  constructor(
    private readonly world: Pick<World, 'after' | 'now'>,
    private readonly state: () => RetroState,
    private readonly make: (state: RetroState) => Files,
  ) {}

  /** Rejects when it cannot be made; whoever asks then has another one made. */
  ask(): Files {
    const { made } = this;
    if (made?.of === this.state() && this.world.now() - (made.at ?? this.world.now()) <= freshFor) {
      return made.files;
    }
    if (this.rested === undefined) {
      return this.begin();
    }
    this.next ??= this.rested.then(() => {
      this.next = undefined;
      return this.ask();
    });
    return this.next;
  }

  private begin(): Files {
    const of = this.state();
    const start = performance.now();
    const files = this.make(of);
    const made: Made = { of, files };
    this.made = made;
    this.rested = files
      .then(
        () => {
          made.at = this.world.now();
        },
        () => {
          this.made = undefined;
        },
      )
      .then(() => this.rest(performance.now() - start));
    return files;
  }

  private rest(took: number): Promise<void> {
    return new Promise((done) => {
      this.world.after(Math.min(longestRest, took * restFor), () => {
        this.rested = undefined;
        done();
      });
    });
  }
}
