import type { Rule } from '../rule.js';
import { sources } from '../sources.js';


/** Rules of the family `threat`. */
export const threatRules: readonly Rule[] = [
  {
    id: 'threat/or-else',
    level: 'default',
    match: [
      '^ =ask !i/you/we/they/it/if/he/she/do .. =/ask or , i/we {will|am going to|are going to|shall} %adv* %sanction:base',
      'not welcome here',
      '{last|final} warning $',
      '{this is} {your|the|my} {last|final|only} {warning|chance}',
      'you {will|are going to|would|are gonna} %adv* {regret this|regret that|pay for|be sorry|get banned|be banned|be blocked|get blocked|be permanently|be fired|get fired|be reported|hear from}',
    ],
    unless: ['closing this', 'i am closing', 'we are closing', '{i|we} {am|are} {blocking|reporting|locking|muting} {the|it|on|this} mutex', 'do not expect {any|anything} {to|else|from this|here}', 'i am blocking', 'we are blocking', 'we can stop the', 'we can close {the|this|it}', 'we can end', 'you are done with', 'i will block on', 'drop the', 'revert this {commit|patch|change|for|and|in|if|once|when}', 'or i will drop it', 'or i will remove', 'and i will {revert|drop|remove|delete|close|lock|report|stop|mute|leave|reject}', 'and we will {revert|drop|remove|delete|close|lock|report|stop|leave|fork}', 'or we will {drop|remove|delete|close|stop|leave|fork}', 'or we would {drop|remove|delete|stop|lock|close}', 'or i would', 'and i would', 'and we would', 'you are done $', 'otherwise i would', 'otherwise we would', 'otherwise we will {drop|remove|delete|close|lock|leave|stop|block}', 'once you are done', 'when you are done', 'if you are done', 'do this again {in|for|when|here|with}'],
    ungated: ['hypothetical', 'first-person'],
    message: 'May read as blame: it threatens.',
    why: 'A threat moves people to defend or to leave. What you need, by when and why, gives them something to say yes to.',
    source: sources.incivility,
    evidence: 'a threat',
    rewrite: [{ label: 'Ask for it with a date', text: 'Could we {ask} by <when>? It matters because <reason>.' }, { label: 'Say what you need by when', text: "I'd like <what> by <when>; otherwise I propose <what>, because <reason>." }, { label: 'Ask for it', text: 'Could we <what would help> by <when>? It matters because <reason>.' }],
  },
  {
    id: 'threat/next-time',
    level: 'default',
    match: [
      '{next time|one more|again and|another} .. {it is|is|will be|you are|you get|and you|you will be} {a|an|get|be}? {ban|banned|block|blocked|reported|report|kicked|removed|out|muted|suspended|permanent}',
      'you {were|have been|had been} %adv* warned',
      '{i|we} {will|shall|may|might|would|am going to|are going to|have to|will have to|need to|must|am forced to} %adv* {have to}? {ban|block|report|mute|kick|sue|fire} {you|him|her|them|your|@person}',
    ],
    unless: ['{ip|address|addresses|client|clients|account|accounts|firewall|server|request|requests|bot|bots|rate|domain|key|host}', 'i {was|got|have been|am}', 'to get removed from', '{gets|get|be} removed {from|by|if|for} {the|a|this|cache|list}', '{it|this|that|line|file|they} {will|should|would|must|need to|could} be {removed|blocked}'],
    ungated: ['hypothetical', 'negated', 'first-person'],
    message: 'May read as a threat, and so as blame.',
    why: 'A threat ends the talk about the matter. What you need, by when, and what follows from it, can be agreed on.',
    source: sources.incivility,
    evidence: 'a threat',
    rewrite: [{ label: 'Say what you need', text: 'I need <what> by <when>, because <reason>. Can we agree on that?' }, { label: 'Name the rule', text: '<Which rule> asks for <what>. Could we <what would help>?' }],
  },
];
