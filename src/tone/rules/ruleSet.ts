import type { Rule } from './rule.js';
import { absoluteRules } from './absolute.js';
import { belittlingRules } from './belittling.js';
import { burdenRules } from './burden.js';
import { conductRules } from './conduct.js';
import { counterfactualRules } from './counterfactual.js';
import { dismissalRules } from './dismissal.js';
import { faultRules, namedCauseRules, youBrokeRules } from './fault.js';
import { feelCauseRules, pseudoRules } from './feeling.js';
import { groupRules } from './group.js';
import { intentRules } from './intent.js';
import { actRules, lapseRules } from './lapse.js';
import { mockeryRules } from './mockery.js';
import { motiveRules } from './motive.js';
import { harshCodeRules, minimiserRules, ownershipRules } from './optIn.js';
import { repeatRules, stopRules, threatRules } from './pressure.js';
import { quarrelRules } from './quarrel.js';
import { evenTestRules, hostileQuestionRules, whyYouRules } from './question.js';
import { reproachRules } from './reproach.js';
import { retortRules } from './retort.js';
import { sarcasmRules } from './sarcasm.js';
import { standingRules } from './standing.js';
import { blameToolRules, thirdPartyRules } from './thirdParty.js';
import { tonePoliceRules } from './tonePolice.js';
import { traitRules } from './trait.js';
import { ultimatumRules } from './ultimatum.js';
import { notGettingItRules } from './understanding.js';

/**
 * Puts the families together.
 * @throws Error when an id is used twice or is not `family/name`.
 */
export function buildRuleSet(families: readonly (readonly Rule[])[]): readonly Rule[] {
  const rules = families.flat();
  const seen = new Set<string>();
  for (const rule of rules) {
    if (!/^[a-z-]+\/[a-z-]+$/.test(rule.id)) {
      throw new Error(`A rule's id is family/name in lower case, not ${rule.id}`);
    }
    if (seen.has(rule.id)) {
      throw new Error(`Two rules are called ${rule.id}`);
    }
    seen.add(rule.id);
  }
  return rules;
}

/** Every rule there is, in the order of the families. */
export const ruleSet = buildRuleSet([
  feelCauseRules,
  pseudoRules,
  absoluteRules,
  counterfactualRules,
  whyYouRules,
  evenTestRules,
  intentRules,
  traitRules,
  faultRules,
  youBrokeRules,
  namedCauseRules,
  groupRules,
  notGettingItRules,
  minimiserRules,
  sarcasmRules,
  repeatRules,
  threatRules,
  stopRules,
  hostileQuestionRules,
  thirdPartyRules,
  harshCodeRules,
  tonePoliceRules,
  blameToolRules,
  ownershipRules,
  lapseRules,
  actRules,
  burdenRules,
  reproachRules,
  motiveRules,
  mockeryRules,
  belittlingRules,
  dismissalRules,
  standingRules,
  conductRules,
  retortRules,
  ultimatumRules,
  quarrelRules,
]);
