import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `blame-tool`. */
export const blameToolRules: readonly Rule[] = [
  {
    id: 'blame-tool/pointing',
    level: 'default',
    match: [
      'blame {says|shows|points|tells|told|confirms|proves|reveals|knows|suggests|pointed|showed} .. you/you/@person/them/him/her/your/who',
      '{according to|per|check|checked|see|ran|run|look at|looked at} {the|} git? blame ,... you/@person/your/him/her/culprit',
    ],
    unless: [
      'if you',
      'you can',
      'you will see',
      'you need',
      'will show you',
      'shows you',
      'so you',
      'tells you',
      'would you',
      'could you',
      'to you',
      'you might',
      'you may',
      'you get',
    ],
    message: 'May read as blame: the history is used to point at a person.',
    why: 'The history is there to find the reason for a line, not the one to be ashamed of it.',
    source: sources.sre,
    evidence: 'git blame used to point at someone',
    rewrite: [
      { label: 'Point at the change', text: 'It came in with [which commit?], as part of [which change?].' },
      { label: 'Ask for the reason', text: 'It came in with [which commit?]. What was the reason?' },
    ],
  },
];
