import type { Rule } from './rule.js';
import { sources } from './sources.js';

/** "You made me feel": another person as the cause of a feeling. */
export const feelCauseRules: readonly Rule[] = [
  {
    id: 'feel-cause/you-made-me-feel',
    level: 'default',
    match: [
      'you/they are %adv* making me/us/everyone/people/others feel/look %adv* %hurt/%appear/%pseudo',
      'you/they/he/she %adv* &make me/us/everyone/everybody/people/others/them/newcomers/contributors %adv* &feel/look/seem/sound %adv* %hurt/%appear/%pseudo',
      'you/they/he/she %adv* &make me/us/everyone/people %adv* %hurt',
      'you/they/he/she/@person %adv* &make {the whole team|the team|our team|my team|the company|the project|our customers} %adv* &feel/look/seem %adv* %hurt/%appear/%pseudo',
      'your/their _ _? %adv* &make me/us/everyone/people/others &feel/look/seem %adv* %hurt/%appear/%pseudo',
      '{this team|the team|this project|this community|this company|management|%org} %adv* &make me/us/everyone/people/others feel %adv* %hurt/%pseudo',
      '{you|your _ _?|they} %adv* &leave me/us feeling %adv* %hurt/%pseudo',
    ],
    unless: ['make me feel better', 'make us feel safe', 'made me smile'],
    message: 'May read as blame: it makes someone the cause of a feeling.',
    why: "A feeling told as someone's doing starts a quarrel about guilt. Told with the event and the need behind it, it can be answered.",
    source: sources.nvc,
    evidence: 'a person as the cause of a painful feeling',
    rewrite: [
      {
        label: 'Say what you felt and when',
        text: 'I felt <feeling> when <what happened>. Could we <what would help>?',
      },
      {
        label: 'Say what you need',
        text: 'When <what happened>, I needed <what you needed>. Could we <what would help>?',
      },
    ],
    flags: [
      'You made me feel useless in the planning.',
      'you make everyone feel dumb',
      'Your remark made me look incompetent.',
      'This team makes me feel unwanted.',
      "You're making us feel guilty about the delay.",
    ],
    passes: [
      'You made my week!',
      'The new layout makes it feel faster.',
      'Your talk made me feel welcome.',
      'This makes me think the lock is gone.',
      'That made us feel confident about the release.',
    ],
  },
];

const pseudoRewrites = [
  {
    label: 'Say the feeling itself',
    text: "I'm <worried or hurt> because <what matters to you>. When <what happened>, I needed <what would help>.",
  },
  { label: 'Ask for what you need', text: 'When <what happened>, I felt <feeling>. Would you <what would help>?' },
];

/** A verdict in the clothes of a feeling: attacked, ignored, manipulated. */
export const pseudoRules: readonly Rule[] = [
  {
    id: 'pseudo/feel-verdict-by',
    level: 'gentle',
    match: [
      'i/we &feel/am/are/was/were %adv* %pseudo by/into',
      'i/we &feel %adv* %pseudo in/here $',
      'i/we &feel %adv* %pseudo $',
      'i/we &feel %adv* %pseudo {in|during|at} {this|these|our|your|the} _ $',
    ],
    ungated: ['first-person'],
    unless: ['%pseudo by the', '%pseudo by a', '%pseudo by an', 'not feel'],
    message: 'May read as blame: this feeling word says what others did, rather than what you feel.',
    why: 'Words like "attacked" or "ignored" tell what someone else is thought to have done; who hears them defends. The feeling under it (hurt, worried, tired) and the need are heard more easily.',
    source: sources.fauxFeelings,
    evidence: 'a feeling word that is a verdict on others',
    rewrite: pseudoRewrites,
    flags: [
      'I feel attacked by this thread.',
      'I felt ignored by you.',
      'I felt manipulated into approving.',
      'We feel disrespected by your comments.',
      'I feel betrayed.',
    ],
    passes: [
      'I felt overlooked when nobody replied to my proposal.',
      'I feel tired when the pager goes off.',
      'The event is ignored by the listener.',
      'I was rejected by the merge bot.',
      'We are not blocked by this.',
    ],
  },
  {
    id: 'pseudo/feel-like-you',
    level: 'default',
    match: [
      'i/we &feel/felt like/that/as you/they/he/she %adv* {do not|did not|are not|never|always|have no|want to|want me|only want|hate}',
      'i/we &feel/felt like/that you are %adv* %verdictTrait/%abuse:ing/%neglect:ing/%nuisance:ing/trying',
      'i/we &have the feeling/impression that? you/they %adv* {do not|did not|are not|never|have no}',
      'i &have the feeling/impression that? you/they %adv* have not %adv* read/looked/tried/tested',
    ],
    ungated: ['first-person'],
    unless: [
      'you do not need',
      'you do not have to',
      'you never need',
      'they do not need',
      'do not belong',
      'are not needed',
      'are not necessary',
      'they are not',
    ],
    message: 'May read as blame: "I feel like you …" tells what you think of someone, not what you feel.',
    why: 'After "I feel like you" comes a judgement, and it is heard as one. What you saw, and what it did to you, leaves room for an answer.',
    source: sources.fauxFeelings,
    evidence: 'a judgement of a person told as a feeling',
    rewrite: pseudoRewrites,
    flags: [
      "I feel like you don't care.",
      'I feel that you never read my reviews.',
      'I have the impression you did not look at the patch.',
      'We feel like they only want praise.',
      'I feel like you are not helping anyone.',
    ],
    passes: [
      'I feel like you could split this.',
      'I feel this should be internal.',
      'I feel that you have a point.',
      'I feel like they are not needed here.',
      'I have the feeling that it is slower now.',
    ],
  },
];
