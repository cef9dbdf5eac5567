import type { Rule } from '../rule.js';
import { sources } from '../sources.js';


/** Rules of the family `group`. */
export const groupRules: readonly Rule[] = [
  {
    id: 'group/you-people',
    level: 'default',
    match: [
      'you people',
      '{you|these|those} {guys|folks|devs|developers|maintainers|programmers|lot} %adv* {never|always|do not|did not|dont|can not|could not|have no|have not|will not|are not|should be|should learn|should not|should %adv* try|need to learn|just want|only want|keep|refuse|stfu|really|must|are so|are all|are just|suck|just}',
      '{people|guys|folks|kids|developers|devs|those|maintainers|programmers|users} like {you|that|these|him|them} {are|never|do|always|should|make|who|that|is}',
    ],
    unless: ['you guys are {the best|doing|so|a|all|awesome|great|amazing|the} {great|awesome|amazing|helpful|fast|kind|best|good|set}', 'you guys are doing', 'you guys are not', 'half the people in', 'you guys are so', 'you guys are the', 'you guys were so', 'you guys rock', 'you people rock', 'you people are great', 'are awesome', 'are great', 'are amazing', 'thank', 'thanks', 'would you people', 'if you guys', 'you guys do not mind', 'you all are great', 'helps you people', 'you guys do not need', 'you all think $', 'you guys have not already', 'you guys are not busy', 'do you guys', 'are you guys', 'let you people'],
    message: 'May read as blame: it judges a whole group.',
    why: 'Nobody in the group can answer for all of it. One event, and a request to those who can act on it, can be answered.',
    source: sources.gottman,
    evidence: 'a verdict on "you people"',
    rewrite: [{ label: 'Say what happened', text: '<What happened> in <which thread or release>. Could we agree on <what would help>?' }, { label: 'Say what you need', text: 'To go on, I need <what would help>. Who could help with that?' }],
  },
  {
    id: 'group/team-never',
    level: 'default',
    match: [
      '{sick|tired|fed up} of {you|people|the maintainers|maintainers|developers|devs|this|these|library|your|%org|everyone|all|being} _',
      '{qa|management|legal|hr|marketing|the devs|the maintainers|the developers|the core team|the moderators|the mods|%org} %adv* {always|never|constantly} %adv* #Verb',
      '{%org|the maintainers|the maintainer|the developers|the devs|the authors|the author|the mods|the team|management|the community|the company|the core team|maintainers} %adv* {refuse|refuses|ignore|ignores|ignored|refused|does not listen|do not listen|does not give|do not give|could not be bothered|can not be bothered|cares only|only care|only cares|has no interest|have no interest|has no clue|have no clue|does not even|do not even|did not even|hates|hate|wants to kill|want to kill|is trying|are trying|is killing|are killing|has lost|have lost|messed up|screwed|is ruining|are ruining|has ruined|have ruined|is too busy|are too busy|thinks it|think they}',
      '{get|do} your {act|shit|stuff} together',
    ],
    unless: ['{who|that} {do not|can not} %adv* {want|need|use|have|know|like|wish|follow|see|get|mind|work}', 'not like people', 'not like {you|they|we|he|she} {are|is|have|had|need|can|will|do}', 'i am tired of {this|these|waiting|being} flaky', 'developers {taking|closing}', '%org should {just work|be|stop}', 'people {calling|taking|closing|hiding|ignoring|thinking} {it|this|the|these}', 'sick of {this|these|all|being} {bug|bugs|error|errors|flaky|test|tests}', 'not trust you', 'do not trust %org', '{people|developers|devs} ignoring {the|this}', '{%org|the team} always {supports|returns|sends}', 'never mind', 'are trying to help', 'is trying to help', 'are trying their best', 'is trying to fix', 'are trying to fix', 'are trying our best', '%tool always', 'github always', 'gitlab always', 'docker always', 'github never', 'docker never', 'elastic always', 'intel', 'nvidia', 'is trying to access', 'is trying to connect', 'is trying to get', 'chrome'],
    message: 'May read as blame: it judges a whole team.',
    why: 'A team is many people, and most were not there. A measured event and a proposal between the two sides can be acted on.',
    source: sources.gottman,
    evidence: 'a verdict on a team',
    rewrite: [{ label: 'Say what happened', text: '<What happened> <when or how often>. Could <which team> and we agree on <what would help>?' }, { label: 'Ask for what you need', text: 'We need <what> by <when>. What would <which team> need from us?' }],
  },
  {
    id: 'group/typical',
    level: 'default',
    match: [
      '^ typical , {%area team|%area people|%area guys|qa|ops|%crowd|@person|you|management|seniors|juniors|your team|nobody|no one} _?',
      '{never|not} a {thought|care|word|glance|second thought} {for|about|from|to} {the|our|your|us|anyone|others|you}',
    ],
    unless: ['typical {user|users|use|usage|case|developer|developers|team|people|engineer|reviewer|admin|admins|maintainer|web|mobile|database|network|build|api|api} {who|has|have|runs|run|uses|use|flow|setup|would|will|takes|config|configuration|case|workflow|of|is|are|needs|need|wants|app|call|request|size}'],
    message: 'May read as blame: it tells one event as the way a person or group is.',
    why: 'Nobody can answer for being "typical". What happened this time, and what would help, can be talked about.',
    source: sources.gottman,
    evidence: 'one event told as typical of someone',
    rewrite: [{ label: 'Say what happened', text: '<What happened> in <which change>, and <what it led to>. Could we agree on <what would help>?' }, { label: 'Ask what is in the way', text: 'What would make it easier to <what you would like>?' }],
  },
  {
    id: 'group/in-charge',
    level: 'default',
    match: [
      '{people|folks|those|guys|ones|clowns|geniuses|idiots|suits|adults|managers} in charge {have|has|do|does|are|is|clearly|obviously|never|do not|can not|should|only|who}',
      '{people|developers|devs|anyone|anybody|someone|those|programmers|engineers|maintainers} {who|that} {write|writes|do|does|think|thinks|wrote|merge|merges|approve|approves|design|designs|ship|ships|believe|believes|name|names|call|calls|treat|treats|use|uses} .. {should not be|should never be|should be fired|should be banned|should be ashamed|have no|has no|is an|are idiots|has never|have never|do not deserve|does not deserve|must be|needs to be fired|are the reason|is the reason|can not be}',
      '{someone|somebody|person|whoever|author|developer|reviewer|maintainer} %adv* {obviously|clearly|evidently|apparently|just|simply|plainly} {copied|pasted|copy-pasted|guessed|forgot|did not|never|has never|has no|had no|skipped|ignored|does not|was too|could not|rushed|slapped|threw}',
    ],
    unless: ['i am not {interested|willing}', 'we are not interested', 'anyone who {thinks|believes|likes|uses|says} {this|that|it|so}? .. {should|can|may|is welcome|please}', 'they have never {been|had}', 'they will never {change|fix|get it|help|give a}? {%device|back|null|match|fire|be}', 'they {do|did} what they {do|did}'],
    ungated: ['negated', 'first-person', 'generic', 'hypothetical'],
    message: 'May read as blame: it makes a group of people one bad character.',
    why: 'People who are spoken of as one have nothing to answer but the verdict. One event, and what would help, can be taken up by any of them.',
    source: sources.gottman,
    evidence: 'a verdict on a group of people',
    rewrite: [{ label: 'Say what happened', text: 'In <which version or thread>, <what happened>. Could someone <what would help>?' }, { label: 'Say the effect', text: 'The effect of <which decision> is <what it does to whom>.' }],
  },
];
