import * as v from 'valibot';
import * as vscode from 'vscode';
import { UserError } from '../userError.js';

/** A text that says something. */
export const words = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

/** A workspace folder: its URI, its path, or its name. */
export const folderArgument = v.union([
  v.string(),
  v.custom<vscode.Uri>((value) => value instanceof vscode.Uri, 'must be a Uri'),
]);

/**
 * Reads the argument of a command.
 * @throws UserError that names the part that is not understood
 */
export function readArgument<S extends v.GenericSchema>(schema: S, argument: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, argument);
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  throw new UserError(
    'command/bad-argument',
    vscode.l10n.t('The command does not understand "{0}": {1}', v.getDotPath(issue) ?? '', issue.message),
  );
}
