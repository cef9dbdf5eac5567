/** Where a text is written. It decides how the text is read and which off switches make sense. */
export type Surface = 'markdown' | 'commentBox' | 'commit' | 'notebook' | 'code';

/**
 * Schemes of documents that nobody writes in (old versions, output, generated pages) or that are addressed to a machine
 * (the chat box): never checked, whatever their language.
 */
const neverChecked =
  /^(?:git|gitlens.*|gitfs|pr|githubpr|review|output|walkThrough.*|vscode-userdata|vscode-settings|.*chat.*)$/i;

/** Languages whose text is data or a log, where "comments in code" makes no sense. */
const notCode = new Set(['plaintext', 'log', 'Log', 'csv', 'diff', 'git-rebase', 'search-result', 'json', 'ignore']);

/**
 * What kind of writing a document is, or `undefined` where the tone check has nothing to say.
 * @param codeComments whether comments in code are checked.
 */
export function surfaceOf(scheme: string, languageId: string, codeComments: boolean): Surface | undefined {
  if (scheme === 'comment') {
    return 'commentBox';
  }
  if (neverChecked.test(scheme)) {
    return undefined;
  }
  if (languageId === 'scminput' || languageId === 'git-commit') {
    return 'commit';
  }
  if (languageId === 'markdown') {
    return scheme === 'vscode-notebook-cell' ? 'notebook' : 'markdown';
  }
  return codeComments && !notCode.has(languageId) ? 'code' : undefined;
}

/** The language that the engine reads a document as. Boxes are markdown even where their controller says otherwise. */
export function readAs(surface: Surface, languageId: string): string {
  return surface === 'commentBox' ? 'markdown' : languageId;
}

/** Whether a note in the text (`<!-- tone-ignore -->`) would be sent to the reader along with it. */
export function isSentAsWritten(surface: Surface): boolean {
  return surface === 'commentBox' || surface === 'commit';
}
