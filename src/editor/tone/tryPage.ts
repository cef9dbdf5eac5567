import * as vscode from 'vscode';

/** A page to try the check on: untitled, so that nothing is written anywhere. */
export async function openTryPage(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: tryPage() });
  await vscode.window.showTextDocument(document);
  return document;
}

function tryPage(): string {
  return [
    `# ${vscode.l10n.t('Try the tone check')}`,
    '',
    vscode.l10n.t(
      'Put the cursor on an underlined sentence and press Ctrl+. (Cmd+. on a Mac). Everything happens on this machine.',
    ),
    '',
    `## ${vscode.l10n.t('These may read as blame')}`,
    '',
    '- You made me feel ignored.',
    '- You always break the build.',
    '- Did you even run the tests?',
    "- You clearly don't understand how the cache works.",
    '- Why would you remove the lock?',
    '- You should have asked before merging.',
    '',
    `## ${vscode.l10n.t('These say the same, and stay quiet')}`,
    '',
    "- I felt overlooked when my input wasn't acknowledged.",
    '- The build broke twice this week. Could we run it before we merge?',
    '- What does removing the lock buy us here?',
    '- `git blame` says that this line is ten years old.',
    '',
    `## ${vscode.l10n.t('Your turn')}`,
    '',
    vscode.l10n.t('Write the comment that you would rather not send:'),
    '',
    '',
  ].join('\n');
}
