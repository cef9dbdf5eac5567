import * as vscode from 'vscode';
import type { Finding } from '../../tone/finding.js';
import { blanksIn } from '../../tone/rewrite/blanks.js';
import { registerCommand } from '../commands.js';
import type { ToneApi, ToneFinding } from '../commonGroundApi.js';
import { rejectAbsent } from '../features.js';
import type { Services } from '../services.js';
import { ToneCodeActions } from './codeActions.js';
import { loadEngine } from './engine.js';
import { ToneHover } from './hover.js';
import { LanguageModels } from './languageModel.js';
import { registerOffSwitches } from './offSwitches.js';
import { readPreferences } from './preferences.js';
import { rephraseAt } from './rephraseCommand.js';
import { registerToneCommands } from './toneCommands.js';
import { ToneService } from './toneService.js';
import { ToneStatus } from './toneStatus.js';

/** Everything that is checked without being asked for. */
const prose: vscode.DocumentSelector = [
  { language: 'markdown' },
  { language: 'git-commit' },
  { language: 'scminput' },
  { scheme: 'comment' },
];

/** Starts the tone check: everything is registered here, nothing is loaded before the first document needs it. */
export function startTone(services: Services): ToneApi {
  const { subscriptions, globalState } = services.context;
  const tone = new ToneService(services);
  const models = new LanguageModels(globalState);
  const status = new ToneStatus(
    (uri) => tone.checks.of(uri),
    () => tone.snooze.until,
  );
  subscriptions.push(
    tone,
    models,
    status,
    tone.onDidCheck(() => status.show()),
  );
  registerToneCommands(services, tone, status);
  registerOffSwitches(services, tone);
  registerCommand(services, 'commonGround.tone.rephrase', async (given) => rephraseAt(tone, models, given));
  registerProviders(services, tone, models);
  // After the editor had its turn: what is open already is not worth a slower start.
  const start = setImmediate(() => tone.start());
  subscriptions.push(new vscode.Disposable(() => clearImmediate(start)));
  return {
    check: async (text, languageId = 'markdown') => (await tone.check(text, languageId)).map(shared),
    onDidChange: tone.onDidChange,
  };
}

/** Stands in where the tone check could not start. */
export function absentTone(): ToneApi {
  return { check: () => rejectAbsent('tone'), onDidChange: () => new vscode.Disposable(() => undefined) };
}

function registerProviders(services: Services, tone: ToneService, models: LanguageModels): void {
  const checkOf = (uri: vscode.Uri) => tone.checks.of(uri);
  const actions = new ToneCodeActions({
    checkOf,
    surfaceOf: (document) => tone.surfaceOf(document),
    canRephrase: async () => readPreferences().rephrase !== 'never' && (await models.available()),
    squiggleOf: (document, finding) => tone.squiggleOf(document, finding),
  });
  const hover = new ToneHover({
    checkOf,
    why: async (rule) => (await loadEngine()).rules().find(({ id }) => id === rule)?.why,
  });
  registerWhereChecked(services, tone, (selector) => [
    vscode.languages.registerCodeActionsProvider(selector, actions, ToneCodeActions.metadata),
    vscode.languages.registerHoverProvider(selector, hover),
  ]);
}

/** Registers for prose, or for every language while someone has comments in code checked. */
function registerWhereChecked(
  { context }: Services,
  tone: ToneService,
  register: (selector: vscode.DocumentSelector) => vscode.Disposable[],
): void {
  let everywhere = readPreferences().codeComments;
  let registered = vscode.Disposable.from(...register(everywhere ? '*' : prose));
  const follow = tone.onDidChange(() => {
    if (readPreferences().codeComments !== everywhere) {
      everywhere = !everywhere;
      registered.dispose();
      registered = vscode.Disposable.from(...register(everywhere ? '*' : prose));
    }
  });
  context.subscriptions.push(follow, new vscode.Disposable(() => registered.dispose()));
}

/** A finding as other extensions see it. */
function shared({ rule, level, range, message, suggestions }: Finding): ToneFinding {
  return {
    rule,
    level,
    start: range.start,
    end: range.end,
    message: vscode.l10n.t(message),
    rewrites: suggestions.map(({ label, range: { start, end }, newText }) => ({
      label: vscode.l10n.t(label),
      start,
      end,
      newText,
      blanks: blanksIn(newText),
    })),
  };
}
