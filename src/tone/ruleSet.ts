import type { Rule } from './rule.js';
import { absoluteRules } from './rules/absolute.js';
import { belittlingRules } from './rules/belittling.js';
import { burdenRules } from './rules/burden.js';
import { conductRules } from './rules/conduct.js';
import { counterfactualRules } from './rules/counterfactual.js';
import { dismissalRules } from './rules/dismissal.js';
import { faultRules, namedCauseRules, youBrokeRules } from './rules/fault.js';
import { feelCauseRules, pseudoRules } from './rules/feeling.js';
import { groupRules } from './rules/group.js';
import { intentRules } from './rules/intent.js';
import { actRules, lapseRules } from './rules/lapse.js';
import { mockeryRules } from './rules/mockery.js';
import { motiveRules } from './rules/motive.js';
import { harshCodeRules, minimiserRules, ownershipRules } from './rules/optIn.js';
import { repeatRules, stopRules, threatRules } from './rules/pressure.js';
import { quarrelRules } from './rules/quarrel.js';
import { evenTestRules, hostileQuestionRules, whyYouRules } from './rules/question.js';
import { reproachRules } from './rules/reproach.js';
import { retortRules } from './rules/retort.js';
import { sarcasmRules } from './rules/sarcasm.js';
import { standingRules } from './rules/standing.js';
import { blameToolRules, thirdPartyRules } from './rules/thirdParty.js';
import { tonePoliceRules } from './rules/tonePolice.js';
import { traitRules } from './rules/trait.js';
import { ultimatumRules } from './rules/ultimatum.js';
import { notGettingItRules } from './rules/understanding.js';

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
