import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const message = 'May read as blame: it judges how someone behaves.';
const why = 'A verdict on how someone behaves is answered with another one. How it reaches you, and what you need, can be heard.';

/** Rules of the family `tone-police`. */
export const tonePoliceRules: readonly Rule[] = [
  {
    id: 'tone-police/your-attitude',
    level: 'default',
    match: [
      'your/their/his/her %adv* %hardConduct',
      'with {this|that|your|such} %adv* {attitude|tone|mindset|mentality|behavior|behaviour}',
      'your {attitude|tone|ego|temper|mindset|mentality|conduct|entitlement}',
      '{change|changing|adjust|watch|mind|work on|improve|lose} your {attitude|tone|language|mindset|ways|behaviour|behavior|mouth}',
      '{that|this|how|very|so} %adv* {mature|immature|childish|classy|unprofessional|pathetic|petty} {of you|$}',
      '{high horse|ivory tower|drama queen|keyboard warrior|prima donna|control freak|echo chamber|power trip|power trips|armchair|peanut gallery|virtue signaling|virtue signalling|social justice|sjw|sjws}',
      '{throwing|having|throw|threw|had|have} {a|your|another|his|this} {tantrum|fit|hissy fit|meltdown|temper tantrum}',
      '{treat|treating|treated|treats} {us|me|people|users|contributors|others|everyone|your users|volunteers} {like|as} _',
    ],
    unless: ['your tone is fine', 'my lack', 'this behavior is', 'ivory tower of', 'sorry', 'control freak of', 'your behavior is correct', 'apologize for', 'thanks for your', 'i like your', 'treats users as', 'treat others as', 'with this behavior', 'with that behavior', 'with this behaviour', 'with that behaviour', 'with your behavior', '{your|their} {comment|comments|answer|reply|response|message|way} {is|was|are} {bad|off}'],
    message: message,
    why: why,
    source: sources.gottman,
    evidence: "a verdict on someone's conduct",
    rewrite: [{ label: 'Say how it reaches you', text: 'I read <which words> as <how it reaches you>. Could we talk?' }, { label: 'Ask for what you need', text: 'To go on with this, I need <what would help>.' }],
  },
  {
    id: 'tone-police/being-so',
    level: 'default',
    match: [
      '{it|that|this|which} is/was/feels/sounds %adv* {rude|condescending|disrespectful|patronizing|childish|immature|unprofessional|arrogant|hypocritical|petty|insulting|abrasive|dickish|uncalled-for|unconstructive|hostile|toxic|dishonest|disingenuous|cowardly|dumbass}',
      '{uncalled for|personal attack|personal attacks|ad hominem|ad-hominem|bad faith|gas lighting|straw man|strawman|move the goalposts|moving the goalposts|goal post|jumping to conclusions|jump to conclusions|butt hurt|thin skin|thicker skin|passive aggressive}',
      '{a|such a|the|your|this} %adv* {lie|lies} {and|,|from|about|that|because|to}',
      'you are being %adv* a? %personTrait',
      '{calm down|chill out|simmer down} $',
      '^ {calm down|chill|relax|settle down|cool down|take it easy|take a deep breath|take a chill pill} {please|guys|man|dude|and|,}',
      '^ {calm down|chill|relax|settle down|cool down} $',
      'you are/were %adv* {overreacting|exaggerating|whining|complaining|ranting|trolling|rambling|nitpicking|bikeshedding|bitching|yelling|shouting|lecturing|spamming|crying|moaning|attacking|insulting|blaming|derailing|wasting|hijacking|grandstanding|gatekeeping|bullying|harassing|polluting|screaming|shilling|spewing|spreading|bashing|deflecting|dodging|arguing|overdramatizing|panicking}',
      'you %adv* {come off|come across|sound|act} as? %adv* {rude|hostile|arrogant|angry|condescending|aggressive|like|defensive|entitled|bitter|mean|smug|dismissive|childish}',
      "{waste|wasting|wasted|wastes|waste of} %adv* {my|our|everyone|everybody|people|others|maintainers|my own|contributors|their|his|developer|a lot of my} %adv* {'s|}  time/energy/effort/life/patience",
      'you {wasted|waste|are wasting|have wasted}',
      '{hijack|hijacking|hijacked|derail|derailing|derailed|pollute|polluting|spam|spamming|flooding|flood|clutter|cluttering} {this|the|our|my|every} %adv* {issue|thread|discussion|pr|conversation|tracker|repo|comments|issue-catalog|mailing|project|issues|inbox|ticket|tickets|list}',
    ],
    unless: ['{perceived|seen|read|taken|interpreted|understood|meant|intended} as', 'strawman', 'straw man argument', 'personal attack vector', 'it would be rude', 'i do not mean', 'i do not want to be', 'not a lie', 'hope this is not', 'not to be rude', 'acting like the', 'this is not helpful', 'not a personal attack', 'without personal', 'do not mean to', '{was|is|am} being rude', 'most useless', 'least useful', 'jump to conclusions', 'not jump', 'passive aggressive mode', 'sounds %adv* aggressive', 'seems %adv* aggressive', 'seems %adv* hostile', 'is %adv* hostile to', 'most stupid', 'lie in', 'lies in', 'the lie', 'lie to the compiler', 'lie about', 'gas lighting', 'i am', 'sorry', 'i do not want to waste', 'wasted my time', 'do not want to waste your time', 'spam filter', 'not waste your', 'hope you', 'relax the', 'to avoid spamming', 'avoid spamming', 'spamming the list', 'without spamming', '{it|this|that|which} {would|will} {spam|flood|pollute|clutter}', 'for polluting', 'for spamming', 'for hijacking', 'for the spam', 'useless comments', 'pointless comments', 'stupid comments', 'silly comments', 'are you', 'save', 'i was', 'will flood', 'not to derail', 'not to hijack', 'to hijack', 'endless comments', 'constant complaints', 'i wasted'],
    message: message,
    why: why,
    source: sources.gottman,
    evidence: "a verdict on someone's conduct",
    rewrite: [{ label: 'Say what it cost', text: 'I spent {cost} on <what>. Could we <what would help>?' }, { label: 'Say how it reaches you', text: 'I read <which words> as <how it reaches you>. Could we talk?' }, { label: 'Ask for what you need', text: 'To go on with this, I need <what would help>.' }],
  },
  {
    id: 'tone-police/doing-that',
    level: 'default',
    match: [
      '^ {calling|telling|dismissing|insulting|attacking|mocking|ridiculing|accusing|blaming|shaming|threatening|ignoring|lecturing|censoring|banning|blocking|locking|deleting|closing|reverting|rejecting|hijacking|spamming|demanding|whining|complaining|ranting|shouting|yelling|swearing|trolling|lying|bragging|assuming|pretending|nitpicking|bumping|pinging|mentioning|tagging|coming|jumping|barging|acting|behaving|talking|speaking|being|pushing|merging|opening|posting|quoting|pointing|putting|twisting|bullying|belittling|playing|resorting|refusing|making|throwing|treating|forcing|going|hiding} ... {is|are} not %adv* {how|the way|what|welcome|acceptable|okay|ok|cool|helpful|constructive|productive|appropriate|fair|nice|professional}',
      '{is|was} %adv* {a|an|such a|quite a} %adv* {rude|condescending|patronizing|patronising|disrespectful|arrogant|mean|hurtful|hostile|childish|petty|unprofessional|dismissive|snarky|passive-aggressive|entitled|insulting|cruel|dishonest|selfish|hypocritical} {thing to|comment|remark|reply|response|answer|attitude|reaction|message|statement}',
      '{cheap shot|low blow|below the belt|out of line|outright lie|blatant lie|bald-faced lie|flat-out lie|barefaced lie|pack of lies|talking to a wall|talking to a brick|hissy fits|witch hunt|mob mentality|herd mentality|bad look for|sorry excuse|poor excuse|lame excuse|lazy excuse|cheap excuse|pathetic excuse|weak excuse}',
      '{your|their|his|her|this} %adv* {behavior|behaviour|conduct|comment|comments|language|tone|post|posts|remarks|attitude|message} ... {violates|violate|violated|is a violation|in violation|against the code|against our code|breach|breaches|crosses|crossed|has no place|have no place|will not be tolerated|are not welcome|is not welcome|not acceptable}',
      '{you|they} can not %adv* expect {me|us|people|everyone|anyone|others|reviewers|the team|the rest} to',
      '^ %adv* {disrespectful|pathetic|shameful|disgraceful|unprofessional|irresponsible|inexcusable} $',
      '{you|they|he|she|@person|both|everyone|the team|whoever|approvers|reviewers} should %adv* be {ashamed|embarrassed}',
    ],
    unless: ['sorry', 'i was', 'i am', 'my %adv* {comment|reply|tone|remark|behavior|behaviour}', 'not my intention', 'not %adv* resort', 'not a {low|cheap}', '{closing|locking|merging|pushing|opening|going|making|throwing} ... {is|are} not {what|how|the way} {we|i|it}', '^ {closing|going|making|throwing|pushing|pointing|putting|forcing|calling|opening|assuming|ignoring|deleting} {the|a|an|this|it|that|all|to|in|with|from|on}? %adv* %device', 'is not helpful here'],
    ungated: ['first-person', 'negated'],
    message: message,
    why: 'A verdict on what someone did is answered with another one. What it did to you or to the work, and what you would like instead, can be heard.',
    source: sources.gottman,
    evidence: 'a verdict on what someone does',
    rewrite: [{ label: 'Say how it reaches you', text: 'I read <which words> as <how it reaches you>. Could we <what would help>?' }, { label: 'Say what you would like', text: 'When <what happened>, <what it led to>. I would like <what> instead.' }],
  },
];
