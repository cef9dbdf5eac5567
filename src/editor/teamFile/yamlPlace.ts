/** Where a person types in a file of the team that is a list, as the lines around tell: the text there is seldom whole YAML. */
export type YamlPlace =
  | {
      readonly kind: 'key';
      readonly parent: 'file' | 'item' | 'ending' | 'note' | 'list';
      readonly present: ReadonlySet<string>;
      /** The column of the keys. */
      readonly indent: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'value';
      readonly key: string;
      /** What stands there now. */
      readonly written: string;
      readonly from: number;
      readonly to: number;
    };

interface Line {
  /** The column of the key, behind a `- ` if there is one. */
  readonly indent: number;
  /** The column of the `-`, or -1. */
  readonly dash: number;
  readonly key: string | undefined;
}

/**
 * @param lineAt the text of a line, from 0
 * @param listKey the key at the top of the file that holds the list
 */
export function placeInYaml(
  lineAt: (line: number) => string,
  lineCount: number,
  line: number,
  column: number,
  listKey = 'commitments',
): YamlPlace | undefined {
  const text = lineAt(line);
  const before = text.slice(0, column);
  const value = /^(\s*(?:- +)?([\w-]+):[ \t]+)([^#]*)$/.exec(before);
  if (value !== null) {
    const [, head = '', key = ''] = value;
    const rest = text.slice(head.length).replace(/\s+#.*$/, '');
    return { kind: 'value', key, written: rest, from: head.length, to: head.length + rest.trimEnd().length };
  }
  if (!/^\s*(?:- *)?[\w-]*$/.test(before) || text.slice(column).trim() !== '') {
    return undefined;
  }
  const lines: Lines = { at: (index) => read(lineAt(index)), count: lineCount, listKey };
  const word = /[\w-]*$/.exec(before)?.[0] ?? '';
  const indent = column - word.length;
  const { dash } = lines.at(line);
  const { parent, present } = dash >= 0 ? behindDash(lines, line, dash, indent) : insideMap(lines, line, indent);
  return parent === undefined ? undefined : { kind: 'key', parent, present, indent, from: indent, to: column };
}

interface Lines {
  at(index: number): Line;
  readonly count: number;
  readonly listKey: string;
}

type Parent = 'file' | 'item' | 'ending' | 'note' | 'list';
interface Around {
  readonly parent: Parent | undefined;
  readonly present: ReadonlySet<string>;
}

/** A new item of a list, or one that has further keys below. */
function behindDash(lines: Lines, line: number, dash: number, indent: number): Around {
  const present = keysBelow(lines, line, indent);
  const item = itemOf(keyOfList(lines, line, dash), lines.listKey);
  return { parent: item === 'item' && present.size === 0 ? 'list' : item, present };
}

function insideMap(lines: Lines, line: number, indent: number): Around {
  const present = new Set(keysBelow(lines, line, indent));
  for (let above = line - 1; above >= 0; above -= 1) {
    const { indent: column, dash, key } = lines.at(above);
    if (key === undefined || column > indent) {
      continue;
    }
    if (column < indent) {
      return { parent: mapOf(key, lines.listKey), present };
    }
    present.add(key);
    if (dash >= 0) {
      return { parent: itemOf(keyOfList(lines, above, dash), lines.listKey), present };
    }
  }
  return { parent: indent === 0 ? 'file' : undefined, present };
}

function keysBelow(lines: Lines, line: number, indent: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let below = line + 1; below < lines.count; below += 1) {
    const { indent: column, dash, key } = lines.at(below);
    if (key === undefined || column > indent) {
      continue;
    }
    if (column < indent || dash >= 0) {
      break;
    }
    keys.add(key);
  }
  return keys;
}

/** The key whose list the dash belongs to. */
function keyOfList(lines: Lines, line: number, dash: number): string | undefined {
  for (let above = line - 1; above >= 0; above -= 1) {
    const { indent, dash: other, key } = lines.at(above);
    if (key !== undefined && (other < 0 ? indent <= dash : indent < dash + 1 && other < dash)) {
      return key;
    }
  }
  return undefined;
}

function itemOf(list: string | undefined, listKey: string): Parent | undefined {
  return list === listKey ? 'item' : list === 'notes' ? 'note' : undefined;
}

function mapOf(key: string, listKey: string): Parent | undefined {
  return key === 'ending' ? 'ending' : key === listKey ? 'list' : undefined;
}

function read(text: string): Line {
  const [, spaces = '', dash = '', key] = /^(\s*)((?:- *)?)(?:([\w-]+):)?/.exec(text) ?? [];
  return { indent: spaces.length + dash.length, dash: dash === '' ? -1 : spaces.length, key };
}
