const textFile = /\.(?:md|markdown|mdx|txt)$/i;

/** What a postmortem or a retro is called. */
const called = new Set(
  'postmortem postmortems incident incidents retro retros retrospective retrospectives incidentreport incidentreview'.split(
    ' ',
  ),
);

/**
 * Whether a text is a postmortem or a retro by its name, or by that of a folder around it: `postmortem-queue.md`,
 * `2026-05-04-retro.md`, `docs/Incidents/17.txt`.
 * @param path with forward slashes.
 */
export function isIncidentName(path: string): boolean {
  return textFile.test(path) && path.replace(textFile, '').split('/').some(tellsOfIncident);
}

/** Notes that people write about each other's work are called so; they stand between a document and a comment. */
const notes =
  /(?:^|[^\p{L}])(?:code[-_ ]?)?reviews?(?:[-_ ]?(?:notes?|comments?|feedback))?(?:$|[^\p{L}])|(?:^|[^\p{L}])feedback(?:$|[^\p{L}])/iu;

/**
 * Whether a text holds notes on somebody's work by its name: `review-notes.md`, `feedback/anna.md`.
 * @param path with forward slashes.
 */
export function isReviewName(path: string): boolean {
  return (
    textFile.test(path) &&
    path
      .replace(textFile, '')
      .split('/')
      .slice(-2)
      .some((segment) => notes.test(segment))
  );
}

/** A name begins with the word, after the day or a number if there is one, or it ends with one that has no other meaning. */
function tellsOfIncident(segment: string): boolean {
  const words = wordsOf(segment);
  const first = words.find((word) => !/^\p{N}/u.test(word)) ?? '';
  const last = words.at(-1) ?? '';
  return called.has(first) || (called.has(last) && !last.startsWith('incident'));
}

/** `PostMortem_queue2` is `postmortem`, `queue` and `2`. */
function wordsOf(name: string): readonly string[] {
  const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return parts
    .join(' ')
    .toLowerCase()
    .replace(/\bpost (?=mortems?\b)/g, 'post')
    .split(' ');
}
