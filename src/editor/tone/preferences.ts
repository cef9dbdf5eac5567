import * as v from 'valibot';
import * as vscode from 'vscode';

const ruleSwitch = v.picklist(['off', 'gentle', 'default']);

/** Each part falls back on its own, so that one mistyped setting does not silence or change the others. */
const schema = v.object({
  enable: v.fallback(v.boolean(), true),
  level: v.fallback(v.picklist(['default', 'gentle', 'all']), 'gentle'),
  rules: v.fallback(
    v.pipe(
      v.record(v.string(), v.fallback(v.nullable(ruleSwitch), null)),
      v.transform((rules) => new Map(Object.entries(rules).flatMap(([id, set]) => (set === null ? [] : [[id, set]])))),
    ),
    new Map(),
  ),
  allow: v.fallback(v.array(v.string()), []),
  codeComments: v.fallback(v.boolean(), false),
  exclude: v.fallback(v.array(v.string()), []),
  rephrase: v.fallback(v.picklist(['ask', 'always', 'never']), 'ask'),
});

/** What a person set under `commonGround.tone`, as it holds for one document or folder. */
export type TonePreferences = Readonly<v.InferOutput<typeof schema>>;

const section = 'commonGround.tone';

export function readPreferences(scope?: vscode.ConfigurationScope): TonePreferences {
  const { enable, level, rules, allow, codeComments, exclude, rephrase } = vscode.workspace.getConfiguration(
    section,
    scope ?? null,
  );
  return v.parse(schema, { enable, level, rules, allow, codeComments, exclude, rephrase });
}

/** Adds a phrase to what this person allows everywhere. */
export async function allowForMe(phrase: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const own = v.parse(v.fallback(v.array(v.string()), []), configuration.inspect('allow')?.globalValue);
  if (!own.includes(phrase)) {
    await configuration.update('allow', [...own, phrase], vscode.ConfigurationTarget.Global);
  }
}

/** Sets one rule for this person everywhere; `undefined` takes the switch away again. */
export async function setRule(rule: string, to: v.InferOutput<typeof ruleSwitch> | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const own = v.parse(v.fallback(v.record(v.string(), v.unknown()), {}), configuration.inspect('rules')?.globalValue);
  const { [rule]: _, ...others } = own;
  const rules = to === undefined ? others : { ...others, [rule]: to };
  await configuration.update(
    'rules',
    Object.keys(rules).length > 0 ? rules : undefined,
    vscode.ConfigurationTarget.Global,
  );
}

/** Switches the check on or off where the switch stands today: the workspace if it has one, else this person's settings. */
export async function setEnabled(on: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const inWorkspace = configuration.inspect('enable')?.workspaceValue !== undefined;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('enable', on, target);
}

/** Remembers how this person wants to be asked before a sentence goes to a language model. */
export async function setRephrase(to: TonePreferences['rephrase']): Promise<void> {
  await vscode.workspace.getConfiguration(section).update('rephrase', to, vscode.ConfigurationTarget.Global);
}

export function touchesPreferences(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration(section);
}
