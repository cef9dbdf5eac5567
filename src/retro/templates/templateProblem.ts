/** A place in a text, from zero, in UTF-16 units: as an editor counts. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** Something that keeps a template from being used, where it is, in words for whoever edits the file. */
export interface TemplateProblem {
  /** Stable, for tests and links: `template/unknown-step`. */
  readonly code: `template/${string}`;
  /** English, and the key for translation. */
  readonly message: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}
