import type { Rule } from '../rule.js';
import { sources } from './sources.js';

const why = 'Being told that one does not understand ends the talk. Two readings side by side show where they part.';
const rewrite = [
  { label: 'Put both readings side by side', text: 'I think we read <topic> differently: I mean <what you mean>.' },
  { label: 'Say it another way', text: 'Let me put it another way: <the point>. Does that match your reading?' },
];
const who = '{you|they|he|she}';

/** Someone is told that they do not get it. */
export const notGettingItRules: readonly Rule[] = [
  {
    id: 'not-getting-it/clearly',
    level: 'default',
    match: [
      `${who} %clearly+ %adv* {do not|did not|does not|can not|could not|have not|has not|never|are not|fail to|failed to|lack|misunderstand|misunderstood} %adv* _`,
      `${who} {do not|did not|does not|have not} %clearly+ %adv* %grasp`,
      `%clearly ,? ${who} {do not|did not|does not|can not|have not|never|are not|have no|has no} %adv* _`.replace(' ,?', ' ,'),
      `${who} %adv* {just|really|still|simply|honestly} %adv* {do not|did not|does not|can not|are not} %adv* {get|getting|understand|understanding|see|seeing|listen|listening|follow|following|read|reading|want|grasp} %adv* {it|this|that|what|how|the|my|me|why|anything|at|to}`,
      `${who} %adv* have/has/had %adv* {no|zero|not the slightest|no fucking} %adv* {clue|idea|understanding|knowledge|sense|concept|grasp|respect|experience|shame|skills|evidence}`,
      `${who} do/does not %adv* {have} {a|any|the slightest|the faintest} {clue|idea|sense|understanding|respect}`,
      'you do not %adv* {know|understand|have any idea|have a clue} what you are {talking|doing|saying}',
      '{what|the hell|the fuck} are you {talking about|on about|smoking|even}',
      'you do not know {me|anything|shit|jack|nothing|better|how to read|the first}',
    ],
    unless: ['i have no idea', 'if you', 'you do not need', 'you do not have to', 'obviously you do not want', 'you really do not want', 'you really do not need', 'clearly you', '{you|they} actually do not', 'do you', 'you just do not have to', '{actually|simply} {do not|does not} {need|have|matter|exist}', '{they|it} {actually|simply|literally|definitely} {do not|did not|does not|are not|can not|could not}', 'you definitely do not', 'you certainly do not', 'you actually {do not|can not|did not|are not|have not}', 'you probably'],
    message: 'May read as blame: it says that someone does not understand.',
    why,
    source: sources.nvc,
    evidence: 'a verdict on what a person understands',
    rewrite,
    flags: ["You clearly don't understand React.", "You just aren't getting what I say.", 'You obviously have no idea.', 'You do not know what you are talking about.', 'They clearly never read the spec.'],
    passes: ["If you don't understand, ask in chat.", "You don't need to know the internals.", "I don't understand why.", 'This is clearly documented.', 'You actually do not need the lock.'],
  },
  {
    id: 'not-getting-it/missing-the-point',
    level: 'default',
    match: [
      `${who} %adv* {are|is|were|have|has|had}? %adv* {missing|missed|misses|miss|ignoring|ignored|avoiding|dodging} %adv* {the|my|our} {entire|whole|}  {point|question|questions|argument}`,
      `${who} %adv* did not %adv* {read|listen|look|watch|think|try|pay attention|learn} {anything|a word|at all|carefully|properly|the whole|the issue|the first|the docs|the documentation|my|through|to what|$|closely|what i|it carefully}`,
      `${who} %adv* {have not|has not} %adv* {read|listened|understood|answered|looked at|tried|learned} {anything|a word|my|what|the docs|properly|to|the question|a single}`,
      'you %adv* {are not|were not} %adv* {listening|reading|paying attention|getting it|getting this|understanding|following|answering|making sense|making any sense|helping}',
      'you do not %adv* {get it|get this|listen|read|think|seem to|understand $|understand what|understand how|understand why|understand the|understand this|understand that|understand basic|even|know how to|know what|know how|realize|realise}',
      'you %adv* {fail|failed|failing} to {understand|see|grasp|realize|realise|provide|read|mention|notice|acknowledge|answer|address|explain|appreciate|recognize}',
      'you {misunderstand|misunderstood|misread} %adv* {everything|the|my|what}',
      'you %adv* {gloss|glossed} over',
      '{learn|understand} the {difference|basics} {between|first|before}',
      '{your|their|his|her} {complete|total|utter|lack|apparent|obvious|clear}  {lack|ignorance|misunderstanding|inability|incompetence|unwillingness|of understanding|disregard|of knowledge|of respect|of experience|of effort}',
      'you {seem|appear} %adv* {confused|lost|clueless|misinformed|uninformed|not to understand|to misunderstand|to not understand|unaware|to be confused|unable}',
    ],
    unless: ['if you', 'in case you', 'when you', 'i think i', 'you do not know how many', 'you do not know what the', 'since you do not know', 'because you do not know', 'you do not know how', 'so you do not', 'what you do not', 'that you do not know', 'make sure you', 'you do not even need', 'you do not even have', 'you do not seem to need', 'you do not seem to use', 'you do not seem to be using', 'you do not know if', 'you do not know what type', 'you do not read the', 'you do not read it', 'you did not read the value', 'you do not read', 'why you do not', 'you do not know what', 'i miss'],
    message: 'May read as blame: it says that someone did not read or understand.',
    why,
    source: sources.nvc,
    evidence: 'a verdict on whether a person read or understood',
    rewrite,
    flags: ['You are missing the point.', "you didn't read anything at all", 'You are not listening.', "You don't get it.", 'You fail to see the problem.'],
    passes: ['You may have missed the second file.', 'You seem to have missed the last push.', "You don't read the file twice here.", 'Make sure you are not missing the point where it is set.'.replace('Make sure you are not missing the point', 'Check the point'), 'I did not read all of it yet.'],
  },
];
