import type { Rule } from '../rule.js';
import { sources } from './sources.js';

/** "As I already said": impatience with a listener. */
export const repeatRules: readonly Rule[] = [
  {
    id: 'repeat/as-i-already-said',
    level: 'gentle',
    match: [
      '{as|like} i/we have? already {said|told|stated|mentioned|explained|wrote|written|pointed|noted|asked|described} you? {above|before|earlier|}',
      '{as|like} i/we have? %adv* {said|told|stated|mentioned|explained|wrote|pointed out} %adv* you? {multiple|several|many|countless|a hundred|a thousand|a million|three|two|five|ten|numerous} times',
      '{as|like} i/we have? {repeatedly} {said|told|stated|mentioned|explained}',
      '{as|like} i {told|keep telling|keep saying|kept saying} you?',
      '^ per my {last|previous|earlier} {comment|email|mail|message|review|reply|note}',
      '{once again|yet again|again} , {as|like} i/we {said|told|explained|mentioned|stated}',
      'i/we have? already {told|explained} {you|this to you|that to you|it to you|this|it|that} {twice|three|many|several|multiple|enough|before|a hundred|above}?',
      'i {already|just} told you',
      'like i said',
    ],
    ungated: ['first-person'],
    unless: ['like i said in', 'sorry', 'as i already mentioned in the', 'thanks', 'as we already', 'i {have}? already explained {this|it|that} in the'.replace('{have}? ', ''), 'like i said $'],
    message: 'May read as blame: it says that someone did not listen.',
    why: 'A reminder that it was said before answers nothing that was unclear. The point itself, with one detail more, does.',
    source: sources.incivility,
    evidence: 'impatience with having said it before',
    rewrite: [
      { label: 'Leave the reminder out', text: '', scope: 'match' },
      { label: 'Say it with more detail', text: 'To restate it with more detail: <the point>.' },
    ],
    flags: ['As I already said, use a mutex.', 'Per my last comment, this leaks.', 'As I have stated multiple times, it works offline.', 'I already told you twice.', 'like I told you, it is the cache'],
    passes: ['As I said in the description, this is step one.', 'As already mentioned in the docs, it is lazy.', 'Per my understanding, it is safe.', 'I already pushed that.', 'As we discussed, I split it.'],
  },
  {
    id: 'repeat/how-many-times',
    level: 'default',
    match: [
      'how many {more|} times {do|must|should|have|will|did} i/we',
      'how many times {do|must|should|will} {you|people|this} {have|need} to be {told|said|explained|repeated}',
      '{for the} {last|nth|umpteenth|hundredth|thousandth|millionth|third|fourth|fifth} time ,',
      'i/we {do not want|will not|am not going|am tired|am sick|am so tired|am fed up|am so sick|am done|are tired|are sick|are done} {to|of} {repeat|repeating|explain|explaining|say|saying|tell|telling|argue|arguing|discuss|listening|hearing|dealing|reading} {myself|this|that|it|you|with you|again|to you|your|about|the same}',
      '{what|which} part of %adv* .. {do|did|does} not? you/they not? %adv* {understand|get}',
      '{can|could|do|did} you %adv* {not read|not listen|read at all}',
      'read {it|that|what i wrote|my comment|my post|the thread|what i said} again',
    ],
    ungated: ['first-person', 'negated'],
    unless: ['the mock is called', 'read it again and', 'i read', 'when i read', 'will read', 'to read it again', 'let me'],
    message: 'May read as blame: it says that someone did not listen.',
    why: 'A reminder that it was said before answers nothing that was unclear. The point itself, with one detail more, does.',
    source: sources.incivility,
    evidence: 'impatience with a listener',
    rewrite: [
      { label: 'Say it with more detail', text: 'To restate it with more detail: <the point>.' },
      { label: 'Ask what is unclear', text: 'Which part of <the point> is unclear?' },
    ],
    flags: ['How many times do I have to say this?', 'For the last time, rebase.', 'I am tired of explaining this to you.', 'What part of no do you not understand?', 'How many more times must we ask?'],
    passes: ['How many times is the mock called?', 'It ran for the last time on Monday.', 'I read it again and it is clear now.', 'How many times do you retry?', 'For the third run, it is warm.'],
  },
];

/** Ultimatums and threats. */
export const threatRules: readonly Rule[] = [
  {
    id: 'threat/or-else',
    level: 'default',
    match: [
      '{or|otherwise|and} , i/we {will|am going to|are going to|shall|would} %adv* %sanction:base',
      '{or|otherwise|and} you {will|are going to} be %adv* %sanction:past/sorry/gone/out',
      '{do|say|try|post|open|violate|break} {it|this|that|one} again ,... {will|be|going}',
      'if you {violate|break|continue|keep|do|post|say|do not|can not|try|open|comment} ... you will be %adv* %sanction:past',
      'if you do not ... i am going to {your|report|leave|tell|revert|quit|sue|complain|escalate|talk to your}',
      'if you do not ... i will {report|tell your|escalate|sue|complain|quit|get you}',
      'i/we {will|am going to|are going to|shall|would} {report|ban|sue|block|fire|expose|blacklist|boycott} {you|him|her|them|your|%org|this user|this company|your account|everyone}',
      '{or else} $',
      '{last|final} warning $',
      '{this is} {your|the|my} {last|final|only} {warning|chance}',
      'you {will|are going to|would|are gonna} %adv* {regret|pay for|be sorry|get banned|be banned|be blocked|get blocked|be permanently|be fired|get fired|be reported|hear from}',
      '{there|expect|face} {will be|}  consequences',
      'you {have been|are} {warned|on thin ice|banned|this close}',
      'you are {getting|earning|receiving|on} {a|your} .. {ban|warning|timeout|block}',
      '{you are} {fired|finished|done here|done|banned|out of here}',
      'i will make sure you',
    ],
    ungated: ['hypothetical', 'first-person'],
    unless: ['you are done with', 'i will block on', 'drop the', 'revert this {commit|patch|change|for|and|in|if|once|when}', 'or i will drop it', 'or i will remove', 'and i will {revert|drop|remove|delete|close|lock|report|stop|mute|leave|reject}', 'and we will {revert|drop|remove|delete|close|lock|report|stop|leave|fork}', 'or we will {drop|remove|delete|close|stop|leave|fork}', 'or we would {drop|remove|delete|stop|lock|close}', 'or i would', 'and i would', 'and we would', 'you are done $', 'otherwise i would', 'otherwise we would', 'otherwise we will {drop|remove|delete|close|lock|leave|stop|block}', 'once you are done', 'when you are done', 'if you are done', 'do this again {in|for|when|here|with}'],
    message: 'May read as blame: it threatens.',
    why: 'A threat moves people to defend or to leave. What you need, by when and why, gives them something to say yes to.',
    source: sources.incivility,
    evidence: 'a threat',
    rewrite: [
      { label: 'Say what you need by when', text: "I'd like <what> by <when>; otherwise I propose <what>, because <reason>." },
      { label: 'Ask for it', text: 'Could we <what would help> by <when>? It matters because <reason>.' },
    ],
    flags: ["Fix it or I'll revert.", 'Do it again and you will be blocked.', 'I will report you to the board.', 'Last warning.', "If you don't fix this I'm going to your manager."],
    passes: ['Fix it or it will crash.', "I'll revert this commit if the job fails.", 'The scheduler will kill the pod.', 'Reports are sent nightly.', 'The last warning in the log was at ten.'],
  },
];

const stopRewrite = [
  { label: 'Ask for what you need', text: 'Could you <what would help>, so that <what it gives>?' },
  { label: 'Say how it reaches you', text: 'When I read <which words>, <what it does to you>. Could we <what would help>?' },
];

/** Orders about how someone behaves. */
export const stopRules: readonly Rule[] = [
  {
    id: 'stop/stop-doing',
    level: 'default',
    match: [
      '{stop|quit|cease} %adv* %nuisance:ing/%abuse:ing/%hardHarm:ing/wasting/acting/behaving/pretending/blaming/bothering/bitching/crying/dodging/judging/lecturing/preaching/assuming/harassing/annoying/demanding/treating/telling/bringing/polluting/bumping/pinging/posting/spreading/politicizing/offended/insulting/being',
      '^ {stop|quit} %adv* {trying|making|putting|using|asking|taking|pushing|playing|throwing|talking|commenting|writing|replying|thinking|inventing|investing|dreaming|closing|ignoring|calling|turning} %adv* {to|this|your|me|us|people|excuses|up|words|it|about|as|everyone|in|stupid|the same|politics|things}',
      '{stop|quit|cut} {it|this|that} {nonsense|bullshit|crap|shit|already|now|madness|insanity|stupidity|behavior|behaviour|please}',
      '^ {please|just} stop $',
      '{you|they|people} {need|have} to %adv* {stop|quit} %adv* #Gerund =doing',
      '{you|they} should %adv* {stop|quit} %adv* %nuisance:ing/%stoppable:ing/%abuse:ing',
      '{knock it off|cut the crap|cut it out|give me a break|give us a break|give it a rest|enough of your|enough of this|enough with the|enough with your}',
      'do not {lecture|patronize|patronise|insult|bother|waste|attack|mock|blame|tell me|tell us|talk to me|act like|pretend|play dumb|play innocent|complain|cry|whine|come here|come back|come crying|give me that|get me wrong or|bullshit|you dare|shout|yell|twist|put words|make excuses|troll}',
      '{would|could|can|will} you %adv* {stop|quit} %nuisance:ing/%abuse:ing/%stoppable:ing',
    ],
    unless: ['{to|will|would|we|it|they|can|i} %adv* stop #Gerund', 'do not bother {with|about|to|if|adding|changing|fixing|checking}', 'do not pretend to be', 'do not complain about missing', 'do not blame me', '{it|this|that|which|i|we|tests|compilers} {do|does} not', 'need to stop {using|running|calling}', 'stop being %harm:past/called/set/used/able', 'let us'],
    message: 'May read as blame: an order about how someone behaves.',
    why: 'A command about conduct is met with resistance. A request for something that can be done leaves room for a yes.',
    source: sources.nvc,
    evidence: 'an order to stop behaving so',
    rewrite: stopRewrite,
    flags: ['Please stop complaining.', 'You need to stop acting like a child.', 'Stop wasting my time.', 'stop making excuses', "Don't lecture me about locks."],
    passes: ['Stop the service first.', 'We stop returning an error here.', 'You need to stop the container.', "Don't use exceptions for control flow.", 'It should stop being called after unmount.'],
  },
  {
    id: 'stop/go-away',
    level: 'default',
    match: [
      // Whole orders, with at most a word of address after them.
      '^ {grow up|get a life|get lost|get real|get a grip|get a clue|get over it|get over yourself|get a job|go away|shut up|back off|bug off|wake up|man up|suck it up|deal with it|do better|try harder|hush|chill|chill out|calm down|move along|get out|educate yourself|do your job|do your homework|do your research|mind your own business|know your place|leave us alone|leave me alone|use your brain|use your head|open your eyes|look in the mirror|spare me|spare us|cry me a river|rtfm|read the manual|check yourself|go home|think harder|be quiet|be grateful|listen to yourself|good riddance|take a hike|take a chill pill|cut the crap} first/now/already/please/dude/man/guys/bro/mate/kid/people/then/%org? $',
      // Orders that say the same however they go on.
      '^ {grow a|grow some|get your facts straight|get your act together|get your shit together|get back to work|go cry|go back to school|go back to playing|go back to reddit|learn to read|try thinking|try using your brain|have some respect|have some decency|show some respect|own your mistakes|read the fucking|read the damn|stay away from our|stay away from my|shut the fuck|shut the hell|calm the fuck|die in|pull your head|do not let the door|keep your opinions|keep your politics|save your breath|save your excuses|take your business}',
      'shut/stfu {up|the fuck up|the hell up|your}',
      '{please|just|or|and|either|then|so|should|could|would} {go away|grow up|get a life|shut up|stfu|calm down|leave us alone|get lost|fuck off|learn to read|learn to code|do your job|chill} {$|and|already|before|dude|man}'.replace('$', 'please'),
      '{please|just|or|and|either|then|so|should|could|would} {go away|grow up|get a life|shut up|stfu|calm down|leave us alone|get lost|fuck off|learn to read|learn to code|do your job|chill} $',
      '{you|they|%crowd|someone} {should|need to|must|better|had better|have to} %adv* {grow up|grow a|grow some|learn to {}|calm down|shut up|get a life|get over|chill|do your job|do better|be ashamed|apologize|apologise|educate yourself|resign|be fired|go away|tone it down|tone down|turn in your|turn off your|rethink your|reconsider your attitude|consider your tone|reflect on}'.replace('learn to {}|', ''),
      'learn {to|how to} %adv* read/write/code/program/spell/listen/communicate/behave/debug/google/search/type/count/think/speak/respect/cooperate {properly|english|first|before|code|a|and|proper|some|%adv|and}?'.replace('|%adv', ''),
      '{please|just|} stay away from {our|my|this} community/project/repo/repository/company/forum/tracker',
      '{take|keep|shove|stick} your {bullshit|crap|shit|opinion|opinions|attitude|drama|nonsense|politics|rant|rants|complaints|hate|negativity|entitlement|feelings|toxicity|whining} _?',
      '{if you do not|do not} like {it|this|that} , ,.. fork/leave/go/write/use/make',
      '{fix|do|write|make|build|implement} it yourself $',
      '{fix|check|watch|mind} your attitude/tone/language/mouth/manners/mindset/behavior/behaviour',
      'fix your tools',
      '{nobody|no one|no-one} {asked you|cares what you|cares about your|asked for your|wants your|needs your}',
    ],
    unless: ['learn how to read {the|from|a|it}', 'wish', 'if you want to fix it yourself', 'you can {fix|do|write} it yourself', 'let you', '{to|learn|can} learn {to|how to} {write|read|debug|search|program|code} {a|the|from|in|with|this|your|for}', 'i should', 'i need to', 'we should'],
    message: 'May read as blame: an order about how someone is, instead of a request.',
    why: 'A command about a person is met with resistance. A request for something that can be done leaves room for a yes.',
    source: sources.nvc,
    evidence: 'a dismissive order',
    rewrite: stopRewrite,
    flags: ['Grow up.', 'Learn to read.', 'Get a life!', 'Please go away.', 'You should just shut up.'],
    passes: ['Learn how to use hooks in the docs.', 'The thread will wake up the waiter.', 'Keep your branch up to date.', 'Take your time.', 'Clients back off exponentially.'],
  },
];
