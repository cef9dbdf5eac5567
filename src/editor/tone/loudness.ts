import type { Finding } from '../../tone/finding.js';
import { familyOf } from '../../tone/sentenceContext.js';

/** Families that accuse outright. Everything else on the default level is told more quietly. */
const accusing = new Set([
  'feel-cause',
  'absolute',
  'even-test',
  'intent',
  'trait',
  'fault',
  'named-cause',
  'group',
  'not-getting-it',
  'threat',
  'stop',
  'hostile-q',
]);

/** How loud a finding is told, by the names of VS Code's severities: hints stay out of the Problems view. */
export function loudnessOf({ rule, level, modelOnly, sure }: Finding): 'Warning' | 'Information' | 'Hint' {
  if (level !== 'default' || (modelOnly === true && sure !== true)) {
    return 'Hint';
  }
  return modelOnly !== true && accusing.has(familyOf(rule)) ? 'Warning' : 'Information';
}
