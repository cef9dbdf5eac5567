import type { Finding, Suggestion, TextRange } from '../tone/finding.js';
import type { Rule } from '../tone/rules/rule.js';
import { type Place, placesIn } from './tonePlaces.js';
import type { Checked } from './toneReport.js';

type Placer = (offset: number) => Place;

/** A SARIF 2.1.0 log: what code scanning services read. */
export function sarif(checked: readonly Checked[], rules: readonly Rule[], version: string): object {
  const used = rules.filter(({ id }) => checked.some(({ findings }) => findings.some(({ rule }) => rule === id)));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Common Ground', version, rules: used.map(sarifRule) } },
        columnKind: 'utf16CodeUnits',
        artifacts: checked.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: checked.flatMap(({ file, text, findings }) => {
          const placeOf = placesIn(text);
          return findings.map((finding) => result(finding, file, placeOf, used));
        }),
      },
    ],
  };
}

function sarifRule({ id, message, why, level }: Rule): object {
  return {
    id,
    shortDescription: { text: message },
    fullDescription: { text: why },
    defaultConfiguration: { enabled: level !== 'opt-in', level: severity(level) },
  };
}

function result(finding: Finding, file: string, placeOf: Placer, rules: readonly Rule[]): object {
  const artifactLocation = { uri: uriOf(file) };
  const index = rules.findIndex(({ id }) => id === finding.rule);
  return {
    ruleId: finding.rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: severity(finding.level),
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(finding.range, placeOf, finding.text) } }],
    ...(finding.suggestions.length === 0
      ? {}
      : { fixes: finding.suggestions.map((suggestion) => fix(suggestion, artifactLocation, placeOf)) }),
  };
}

function fix({ label, range, newText }: Suggestion, artifactLocation: object, placeOf: Placer): object {
  const replacements = [{ deletedRegion: region(range, placeOf), insertedContent: { text: newText } }];
  return { description: { text: label }, artifactChanges: [{ artifactLocation, replacements }] };
}

function region({ start, end }: TextRange, placeOf: Placer, snippet?: string): object {
  const from = placeOf(start);
  const to = placeOf(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
    ...(snippet === undefined ? {} : { snippet: { text: snippet } }),
  };
}

/** Never an error: nobody is wrong. */
function severity(level: Finding['level']): 'warning' | 'note' {
  return level === 'default' ? 'warning' : 'note';
}

function uriOf(file: string): string {
  // Half a character, which some systems allow in a name, cannot be encoded.
  return encodeURI(file.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\ufffd'));
}
