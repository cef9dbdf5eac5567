import * as vscode from 'vscode';
import type { PanelSettings } from '../../protocol/panelMessages.js';
import type { ToneSettings } from '../../tone/toneSettings.js';
import { TeamFile } from '../teamFile/teamFile.js';
import { loadEngine } from '../tone/engine.js';
import { readPreferences, touchesPreferences } from '../tone/preferences.js';

/** Nothing is checked. */
export const noTone: PanelSettings['tone'] = {
  enabled: false,
  levels: [],
  rules: {},
  allowed: [],
  people: [],
  tools: [],
  phrases: [],
};

/** While someone types in the team's file, its words are taken over after this pause. */
const restMs = 150;

/** What the person and the team of a folder want of the tone check, as the text boxes of the panel need it. */
export class PanelTone implements vscode.Disposable {
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.didChange.event;
  private readonly file: TeamFile | undefined;
  private readonly disposables: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly folder: vscode.WorkspaceFolder | undefined) {
    this.file = folder && new TeamFile(folder, 'tone.yaml');
    const changed = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.didChange.fire(), restMs);
    };
    this.disposables = [
      this.didChange,
      vscode.workspace.onDidChangeConfiguration((event) => touchesPreferences(event) && changed()),
      ...(this.file ? [this.file, this.file.onDidChange(changed)] : []),
    ];
  }

  async read(): Promise<PanelSettings['tone']> {
    const preferences = readPreferences(this.folder);
    const engine = await loadEngine();
    const content = await this.file?.read();
    const team =
      content?.kind === 'text' && content.deleted !== true ? engine.readTeamTone(content.text).team : undefined;
    // A card is no file, so nothing that the team leaves out can leave it out.
    const settings = engine.settings(preferences, team, undefined);
    return settings === undefined ? noTone : wishes(settings, preferences.enable);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function wishes(settings: ToneSettings, enabled: boolean): PanelSettings['tone'] {
  const { levels, rules, people, tools } = settings.context;
  return {
    enabled,
    levels: [...levels],
    rules: Object.fromEntries(rules),
    allowed: [...settings.allowedPhrases],
    people: [...people],
    tools: [...tools],
    phrases: settings.ownPhrases.map((own) => ({ ...own, suggestions: [...own.suggestions] })),
  };
}
