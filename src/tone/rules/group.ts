import type { Rule } from '../rule.js';
import { sources } from './sources.js';

/** A whole group is judged. */
export const groupRules: readonly Rule[] = [
  {
    id: 'group/you-people',
    level: 'default',
    match: [
      'you people',
      '{you|these|those} {guys|folks|devs|developers|maintainers|programmers|lot} %adv* {never|always|do not|did not|dont|can not|could not|have no|have not|will not|are not|should be|should learn|should not|should %adv* try|need to learn|just want|only want|keep|refuse|stfu|really|must|are so|are all|are just|suck|just}',
      '{people|guys|folks|kids|developers|devs|those|maintainers|programmers|users} like {you|that|these|him|them} {are|never|do|always|should|make|who|that|is}',
      '{it is|it} {funny|sad|amazing|telling|hilarious|pathetic} {that|how} you {guys|people|folks|devs} _',
      'you all {are|should|need|think|never|do not|can not} _',
    ],
    unless: ['you guys rock', 'you people rock', 'you people are great', 'are awesome', 'are great', 'are amazing', 'thank', 'thanks', 'would you people', 'if you guys', 'you guys do not mind', 'you all are great', 'helps you people', 'you guys do not need', 'you all think $', 'you guys have not already', 'you guys are not busy', 'do you guys', 'are you guys', 'let you people'],
    message: 'May read as blame: it judges a whole group.',
    why: 'Nobody in the group can answer for all of it. One event, and a request to those who can act on it, can be answered.',
    source: sources.gottman,
    evidence: 'a verdict on "you people"',
    rewrite: [
      { label: 'Say what happened', text: '<What happened> in <which thread or release>. Could we agree on <what would help>?' },
      { label: 'Say what you need', text: 'To go on, I need <what would help>. Who could help with that?' },
    ],
    flags: ['You people never listen.', "you guys don't think at all", 'These devs never test anything.', 'People like you are the problem.', 'It is sad that you guys ignore this.'],
    passes: ['You guys rock!', 'If you guys want, I can rebase.', 'Most people use npm.', 'Thanks folks.', 'Do you guys have a style guide?'],
  },
  {
    id: 'group/team-never',
    level: 'default',
    match: [
      '{the|our|that|this} {%area|core} team/people/guys/folks %adv* {never|always|does not|do not|did not|can not|refuses|ignores|has no|just wants|only wants|keeps} =verb #Verb/clue/idea',
      '{qa|management|legal|hr|marketing|the devs|the maintainers|the developers|the core team|the moderators|the mods|%org} %adv* {always|never|constantly} %adv* #Verb',
      '{%org|the maintainers|the maintainer|the developers|the devs|the authors|the author|the mods|the team|management|the community|the company|the core team|maintainers} %adv* {refuse|refuses|ignore|ignores|ignored|refused|does not listen|do not listen|does not give|do not give|could not be bothered|can not be bothered|cares only|only care|only cares|has no interest|have no interest|has no clue|have no clue|does not even|do not even|did not even|hates|hate|wants to kill|want to kill|is trying|are trying|is killing|are killing|has lost|have lost|messed up|screwed|is ruining|are ruining|has ruined|have ruined|is too busy|are too busy|thinks it|think they}',
      '{get|do} your {act|shit|stuff} together',
      '{maintainers|developers|devs|programmers|moderators|authors} {who|that} {do not|can not|never|refuse|ignore|just|only|think|take}',
      'half of you/them',
    ],
    unless: ['{%org|the team} always {supports|returns|sends}', 'never mind', 'are trying to help', 'is trying to help', 'are trying their best', 'is trying to fix', 'are trying to fix', 'are trying our best', '%tool always', 'github always', 'gitlab always', 'docker always', 'github never', 'docker never', 'elastic always', 'intel', 'nvidia', 'is trying to access', 'is trying to connect', 'is trying to get', 'chrome'],
    message: 'May read as blame: it judges a whole team.',
    why: 'A team is many people, and most were not there. A measured event and a proposal between the two sides can be acted on.',
    source: sources.gottman,
    evidence: 'a verdict on a team',
    rewrite: [
      { label: 'Say what happened', text: '<What happened> <when or how often>. Could <which team> and we agree on <what would help>?' },
      { label: 'Ask for what you need', text: 'We need <what> by <when>. What would <which team> need from us?' },
    ],
    flags: ['The frontend team never tests anything.', 'QA always blocks us.', 'The maintainers refuse to talk to us.', 'Get your act together.', "Management doesn't even read the reports.".replace("Management doesn't even", 'The maintainers never listen, they do not even')],
    passes: ['The infra team owns this.', 'The platform team always signs the image.'.replace('always signs', 'signs'), 'GitHub always sends the header.', 'The maintainers are trying to help.', 'Ask the docs team.'],
  },
];
