import * as vscode from 'vscode';
import { setRephrase } from './preferences.js';
import type { Consent, Model, RephrasePorts } from './rephrase.js';

/** How long a menu waits to hear of models. */
const patienceMs = 150;
const modelKey = 'commonGround.tone.languageModel';

/** The language models of this editor, and the questions to the person around them. */
export class LanguageModels implements vscode.Disposable {
  private known: Promise<readonly vscode.LanguageModelChat[]> | undefined;
  private readonly subscription: vscode.Disposable | undefined;

  constructor(private readonly memory: vscode.Memento) {
    // Some editors built from VS Code's sources leave language models out.
    this.subscription = (vscode.lm as typeof vscode.lm | undefined)?.onDidChangeChatModels(() => {
      this.known = undefined;
    });
  }

  /**
   * Whether there is anything to offer. A menu waits for this, so it is "no" as long as the models take their time; their
   * answer is kept until they change.
   */
  async available(): Promise<boolean> {
    const late = new Promise<readonly []>((resolve) => setTimeout(() => resolve([]), patienceMs));
    return (await Promise.race([this.models(), late])).length > 0;
  }

  ports(): RephrasePorts {
    return {
      models: () => this.models(),
      chooseModel: (models) => this.chooseModel(models),
      askConsent,
      rememberConsent: async (model) => {
        await this.memory.update(modelKey, model.id);
        await setRephrase('always');
      },
      choose: async (proposals) =>
        vscode.window.showQuickPick(proposals, {
          title: vscode.l10n.t('Say it another way'),
          placeHolder: vscode.l10n.t('Choose what to write instead, or press Escape to leave it as it is.'),
        }),
      send: async (model, message) => {
        const own = (await this.models()).find(({ id }) => id === model.id);
        return own === undefined ? undefined : send(own, message);
      },
    };
  }

  dispose(): void {
    this.subscription?.dispose();
  }

  private models(): Promise<readonly vscode.LanguageModelChat[]> {
    this.known ??= listModels();
    return this.known;
  }

  private async chooseModel(models: readonly Model[]): Promise<Model | undefined> {
    const remembered = this.memory.get<unknown>(modelKey);
    const before = models.find(({ id }) => id === remembered);
    if (before !== undefined) {
      return before;
    }
    const items = models.map((model) => ({ label: model.name, description: model.id, model }));
    const placeHolder = vscode.l10n.t('Which language model?');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.model;
  }
}

async function listModels(): Promise<readonly vscode.LanguageModelChat[]> {
  return (await (vscode.lm as typeof vscode.lm | undefined)?.selectChatModels()) ?? [];
}

async function askConsent(model: Model, message: string): Promise<Consent> {
  const once = vscode.l10n.t('Send');
  const always = vscode.l10n.t("Send, and Don't Ask Again");
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Send this sentence to {0}?', model.name),
    { modal: true, detail: vscode.l10n.t('This is sent, and nothing else:\n\n{0}', message) },
    once,
    always,
  );
  return answer === once ? 'once' : answer === always ? 'always' : undefined;
}

async function send(model: vscode.LanguageModelChat, message: string): Promise<string | undefined> {
  const title = vscode.l10n.t('{0} is looking for other words', model.name);
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    const cancelled = new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined)));
    return Promise.race([answerOf(model, message, token), cancelled]);
  });
}

async function answerOf(
  model: vscode.LanguageModelChat,
  message: string,
  token: vscode.CancellationToken,
): Promise<string> {
  const messages = [vscode.LanguageModelChatMessage.User(message)];
  const justification = vscode.l10n.t('To find other words for one sentence, because you asked for it.');
  const response = await model.sendRequest(messages, { justification }, token);
  let text = '';
  for await (const part of response.text) {
    text += part;
  }
  return text;
}
