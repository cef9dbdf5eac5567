import type { Problem } from './problem.js';
import { type Entry, entryAt, type TextValue, type Value } from './value.js';

/** Reads the parts of one item and gathers what is wrong with them. Offsets are those of the value. */
export class ItemReader {
  readonly problems: Problem[] = [];

  constructor(
    readonly value: Value,
    private readonly source: string,
  ) {
    if (value.kind !== 'map') {
      this.report('wrong-type', 'An item holds keys and values, such as "promise: …".', value, { key: '' });
    }
  }

  report(
    code: string,
    message: string,
    { start, end }: { readonly start: number; readonly end: number },
    args: Problem['args'] = {},
    severity: Problem['severity'] = 'error',
  ): void {
    this.problems.push({ code, message, range: { start, end }, severity, args });
  }

  /** What stands at a key, if it is some text; `null` and `~` are no text. */
  text(key: string, within: Value = this.value): TextValue | undefined {
    const entry = entryAt(within, key);
    if (!entry || isNothing(entry.value)) {
      return undefined;
    }
    if (entry.value.kind === 'text') {
      return entry.value;
    }
    this.notText(entry);
    return undefined;
  }

  private notText({ key, keyStart, keyEnd, value }: Entry): void {
    const range = value.end > value.start ? value : { start: keyStart, end: keyEnd };
    if (value.kind === 'alias') {
      this.report(
        'anchors',
        `"${key}" points at another place with *: write it out, so that it can be read here.`,
        range,
        { key },
        'warning',
      );
    } else {
      this.report('wrong-type', `"${key}" is a text.`, range, { key });
    }
  }

  /** The texts of keys that are not known, as written. */
  extra(known: ReadonlySet<string>): Readonly<Record<string, string>> {
    const entries = this.value.kind === 'map' ? this.value.entries.filter(({ key }) => !known.has(key)) : [];
    return Object.fromEntries(entries.map(({ key, value }) => [key, this.source.slice(value.start, value.end)]));
  }

  /** Where a missing key would be: at the first one. */
  get head(): { readonly start: number; readonly end: number } {
    const [first] = this.value.kind === 'map' ? this.value.entries : [];
    return first ? { start: first.keyStart, end: first.keyEnd } : this.value;
  }
}

/** Written as nothing: `owner:`, `owner: null`, `owner: ~`. */
export function isNothing(value: Value): boolean {
  return (
    value.kind === 'text' &&
    (value.style === 'none' || (value.style === 'plain' && /^(?:~|null|Null|NULL)$/.test(value.text)))
  );
}
