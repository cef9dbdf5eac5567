import type { World } from './world.js';

/** Requests of one line that may wait for long answers before the line ends. */
export const mostWaiting = 300;
/** Milliseconds between two looks at whether the other side has read what it was sent. */
const lookEvery = 20;

export interface PacedLine {
  /** Says whether there is more that waits to be read than one more long answer should come after. */
  isBehind(): boolean;
  isOver(): boolean;
  answer(id: number): Promise<void>;
}

/** Long answers to one line, in the order of the questions, and no quicker than they are read: nobody makes the hub hold many of them. */
export class PacedAnswers {
  private readonly asked: number[] = [];
  private busy = false;

  constructor(
    private readonly line: PacedLine,
    private readonly after: World['after'],
  ) {}

  /** @returns whether it will be answered; with too many that wait it is not */
  ask(id: number): boolean {
    if (this.asked.length >= mostWaiting) {
      return false;
    }
    this.asked.push(id);
    if (!this.busy) {
      this.busy = true;
      void this.answerAll();
    }
    return true;
  }

  private async answerAll(): Promise<void> {
    for (let [id] = this.asked; id !== undefined && !this.line.isOver(); [id] = this.asked) {
      if (this.line.isBehind()) {
        await new Promise<void>((done) => void this.after(lookEvery, done));
      } else {
        this.asked.shift();
        // A line that went meanwhile has nobody to be told.
        await this.line.answer(id).catch(() => undefined);
      }
    }
    this.busy = false;
  }
}
