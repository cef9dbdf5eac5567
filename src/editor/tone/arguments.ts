import * as v from 'valibot';
import * as vscode from 'vscode';
import { readArgument } from '../teamFile/argument.js';

/** A document, as a string or a `Uri`. */
const uri = v.pipe(
  v.union([v.pipe(v.string(), v.nonEmpty()), v.custom<vscode.Uri>((value) => value instanceof vscode.Uri)]),
  v.transform((value) => (typeof value === 'string' ? vscode.Uri.parse(value, true) : value)),
);
const rule = v.pipe(v.string(), v.regex(/^[\w-]+(?:\/[\w-]+)*$/));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One finding: where it stands, and which rule found it. */
const place = v.object({ uri, rule, start: offset, end: offset });
export type Place = v.InferOutput<typeof place>;

/** What each command takes, as its one argument. Without it, commands ask, or take the place of the cursor. */
export const argument = {
  applyRewrite: v.object({ ...place.entries, rewrite: v.optional(offset, 0), fill: v.optional(v.array(v.string())) }),
  fixAll: v.object({ uri: v.optional(uri), rule: v.optional(rule) }),
  place,
  phrase: v.object({
    phrase: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
    for: v.picklist(['me', 'team']),
    uri: v.optional(uri),
  }),
  rule: v.object({ rule }),
  snooze: v.object({ minutes: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(24 * 60)), 60) }),
  toggle: v.object({ on: v.optional(v.boolean()) }),
  document: v.object({ uri: v.optional(uri) }),
} as const;

/**
 * Reads the argument of a command; `undefined` where there is none.
 * @throws UserError when it is not what the command takes.
 */
export function readOptional<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> | undefined {
  return given === undefined || given === null ? undefined : readArgument(schema, given);
}
