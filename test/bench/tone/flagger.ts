/** One place that a checker pointed at. */
export interface Flag {
  readonly rule: string;
  readonly text: string;
}

/** A checker under measurement: this engine or a peer. */
export interface Flagger {
  readonly name: string;
  flags(text: string): Promise<readonly Flag[]>;
}
