import type { StepKind, StepPlan } from '../retro/model.js';
import { t } from './text.js';

/** The name of a step: the template's own, or that of its kind. */
export function stepName(step: Pick<StepPlan, 'kind' | 'title'>): string {
  return step.title ?? kindName(step.kind);
}

function kindName(kind: StepKind): string {
  switch (kind) {
    case 'arrive':
      return t('Arrive');
    case 'promises':
      return t('Promises');
    case 'norms':
      return t('Norms');
    case 'write':
      return t('Write');
    case 'reveal':
      return t('Reveal');
    case 'circle':
      return t('Circle');
    case 'group':
      return t('Group');
    case 'vote':
      return t('Vote');
    case 'talk':
      return t('Talk');
    case 'commit':
      return t('Commit');
    case 'close':
      return t('Close');
  }
}
