import type { Finding, TextRange } from '../finding.js';
import { withWholeEmphasis } from '../prose/markdown/emphasis.js';
import { staysWhole } from '../prose/markdown/wholeness.js';

/** A finding in a text of which its sentence is a part. A suggestion must not tear emphasis or links apart; those that would are left out. */
export function placedFinding(finding: Finding, start: number, text: string, languageId: string): Finding {
  const moved = movedFinding(finding, start);
  if (languageId !== 'markdown') {
    return moved;
  }
  const suggestions = moved.suggestions.map((one) => ({ ...one, range: withWholeEmphasis(text, one.range) }));
  return {
    ...moved,
    suggestions: suggestions.filter(({ range, newText, deletes }) =>
      staysWhole(text, range, newText, deletes === true),
    ),
  };
}

export function movedFinding(finding: Finding, by: number): Finding {
  const move = ({ start, end }: TextRange): TextRange => ({ start: start + by, end: end + by });
  return {
    ...finding,
    range: move(finding.range),
    suggestions: finding.suggestions.map((suggestion) => ({ ...suggestion, range: move(suggestion.range) })),
  };
}
