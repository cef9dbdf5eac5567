import type { Rule } from '../rule.js';
import { sources } from './sources.js';

const why = 'Sarcasm says that there is a problem, and whose, but not what it is. The plain problem can be solved.';
const rewrite = [
  { label: 'State the problem', text: '<Which part> now <what it does>, and I expected <what>.' },
  { label: 'Ask for what you need', text: 'Could we <what would help>? It would <what it gives>.' },
];

/** Praise that means its opposite. */
export const sarcasmRules: readonly Rule[] = [
  {
    id: 'sarcasm/mock-praise',
    level: 'default',
    match: [
      '{nice|great|good|awesome|amazing|excellent|brilliant|fantastic|wonderful|impressive|lovely} {job|work|going|way|one|idea} %adv* {to|in|by|with|at|on|of|}  %hardHarm/%neglect/%abuse/&delete/&drop/&remove/&lose/&leak/&kill/&wipe/wasting/making/hiding/blocking/alienating/driving/pissing',
      '{congrats|congratulations|bravo|kudos|well done|way to go|good job|thanks} , {for|on|to you|}  %hardHarm/%neglect/%abuse/wasting/nothing/making/insulting/deleting/losing/breaking/closing/banning',
      '{outdid|outdone} {themselves|yourself|yourselves|himself|herself}',
      '{thanks|thank you|thx} for {nothing|wasting|ignoring|not|the downvote|downvoting|your useless|your worthless|your so called|proving|the condescension|the lecture|the insult|the attitude|closing|breaking|ruining|banning|the personal} ',
      '{good|best of} luck with {that|your|this} {attitude|mindset|mentality|then|,|dude|!|approach|project|whatever}?',
      '^ {wow|oh|ah|yeah} , {what a|such} %praise',
      '^ {great|nice|awesome|cool|brilliant|amazing|wonderful|fantastic|lovely|beautiful} {strategy|attitude|logic|argument|excuse|attitude|manners|community|behavior|behaviour|customer|personality} ,',
      'what a %adv* %praise {strategy|attitude|way|response|excuse|argument|support|community|welcome|team|company|maintainer|person|person}',
      '{how|so|very} {convenient|mature|professional|helpful|nice|kind|classy|productive|constructive|clever|original} of you/them/him/%org',
      '^ {how|so|very|real|really} {mature|classy|professional|convenient} $',
      '{must be nice|no shit|no shit sherlock|sherlock|einstein|captain obvious|thanks captain}',
      '^ oh , so you/they ... but/completely/ignore/now',
      '^ {oh|ah} , {i see|so|right|sure} , so? you/they {think|want|are|just|can|expect}',
    ],
    unless: ['great work fixing', '&fix', 'nice job on', 'no idea how you', 'thanks for not breaking', 'well done on', 'thanks for breaking {it|this|these|them|that|the change|the patch|up}', 'thanks for making', 'thanks for closing', 'thanks for ignoring the noise', 'thanks for removing', 'thanks for deleting', 'thanks for proving', 'nice way to drop', 'good way to {drop|remove|delete|lose|break}', 'good idea to {drop|remove|delete|break|ignore|skip}', 'great way to', 'nice way to {remove|break|ignore|skip}', 'thanks for not', 'good idea {to|on} making', '{good|nice|great} {idea|one|job|work|way} {in|by|with|at|on|of|}  making', 'if you are not', 'breaking it', 'breaking this', 'breaking up', 'breaking the patch', 'breaking these', 'for breaking', 'on deleting dead', 'deleting dead', 'deleting the dead', 'good luck with your project $', 'good luck with this project', 'thank you for not', 'thank you for closing'],
    message: 'May read as blame: praise that means its opposite.',
    why,
    source: sources.thoughtbot,
    evidence: 'praise for a defect or a slight',
    rewrite,
    flags: ['Nice job breaking the build.', 'Great work deleting the tests.', 'Thanks for nothing.', 'Whoever wrote this outdid themselves.', 'How convenient of you.'],
    passes: ['Nice job on the tests!', 'Great work fixing the break.', 'Thanks for breaking it into two commits.', 'Good luck with the release!', 'Nice: dropping the lock helps.'],
  },
  {
    id: 'sarcasm/imagine',
    level: 'default',
    match: [
      '^ imagine {thinking|being|trying|having|believing|using|needing|caring|getting|wanting|complaining|calling|spending|paying|not}',
      '{you|they|he|she} must {love|enjoy|hate} %adv* {being|wasting|making|breaking|people|users}',
      '{some people|some of us|some folks|certain people} {have|actually|do not|can not|still|just|here|like|never|should|need|think|are|prefer|seem|might|clearly} %adv* {work|jobs|job|lives|life|have|do not|read|understand|never|not|care|test|think|learn|lazy|too|entitled|actual|to learn|to grow}',
      '{too|so} busy {with|to|doing|being|making|playing|virtue|promoting|playing}  .. to {fix|answer|care|read|reply|help|listen|test}',
      '{live|living} in {your|their|a|his} {bubble|own world|fantasy|basement|mother|dream|parallel}',
      '{you|they} are {so|too} {busy|important|special|good} {for|to}',
      '{your|their|his} {majesty|highness|lordship|infinite wisdom|so called|so-called|precious|little|pathetic|stupid|fucking|bullshit|silly|dumb|ridiculous|shitty|crappy|mythical|petty|idiotic|lame} %adv* _',
      '{in|with} {your|their|his|her} infinite wisdom',
      'so much for {open|community|support|being|respect|the|your|customer|stability|quality}',
      'good thing you {are not|did not|never}',
      '{is|are} {your|their} %adv* {brain|brains|eyes|ears}',
    ],
    unless: ['some people do not have', 'some people do not use', 'some people prefer', 'some people like', 'your little', 'so much for the', 'your stupid $', 'imagine having a', 'imagine being able', 'imagine using', '^ imagine having', 'their own', 'some people still use', 'some people might not', 'some people may', 'some people think', 'your dumb question', 'some people just'],
    message: 'May read as blame: it mocks rather than says what is wrong.',
    why,
    source: sources.thoughtbot,
    evidence: 'mockery of a person',
    rewrite,
    flags: ['Imagine thinking that this is fine.', 'They decided so in their infinite wisdom.', 'You must love wasting our time.', 'Keep your pathetic excuses.', 'Some people actually have work to do.'],
    passes: ['Imagine a list of ten items.', 'Imagine having two clients here.', 'Some people prefer tabs.', 'So much for the theory, now the code.', 'They must love the new icons!'],
  },
];
