import * as v from 'valibot';
import * as vscode from 'vscode';
import type { RetroEvent } from '../../retro/event.js';
import { idSchema } from '../../retro/eventSchema.js';
import { readArgument } from '../teamFile/argument.js';
import { alone, askPick } from '../teamFile/flow.js';
import { UserError } from '../userError.js';
import type { RetroDesk } from './retroDesk.js';
import { stepTitle } from './stepTitle.js';

const goToArgument = v.object({ step: idSchema });
const minutesArgument = v.object({ minutes: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(240)), 2) });
const normArgument = v.object({ norm: v.optional(idSchema) });
const discardArgument = v.object({ sure: v.optional(v.boolean(), false) });

/** `commonGround.retro.goTo {step}`: asks which, if it is not said. Answers the step it went to. */
export async function goTo(desk: RetroDesk, argument: unknown): Promise<string | undefined> {
  const session = desk.require();
  const step =
    argument === undefined || argument === null ? await askStep(desk) : readArgument(goToArgument, argument).step;
  if (step === undefined) {
    return undefined;
  }
  if (!session.state.steps.some((one) => one.id === step)) {
    const known = session.state.steps.map((one) => one.id).join(', ');
    throw new UserError('retro/no-such-step', vscode.l10n.t('There is no such step. There are: {0}.', known));
  }
  return (await desk.act({ type: 'step/goTo', step })).step;
}

async function askStep(desk: RetroDesk): Promise<string | undefined> {
  const { steps } = desk.require().state;
  const now = steps.find((step) => step.status === 'now')?.id;
  const answer = await askPick<string>(alone(vscode.l10n.t('Go to a step')), {
    placeholder: vscode.l10n.t('Where to?'),
    items: steps.map((step) => ({
      label: stepTitle(step),
      description: step.id === now ? vscode.l10n.t('here') : '',
      value: step.id,
    })),
    ...(now === undefined ? {} : { active: now }),
  });
  return typeof answer === 'string' ? answer : undefined;
}

/** `commonGround.retro.moreTime {minutes?}`: two, if it is not said. */
export async function moreTime(desk: RetroDesk, argument: unknown): Promise<void> {
  const { minutes } = readArgument(minutesArgument, argument ?? {});
  const timed = desk.require().state.timer !== undefined;
  await desk.act(timed ? { type: 'timer/extend', minutes } : { type: 'timer/start', minutes });
}

/** `commonGround.retro.norm {norm?}`: all of them, if it is not said. */
export async function norm(desk: RetroDesk, argument: unknown): Promise<void> {
  const { norm: wanted } = readArgument(normArgument, argument ?? {});
  await ask(desk, { type: 'request/norm', ...(wanted === undefined ? {} : { norm: wanted }) });
}

/** `commonGround.retro.silence` */
export async function silence(desk: RetroDesk): Promise<void> {
  await ask(desk, { type: 'request/silence' });
}

/** What anyone may ask for, a guest in the room of another machine too. */
async function ask(desk: RetroDesk, event: RetroEvent): Promise<void> {
  await (desk.guest?.joined ? desk.guest.move(event) : desk.act(event));
}

/** `commonGround.retro.finish`: writes what leaves the room. From an earlier step it goes to the close first, where that is seen. */
export async function finish(desk: RetroDesk): Promise<boolean> {
  const { steps } = desk.require().state;
  const close = steps.at(-1);
  if (close !== undefined && close.status !== 'now') {
    await desk.act({ type: 'step/goTo', step: close.id });
    await desk.resume();
    return false;
  }
  await desk.act({ type: 'retro/finish' });
  return true;
}

/** `commonGround.retro.discard {sure?}`: asks, if it is not said. Answers whether it is gone. */
export async function discard(desk: RetroDesk, argument: unknown): Promise<boolean> {
  const { sure } = readArgument(discardArgument, argument ?? {});
  const title = desk.current?.state.title ?? desk.savedTitle;
  if (title === undefined) {
    desk.require();
    return false;
  }
  const yes = vscode.l10n.t('Discard It');
  const question = vscode.l10n.t(
    'Discard “{0}”? Everything that was said in it is gone, and nothing is written.',
    title,
  );
  if (!sure && (await vscode.window.showWarningMessage(question, { modal: true }, yes)) !== yes) {
    return false;
  }
  await desk.discard();
  return true;
}

/** `commonGround.retro.resume`: to the front, or up again where a reload interrupted it. */
export async function resume(desk: RetroDesk): Promise<void> {
  if (!(await desk.resume())) {
    throw new UserError('retro/none', vscode.l10n.t('No retro is in progress. You can start one.'));
  }
}
