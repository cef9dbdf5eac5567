import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `feel-cause`. */
export const feelCauseRules: readonly Rule[] = [
  {
    id: 'feel-cause/you-made-me-feel',
    level: 'default',
    match: [
      'you/they/he/she %adv* &make me/us/everyone/everybody/people/others/them/newcomers/contributors %adv* &feel/look/seem/sound %adv* %hurt/%appear/%pseudo',
      'your/their _ _? %adv* &make me/us/everyone/people/others &feel/look/seem %adv* %hurt/%appear/%pseudo',
    ],
    unless: ['make me feel better', 'make us feel safe', 'made me smile'],
    message: 'May read as blame: it makes someone the cause of a feeling.',
    why: "A feeling told as someone's doing starts a quarrel about guilt. Told with the event and the need behind it, it can be answered.",
    source: sources.nvc,
    evidence: 'a person as the cause of a painful feeling',
    rewrite: [
      {
        label: 'Say what you felt and when',
        text: 'I felt [feeling?] when [what happened?]. Could we [what would help?]?',
      },
      {
        label: 'Say what you need',
        text: 'When [what happened?], I needed [what you needed?]. Could we [what would help?]?',
      },
    ],
  },
];
