import type { Rule } from '../rule.js';
import { sources } from './sources.js';

const rewrite = [
  { label: 'Say how it reaches you', text: 'I read <which words> as <how it reaches you>. Could we talk?' },
  { label: 'Ask for what you need', text: 'To go on with this, I need <what would help>.' },
];
const why = 'A verdict on how someone behaves is answered with another one. How it reaches you, and what you need, can be heard.';

/** Contempt for how someone behaves. */
export const tonePoliceRules: readonly Rule[] = [
  {
    id: 'tone-police/your-attitude',
    level: 'default',
    match: [
      'your/their/his/her %adv* %hardConduct',
      'your/their/his/her _? {attitude|tone|behavior|behaviour|conduct|manners|mentality|mindset|ego|communication|words|comments|reply|response|response|comment|message|answer|remarks|actions|rant|way} is/are/was/were/sounds/seems/look/looks/comes/read/reads %adv* not? %adv* %disgrace/%verdictTrait/toxic/hostile/bad/off/uncalled/acceptable/appreciated/helpful/respectful/appropriate/welcome/professional',
      'with {this|that|your|such} %adv* {attitude|tone|mindset|mentality|behavior|behaviour}',
      'your {attitude|tone|ego|temper|mindset|mentality|conduct|entitlement|behaviour|behavior}',
      '{because of|due to|despite|for|with} your {behavior|behaviour|attitude|conduct|tone|lack}',
      '{change|changing|check|adjust|fix|watch|mind|work on|improve|lose} your {attitude|tone|language|mindset|ways|behaviour|behavior|mouth}',
      '{that|this|how|very|so} %adv* {mature|immature|childish|classy|unprofessional|pathetic|petty} {of you|$}',
      '{high horse|ivory tower|drama queen|keyboard warrior|prima donna|control freak|echo chamber|power trip|power trips|armchair|peanut gallery|virtue signaling|virtue signalling|social justice|sjw|sjws|snowflakes}',
      '{throwing|having|throw|threw|had|have} {a|your|another|his|this} {tantrum|fit|hissy fit|meltdown|temper tantrum}',
      '{lack|lacking} of? {respect|decency|manners|professionalism|empathy|courtesy|common sense|common courtesy|self-awareness|integrity}',
      '{treat|treating|treated|treats} {us|me|people|users|contributors|others|everyone|your users|volunteers} {like|as} _',
    ],
    unless: ['your tone is fine', 'my lack', 'this behavior is', 'ivory tower of', 'sorry', 'that is mature', 'control freak of', 'your behavior is correct', 'apologize for', 'thanks for your', 'i like your', 'treats users as', 'treat others as', 'with this behavior', 'with that behavior', 'with this behaviour', 'with that behaviour', 'with your behavior', '{your|their} {comment|comments|answer|reply|response|message|way} {is|was|are} {bad|off}'].filter((text) => text !== 'that is mature'),
    message: 'May read as blame: it judges how someone behaves.',
    why,
    source: sources.gottman,
    evidence: "a verdict on someone's conduct",
    rewrite,
    flags: ['Your attitude is unacceptable.', "That's mature :D", 'Get off your high horse.', 'Your arrogance is staggering.', 'With that attitude, nobody will help.'],
    passes: ['This behaviour is unacceptable for a 404.', "That's a mature API.", 'The attitude control loop is stable.', 'Thanks for your kind words.', 'Your comment is helpful.'],
  },
  {
    id: 'tone-police/being-so',
    level: 'default',
    match: [
      'you are being %adv* a? %personTrait',
      '{calm down|chill out|simmer down} $',
      '^ {calm down|chill|relax|settle down|cool down|take it easy|take a deep breath|take a chill pill} {$|please|guys|man|dude|and|,}'.replace('{$|', '{'),
      '^ {calm down|chill|relax|settle down|cool down} $',
      'you are/were %adv* {overreacting|exaggerating|whining|complaining|ranting|trolling|rambling|nitpicking|bikeshedding|bitching|yelling|shouting|lecturing|spamming|crying|moaning|attacking|insulting|blaming|derailing|wasting|hijacking|grandstanding|gatekeeping|bullying|harassing|polluting|screaming|shilling|spewing|spreading|bashing|deflecting|dodging|arguing|overdramatizing|panicking}',
      'you %adv* {come off|come across|sound|act} as? %adv* {rude|hostile|arrogant|angry|condescending|aggressive|like|defensive|entitled|bitter|mean|smug|dismissive|childish}',
      '{waste|wasting|wasted|wastes|waste of} %adv* {my|our|everyone|everybody|people|others|maintainers|my own|contributors|their|his|developer|a lot of my} %adv* {\'s|}  time/energy/effort/life/patience',
      '{this|that|it|you|which} {is|was|are} {just|only|nothing but|such}? a? {complete|total|huge|massive|colossal|giant|utter} waste of {time|my time|our time|everyone|breath|space|oxygen|effort}',
      'you {wasted|waste|are wasting|have wasted}',
      '{hijack|hijacking|hijacked|derail|derailing|derailed|pollute|polluting|spam|spamming|flooding|flood|clutter|cluttering} {this|the|our|my|every} %adv* {issue|thread|discussion|pr|conversation|tracker|repo|comments|issue-catalog|mailing|project|issues|inbox|ticket|tickets|list}',
      '{useless|worthless|pointless|endless|silly|stupid|idiotic|childish|baseless|ridiculous|pathetic|incoherent|entitled|angry|unhinged|petty|hateful|constant} %adv* {rant|rants|ranting|whining|complaining|complaints|comments|drama|posts|bickering|arguments|accusations|insults|ramblings|rambling|personal|remarks|tirade|tirades|excuses|bitching|moaning|outrage|threats}',
    ],
    unless: ['i am', 'sorry', 'i do not want to waste', 'wasted my time', 'do not want to waste your time', 'spam filter', 'you wasted', 'not waste your', 'hope you', 'relax the', 'to avoid spamming', 'avoid spamming', 'spamming the list', 'without spamming', '{it|this|that|which} {would|will} {spam|flood|pollute|clutter}', 'for polluting', 'for spamming', 'for hijacking', 'for the spam', 'useless comments', 'pointless comments', 'stupid comments', 'silly comments', 'are you', 'save', 'i was', 'will flood', 'not to derail', 'not to hijack', 'to hijack', 'endless comments', 'constant complaints', 'i wasted'].filter((text) => text !== 'you wasted'),
    message: 'May read as blame: it judges how someone behaves.',
    why,
    source: sources.gottman,
    evidence: "a verdict on someone's conduct",
    rewrite,
    flags: ["You're being dramatic.", 'Calm down.', 'You are just whining.', 'You sound so arrogant.', 'You are wasting my time.'],
    passes: ['There is a calm period before the retry.', 'A dramatic speed-up!', 'Relax the check here.', 'Inappropriate for a hot path.', 'Are you arguing for a map here?'],
  },
];
