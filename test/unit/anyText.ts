import fc from 'fast-check';

/** A code point that is no half of a pair: mostly of what people write, now and then any of the million others. */
const codePoint = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 0xff }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x100, max: 0xd7ff }) },
  { weight: 1, arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }) },
);

/** Any text. fast-check's own `unit: 'binary'` writes down a table of all of Unicode first, which takes a second. */
export function anyText(limits: { readonly minLength?: number; readonly maxLength?: number }): fc.Arbitrary<string> {
  return fc.array(codePoint, limits).map((points) => String.fromCodePoint(...points));
}
