import type { Token } from './tokens.js';

/** The parts of speech that rules ask for. */
export type Tag =
  | 'Verb'
  | 'Past'
  | 'Gerund'
  | 'Infinitive'
  | 'Adjective'
  | 'Adverb'
  | 'Noun'
  | 'ProperNoun'
  | 'Person'
  | 'Determiner'
  | 'Pronoun';

/** The part of compromise that is used here. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags?: ReadonlySet<string>;
}
type Nlp = (text: string) => { readonly document: readonly (readonly Term[])[] };

/** Gives each token of a sentence its part of speech. */
export type Tagger = (masked: string, tokens: readonly Token[]) => readonly ReadonlySet<string>[];

const none: ReadonlySet<string> = new Set();
let nlp: Nlp | undefined;
let loading: Promise<void> | undefined;

/** Loads the parser on first use; it takes up to 0.2 s, so only texts with a candidate sentence pay for it. */
export function loadParser(): Promise<void> {
  loading ??= import('compromise/two').then((module) => {
    // The library's own types do not name the document, which is what keeps offsets cheap and exact.
    nlp = module.default as unknown as Nlp;
    nlp('Warm up the tagger, please.');
  });
  return loading;
}

/** Whether {@link loadParser} is done: only then do candidates give findings. */
export function isParserReady(): boolean {
  return nlp !== undefined;
}

/** Where each term begins, walked through `pre`, `text` and `post`: the library's own offsets are wrong after markup. */
function startsOf(document: readonly (readonly Term[])[]): {
  readonly starts: number[];
  readonly tags: ReadonlySet<string>[];
} {
  const starts: number[] = [];
  const tags: ReadonlySet<string>[] = [];
  let at = 0;
  for (const sentence of document) {
    for (const term of sentence) {
      at += term.pre.length;
      if (term.text !== '') {
        starts.push(at);
        tags.push(term.tags ?? none);
      }
      at += term.text.length + term.post.length;
    }
  }
  return { starts, tags };
}

/** Parts of speech by token. Empty sets without the parser. */
export const tag: Tagger = (masked, tokens) => {
  if (nlp === undefined) {
    return tokens.map(() => none);
  }
  const { starts, tags } = startsOf(nlp(masked).document);
  let at = 0;
  return tokens.map((token) => {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= token.start) {
      at++;
    }
    return tags[at] ?? none;
  });
};

const names: Readonly<Record<Tag, string>> = {
  Verb: 'Verb',
  Past: 'PastTense',
  Gerund: 'Gerund',
  Infinitive: 'Infinitive',
  Adjective: 'Adjective',
  Adverb: 'Adverb',
  Noun: 'Noun',
  ProperNoun: 'ProperNoun',
  Person: 'Person',
  Determiner: 'Determiner',
  Pronoun: 'Pronoun',
};

/** Whether the parser gave a word this part of speech. */
export function hasTag(tags: ReadonlySet<string> | undefined, wanted: Tag): boolean {
  return tags?.has(names[wanted]) ?? false;
}
