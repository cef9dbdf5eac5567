import * as vscode from 'vscode';

/** What a step of a flow answers: the state it leaves, one step back, or nothing: the person left, and nothing happens. */
export type StepAnswer<S> = S | typeof back | undefined;
/** Answers a step: to the one before. */
export const back = Symbol('back');

export interface FlowStep<S> {
  /** Steps that do not apply are passed over, in both directions. */
  readonly when?: (state: S) => boolean;
  readonly ask: (state: S, place: StepPlace) => Promise<StepAnswer<S>>;
}

/** Where in the flow a step is, for its title and its way back. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
}

/** Walks through the steps. Answers the last state, or nothing if the person left: callers act only on an answer. */
export async function runFlow<S>(title: string, initial: S, steps: readonly FlowStep<S>[]): Promise<S | undefined> {
  const trail: { readonly index: number; readonly state: S }[] = [];
  let state = initial;
  let index = 0;
  for (let step = steps[0]; step !== undefined; step = steps[index]) {
    if (step.when?.(state) === false) {
      index += 1;
      continue;
    }
    const answer = await step.ask(state, placeOf(title, state, steps, trail.length));
    if (answer === undefined) {
      return undefined;
    }
    if (answer === back) {
      const last = trail.pop();
      index = last?.index ?? index;
      state = last?.state ?? state;
    } else {
      trail.push({ index, state });
      state = answer;
      index += 1;
    }
  }
  return state;
}

function placeOf<S>(title: string, state: S, steps: readonly FlowStep<S>[], asked: number): StepPlace {
  const totalSteps = Math.max(steps.filter((step) => step.when?.(state) !== false).length, asked + 1);
  return { title, step: asked + 1, totalSteps, canGoBack: asked > 0 };
}

export interface TextQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** Why the text will not do, in words that help; nothing if it will. Shown while the person types. */
  readonly validate?: (text: string) => string | undefined;
  /** Shown below the text while it is fine: what it will be read as. */
  readonly explain?: (text: string) => string | undefined;
}

/** Asks for a line of text. Nothing is taken that `validate` refuses. Answers it trimmed. */
export function askText(place: StepPlace, question: TextQuestion): Promise<string | typeof back | undefined> {
  const box = vscode.window.createInputBox();
  placeInput(box, place);
  box.prompt = question.prompt;
  box.placeholder = question.placeholder ?? '';
  box.value = question.value ?? '';
  const judge = (touched: boolean): boolean => {
    const refusal = question.validate?.(box.value.trim());
    const hint = question.explain?.(box.value.trim());
    const info = hint === undefined ? undefined : { message: hint, severity: vscode.InputBoxValidationSeverity.Info };
    box.validationMessage = refusal === undefined ? info : touched ? refusal : undefined;
    return refusal === undefined;
  };
  return new Promise((resolve) => {
    box.onDidChangeValue(() => judge(true));
    box.onDidAccept(() => {
      if (judge(true)) {
        resolve(box.value.trim());
        box.dispose();
      }
    });
    answerBackAndHide(box, resolve);
    judge(false);
    box.show();
  });
}

export interface PickQuestion<T> {
  readonly placeholder: string;
  readonly items: readonly (vscode.QuickPickItem & { readonly value?: T })[];
  readonly active?: T;
}

/** Asks for one of several. */
export function askPick<T>(place: StepPlace, question: PickQuestion<T>): Promise<T | typeof back | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value?: T }>();
  placeInput(pick, place);
  pick.placeholder = question.placeholder;
  pick.items = question.items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const active = pick.items.filter((item) => item.value !== undefined && item.value === question.active);
  if (active.length > 0) {
    // An empty list would leave Enter without a meaning.
    pick.activeItems = active;
  }
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const value = pick.selectedItems[0]?.value;
      if (value !== undefined) {
        resolve(value);
        pick.dispose();
      }
    });
    answerBackAndHide(pick, resolve);
    pick.show();
  });
}

/** Title, step and way back of an input. */
export function placeInput(input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>, place: StepPlace): void {
  input.title = place.title;
  input.ignoreFocusOut = true;
  if (place.totalSteps > 1) {
    input.step = place.step;
    input.totalSteps = place.totalSteps;
  }
  input.buttons = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
}

/** Leaving an input, or going back from it, is an answer too. */
export function answerBackAndHide(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  resolve: (answer: typeof back | undefined) => void,
): void {
  input.onDidTriggerButton((button) => {
    if (button === vscode.QuickInputButtons.Back) {
      resolve(back);
      input.dispose();
    }
  });
  input.onDidHide(() => {
    resolve(undefined);
    input.dispose();
  });
}

/** The place of a question that stands alone. */
export function alone(title: string): StepPlace {
  return { title, step: 1, totalSteps: 1, canGoBack: false };
}
