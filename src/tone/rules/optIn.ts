import type { Rule } from './rule.js';
import { sources } from './sources.js';

/** Words that make a thing sound small. */
export const minimiserRules: readonly Rule[] = [
  {
    id: 'minimiser/just',
    level: 'opt-in',
    match: [
      '^ {just|simply} =rest #Infinitive =/rest',
      '^ {obviously|trivially|clearly|of course|needless to say|as everyone knows} , =rest _ =/rest',
      '{everyone|everybody} knows',
      '{any|every} {competent|decent|serious|sane|real|good|experienced|half-decent|self-respecting} {dev|developer|programmer|engineer|coder|person|reviewer}',
      'you {just|simply} {have to|need to|need|should|must} _',
    ],
    unless: ['just in case', 'just in time'],
    message: 'May read as belittling: the word makes the task sound small.',
    why: 'What is obvious to one is not to another; the word tells the other that it should be. The reason helps more.',
    source: sources.thoughtbot,
    evidence: 'a word that belittles the task',
    rewrite: [{ label: 'Leave the word out', text: '{Rest}', scope: 'match' }],
    flags: [
      'Obviously this leaks.',
      'Just use a mutex.',
      'Simply rewrite it.',
      "Everyone knows you don't do that.",
      'Any competent dev would see it.',
    ],
    passes: [
      'I just pushed a fix.',
      'Just in case, I added a test.',
      "It's just a nit.",
      'A non-obvious invariant.',
      'The simply typed lambda calculus.',
    ],
  },
];

/** Contempt for code. */
export const harshCodeRules: readonly Rule[] = [
  {
    id: 'harsh-code/verdict',
    level: 'opt-in',
    match: [
      '{this|that|it|code|api|function|design|patch|test|change|name|which|there|everything|all|these|those|they|interface|implementation|file|line|comment|approach} %adv* is/are/was/were/looks/look/seems/feels/smells %adv* like? a? %adv* %trash/%trashy',
      '{make|makes|made|making} %adv* {no|zero|absolutely no} %adv* sense $',
      '{make|makes} no sense {at all|whatsoever}',
      '%adv %trashy',
      '{what|such} a %adv* %trash/%trashy',
      '%trashy {hack|code|api|name|mess|design|workaround|interface|test|patch|hacks|wrapper|script|function|solution|syntax}',
      '{this|the|api|code|it|that|_} %adv* sucks',
      'piece of %trash/%swear',
    ],
    unless: ['to me', 'silly question', 'not %adv* %trashy', 'that is perfect', 'broken'],
    message: 'May read as harsh: it scolds the code without saying what is wrong.',
    why: 'Someone wrote it. The reason why it is hard to read or to use, with another way to do it, helps more than a verdict.',
    source: sources.incivility,
    evidence: 'a verdict on the code',
    rewrite: [
      { label: 'Give the reason', text: '<Which part> is hard to follow because <reason>; what about <alternative>?' },
    ],
    flags: [
      'This is garbage.',
      'This looks like an ugly hack.',
      'This makes no sense.',
      'The API just sucks!',
      'What a mess.',
    ],
    passes: [
      'Garbage collected.',
      'This makes no sense to me, can you explain?',
      'A dummy value is fine.',
      'Nuke the cache.',
      'The evil-mode bindings are on.',
    ],
  },
];

/** "Your code": ownership of what belongs to all. */
export const ownershipRules: readonly Rule[] = [
  {
    id: 'ownership/your-code',
    level: 'opt-in',
    match: [
      'your =rest %adv* {code|function|class|module|bug|mess|test|tests|commit|change|implementation|script|query|logic|design|hack|method|algorithm} %adv* {is|are|does|do|has|leaks|fails|breaks|crashes|again|sucks|looks|needs|makes|will|ignores|lacks|misses} =/rest',
      '{fix|clean up|debug|rewrite|delete|test|finish} your %adv* {code|function|class|module|bug|mess|test|tests|commit|change|implementation|script|query|logic|bugs|stuff}',
      'not my {code|problem|job|bug|fault|department}',
    ],
    unless: [
      'looks %adv* {good|great|nice|fine|right|correct|ok|solid|clean}',
      '{is|are} %adv* {good|great|nice|fine|right|correct|clean|perfect}',
      'thanks',
    ],
    message: 'May read as blame: "your code" ties the defect to a person.',
    why: 'In a review the code belongs to all. "This function" says the same and leaves the person out.',
    source: sources.thoughtbot,
    evidence: "a defect as someone's own",
    rewrite: [
      { label: 'Speak of the code', text: 'The {rest}', scope: 'match' },
      { label: 'Speak of the code', text: 'This <function or test> <what it does>; I expected <what>.' },
    ],
    flags: [
      'Your code is wrong.',
      'Your function leaks.',
      'Fix your bug.',
      'Not my code, not my problem.',
      'Your mess again.',
    ],
    passes: [
      'Your PR looks good!',
      'Run it on your machine.',
      'Thanks for your review.',
      'It depends on your browser.',
      'In your .bashrc set PATH.',
    ],
  },
];
