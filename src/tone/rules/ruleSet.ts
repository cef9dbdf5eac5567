import { absoluteRules } from './families/absolute.js';
import { blameToolRules } from './families/blameTool.js';
import { counterfactualRules } from './families/counterfactual.js';
import { evenTestRules } from './families/evenTest.js';
import { faultRules } from './families/fault.js';
import { feelCauseRules } from './families/feelCause.js';
import { groupRules } from './families/group.js';
import { harshCodeRules } from './families/harshCode.js';
import { hostileQRules } from './families/hostileQ.js';
import { intentRules } from './families/intent.js';
import { minimiserRules } from './families/minimiser.js';
import { namedCauseRules } from './families/namedCause.js';
import { notGettingItRules } from './families/notGettingIt.js';
import { ownershipRules } from './families/ownership.js';
import { pseudoRules } from './families/pseudo.js';
import { quarrelRules } from './families/quarrel.js';
import { repeatRules } from './families/repeat.js';
import { sarcasmRules } from './families/sarcasm.js';
import { stopRules } from './families/stop.js';
import { thirdPartyRules } from './families/thirdParty.js';
import { threatRules } from './families/threat.js';
import { tonePoliceRules } from './families/tonePolice.js';
import { traitRules } from './families/trait.js';
import { whyYouRules } from './families/whyYou.js';
import { youBrokeRules } from './families/youBroke.js';
import type { Rule } from './rule.js';

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
  hostileQRules,
  thirdPartyRules,
  harshCodeRules,
  tonePoliceRules,
  blameToolRules,
  ownershipRules,
  quarrelRules,
]);
