/** What is emphasised because it is talked about, not said: "the phrase *you never test*". */

/** Words behind which a phrase is named. "like" does so behind what is said or written alone. */
const ANNOUNCES =
  /(?:^|[^\w'’-])((?:words?|wording|phrases?|sentences?|statements?|expressions?|remarks?|say|says|saying|said|write|writes|writing|wrote|reads?|reading|such as|instead of|rather than|avoid|avoids|avoiding|e\.g\.|eg|for example|quote|called|(?:something|things?|anything|phrases|words|sentences|statements|remarks|comments|messages|questions|sounds?|reads?|lines) like)[,:]?\s+["“(]?)$/i;
/** What turns "say" and "words" into the writer's own: "I have to say", "in other words". */
const OWN = /(?:^|[^\w'’])(?:i|we|me|us|my|our|other|i['’]\w+|we['’]\w+)(?:\s+(?!not\b|never\b)[a-z]+){0,3}\s*$/i;
/** Between two that are named. */
const BETWEEN = /^(?:[,;/]\s*|\s+)(?:(?:and|or|nor|but|not)\s+)?$/;
const LONGEST = 24;
const BEFORE = 60;

/** Tells what of the emphasis of one text is named; asked about each emphasis in its order. */
export class Mentions {
  private last = -1;

  /** @param from where the text begins that holds the emphasis, in the same offsets. */
  constructor(
    private readonly text: string,
    private readonly from: number,
  ) {}

  /** Whether the emphasis between two places, marks included, is named and not said. One word alone is left: it accuses nobody. */
  has(start: number, end: number): boolean {
    if (!/\S\s+\S/.test(this.text.slice(start, end))) {
      return false;
    }
    const named = this.follows(start) || isAnnounced(this.text.slice(Math.max(this.from, start - BEFORE), start));
    this.last = named ? end : this.last;
    return named;
  }

  private follows(start: number): boolean {
    const { last } = this;
    return last >= 0 && start > last && start - last <= LONGEST && BETWEEN.test(this.text.slice(last, start));
  }
}

function isAnnounced(before: string): boolean {
  const found = ANNOUNCES.exec(before);
  if (found === null) {
    return false;
  }
  const isSpeech = /^(?:say|words?|write|read)/i.test(found[1] ?? '');
  return !(isSpeech && OWN.test(before.slice(0, before.length - (found[1] ?? '').length)));
}
