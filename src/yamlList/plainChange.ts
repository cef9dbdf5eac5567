import type { MapChange } from './mapEdit.js';
import type { Plain } from './value.js';

/** What a value is after a change, without a word of YAML: what the edited text is compared with. */
export function applyChange(value: Plain, change: MapChange): Plain {
  const [key = '', ...rest] = change.path;
  const map = isMap(value) ? value : {};
  if (rest.length > 0) {
    const inner = map[key] ?? {};
    return change.kind === 'remove' && !isMap(map[key] ?? '')
      ? map
      : { ...map, [key]: applyChange(inner, { ...change, path: rest }) };
  }
  switch (change.kind) {
    case 'remove': {
      const { [key]: _removed, ...others } = map;
      return others;
    }
    case 'append': {
      const list = map[key];
      return { ...map, [key]: [...(Array.isArray(list) ? list : []), change.value] };
    }
    case 'set':
      return { ...map, [key]: change.value };
  }
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Whether two values say the same; the order of keys says nothing. */
export function sameValue(a: Plain, b: Plain): boolean {
  if (typeof a === 'string' || typeof b === 'string') {
    return a === b;
  }
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && sameValue(part(a, key), part(b, key)))
  );
}

function part(value: Exclude<Plain, string>, key: string): Plain {
  const found: unknown = Reflect.get(value, key);
  return isPlain(found) ? found : '';
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
