import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const rewrite = [
  {
    label: 'Say the feeling itself',
    text: "I'm [worried or hurt?] because [what matters to you?]. When [what happened?], I needed [what would help?].",
  },
  { label: 'Ask for what you need', text: 'When [what happened?], I felt [feeling?]. Would you [what would help?]?' },
];

/** Rules of the family `pseudo`. */
export const pseudoRules: readonly Rule[] = [
  {
    id: 'pseudo/feel-verdict-by',
    level: 'gentle',
    match: ['i/we &feel/am/are/was/were %adv* %pseudo by/into', 'i/we &feel %adv* %pseudo $'],
    unless: ['%pseudo by the', '%pseudo by a', '%pseudo by an', 'not feel'],
    ungated: ['first-person'],
    message: 'May read as blame: this feeling word says what others did, rather than what you feel.',
    why: 'Words like "attacked" or "ignored" tell what someone else is thought to have done; who hears them defends. The feeling under it (hurt, worried, tired) and the need are heard more easily.',
    source: sources.fauxFeelings,
    evidence: 'a feeling word that is a verdict on others',
    rewrite: rewrite,
  },
  {
    id: 'pseudo/feel-like-you',
    level: 'default',
    match: [
      'i/we &feel/felt like/that/as you/they/he/she %adv* {do not|did not|are not|never|always|have no|want to|want me|only want|hate}',
    ],
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
    ungated: ['first-person'],
    message: 'May read as blame: "I feel like you …" tells what you think of someone, not what you feel.',
    why: 'After "I feel like you" comes a judgement, and it is heard as one. What you saw, and what it did to you, leaves room for an answer.',
    source: sources.fauxFeelings,
    evidence: 'a judgement of a person told as a feeling',
    rewrite: rewrite,
  },
];
