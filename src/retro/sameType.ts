/** Types that compare two types. They make the compiler refuse a schema that does not say what its type says. */

/** The same type with each field, at any depth, marked `readonly`: schemas give fields that can be written, our types do not. */
export type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

/** `true` where both types have the same fields, each with the same type and each required or optional in both. */
export type Same<One, Other> =
  (<T>() => T extends Fixed<One> ? 1 : 2) extends <T>() => T extends Fixed<Other> ? 1 : 2 ? true : false;

/** The names of the fields that one of two types has and the other has not, or has differently. `never` for equal types. */
export type DifferentFields<One, Other> =
  | Exclude<keyof One, keyof Other>
  | Exclude<keyof Other, keyof One>
  | {
      [K in keyof One & keyof Other]: Same<Pick<One, K>, Pick<Other, K>> extends true ? never : K;
    }[keyof One & keyof Other];

/**
 * The values of the field `Key` whose members differ between two unions that are told apart by it: members that one union lacks, and
 * members with a field more, fewer, or of another type. `never` for equal unions.
 */
export type DifferentMembers<One extends Record<Key, string>, Other extends Record<Key, string>, Key extends string> = {
  [Name in One[Key] | Other[Key]]: Same<Extract<One, Record<Key, Name>>, Extract<Other, Record<Key, Name>>> extends true
    ? never
    : Name;
}[One[Key] | Other[Key]];

/** Compiles only for `never`. The compiler's message names what differs. */
export type NothingOf<Different extends never> = Different;
