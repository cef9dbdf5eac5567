/** A half-open range in a text, in UTF-16 code units from its start. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * How readily a rule speaks. `default` accuses someone and is on; `gentle` is soft, person-directed phrasing, on as a hint;
 * `opt-in` is off until a person or a team switches it on.
 */
export type Level = 'default' | 'gentle' | 'opt-in';

/** One way to say it without blame. */
export interface Suggestion {
  /** What the suggestion does, for a menu: "Say what happened", "Ask for what you need", "Delete this sentence". */
  readonly label: string;
  /** The range that {@link newText} replaces; it may be wider than the finding (a whole sentence). */
  readonly range: TextRange;
  /** The replacement as plain text. What only the writer knows is a blank: `[what happened?]`. */
  readonly newText: string;
  /** It takes the whole sentence away. */
  readonly deletes?: true;
}

/** A place that may read as blame. Offsets are those of the text that was checked. */
export interface Finding {
  /** `family/name`, for example `blame/you-always`. */
  readonly rule: string;
  readonly level: Level;
  readonly range: TextRange;
  /** The text at {@link range}. */
  readonly text: string;
  /** One kind sentence: "May read as blame: …". English; also the key for translation. */
  readonly message: string;
  /** What in the sentence led to the finding, in words, strongest first. */
  readonly evidence: readonly string[];
  /** Best first, at most three; may be empty on the opt-in level. */
  readonly suggestions: readonly Suggestion[];
  /** Only the learned score found it, no rule: it is told more quietly, and {@link evidence} are the words that weighed most. */
  readonly modelOnly?: true;
  /** Only the learned score found it, and it is as sure as the score can be. */
  readonly sure?: true;
  /** Probability between 0 and 1 that the sentence blames; missing for phrases of the team's own. Never shown to a person. */
  readonly score?: number;
}
