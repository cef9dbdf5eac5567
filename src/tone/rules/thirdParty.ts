import type { Rule } from '../rule.js';
import { sources } from './sources.js';

const rewrite = [
  { label: 'Speak of the code', text: 'This code <what it does>; it came in with <which change> for <which reason>.' },
  { label: 'Say what would help', text: 'Could we <what would help>? At the moment <what happens>.' },
];
const why = 'Whoever did it is often reading along, or was in a hurry, or had a reason. The code, and the reason it came in, can be looked at.';

/** Blame for someone who is not named. */
export const thirdPartyRules: readonly Rule[] = [
  {
    id: 'third-party/whoever',
    level: 'default',
    match: [
      'whoever %adv* #Past/thought/came/is/keeps ,... {should|must|clearly|obviously|deserves|needs|did not|does not|has no|had no|was|is|has never|knows nothing|ought}',
      'whoever {wrote|made|did|designed|decided|approved|merged|thought|invented|coded|came up with} %adv* this/that/these/it/the .. %trash/%trashy/%insult/%swear',
      '{who|what} %insult/idiot/genius/clown #Past',
      'who %adv* {the hell|the fuck|the heck|}  {wrote|did|made|designed|approved|merged|decided|thought|came up with|put|coded|reviewed|signed off on} %adv* this/that/these/it .. %trash/%trashy/%swear/mess/hack/thing $'.replace('/hack/thing', ''),
      'who {on earth|in their right mind|the hell|the fuck|in the world} _',
      '{the} %adv* {genius|idiot|clown|moron|wizard|rocket scientist|expert|fool} {who|that}',
    ],
    unless: ['whoever {merges|uses|reads|wants|needs|picks|owns|reviews|maintains} this', 'please'],
    message: 'May read as blame: it judges someone who is not named.',
    why,
    source: sources.thoughtbot,
    evidence: 'a verdict on whoever did it',
    rewrite,
    flags: ['Whoever wrote this should be ashamed.', 'Whoever came up with this clearly never used it.', 'Who wrote this crap?', 'Who the hell approved this?', 'The genius who wrote this forgot about time zones.'],
    passes: ['Whoever merges this, please squash.', 'Who owns this module?', 'Whoever is on call gets the page.', 'Who wrote this part? I have a question.', 'The expert who reviews it decides.'.replace('The expert who reviews it', 'The reviewer')],
  },
  {
    id: 'third-party/somebody-did-not',
    level: 'default',
    match: [
      '{somebody|someone|some people|some folks|some devs|some developers|certain people} %adv* {did not|does not|do not|can not|could not|never|failed to|forgot to|refuses to|refuse to|clearly|obviously|apparently|thought it was funny|thinks it is funny|should learn|should not|needs to learn|need to learn|got lazy|was lazy|was too lazy|screwed|messed|fucked|botched} %adv* {read|bother|bothered|test|think|care|understand|learn|listen|check|know|up|did|do|never|fucked|messed|wants|want|need|needs|get|got|realize|forgot|act|it|to|know|have|behave}',
      '{nobody|no one|no-one|noone} %adv* {even}? bothered/bothers/cared/gave/gives/thought =x'.replace(' =x', ''),
      '{nobody|no one|no-one} {on this team|on the team|in this project|here|there|on your team} %adv* #Verb',
      '{did|does|do|can|has|have} {nobody|no one|anyone|anybody} {here|there|on this team|on your team|at %org|in charge} %adv* {test|tested|care|cared|read|think|thought|know|check|review|even|ever|listen|able}',
      '{people|developers|devs|programmers|maintainers|reviewers|engineers|he|she|they} {%clearly|still|simply|just} %adv* {do not|does not|did not|can not|refuse to|never} %adv* {understand|get|grasp|read|care|listen|learn|think|bother|know how|test|realize|realise}',
      '{what|which} {people|%crowd|you|they} {do not|does not|can not|fail to|refuse to|never} {grasp|get|understand|realize|realise}',
      '{he|she|they|%org} %adv* {does not|do not|did not|has not|have not} %adv* {know|have} {what|a clue|any clue|any idea} _?',
      '{programmers|developers|people|devs|users} {who|that|when} {can not|do not|never|refuse to|fail to|are too|assume} _',
    ],
    unless: ['some people do not have', 'what you do not understand', 'people do not know', 'users that do not', 'users who do not', 'users who can not', 'if', 'they do not know about', 'so that', 'what you do not get', 'people that do not use', 'people who do not use', 'people who do not have', 'people who never', 'people who do not want', 'people that do not', 'people who do not', 'developers who do not', 'which you do not', 'they do not know', 'they do not have', 'they just do not', 'users that', 'do not know how to'],
    message: 'May read as blame: it judges someone who is not named.',
    why,
    source: sources.thoughtbot,
    evidence: 'a verdict on people who are not named',
    rewrite,
    flags: ["Somebody didn't bother to test.", 'Some people clearly never read the guide.', 'Nobody even bothered to look.', 'Someone clearly forgot to think here.', 'The problem is that developers simply do not read.'],
    passes: ['Somebody chose to put the tests in a package of their own.', 'Someone should review this.', 'Nobody uses this flag.', 'Some people do not have a mouse.', 'Developers just run the script.'],
  },
];

/** Git blame, used as a finger. */
export const blameToolRules: readonly Rule[] = [
  {
    id: 'blame-tool/pointing',
    level: 'default',
    match: [
      'blame {says|shows|points|tells|told|confirms|proves|reveals|knows|suggests|pointed|showed} .. you/you/@person/them/him/her/your/who',
      '{according to|per|check|checked|see|ran|run|look at|looked at} {the|} git? blame ,... you/@person/your/him/her/culprit',
      '{guess|wonder} who .. blame',
      '{git|the} blame {is|was} {on|with} you/@person/him/her/them',
      'blame .. {the culprit|is the culprit}',
    ],
    unless: ['if you', 'you can', 'you will see', 'you need', 'will show you', 'shows you', 'so you', 'tells you', 'would you', 'could you', 'to you', 'you might', 'you may', 'you get'],
    message: 'May read as blame: the history is used to point at a person.',
    why: 'The history is there to find the reason for a line, not the one to be ashamed of it.',
    source: sources.sre,
    evidence: 'git blame used to point at someone',
    rewrite: [
      { label: 'Point at the change', text: 'It came in with <which commit>, as part of <which change>.' },
      { label: 'Ask for the reason', text: 'It came in with <which commit>. What was the reason?' },
    ],
    flags: ["git blame says it's you.", 'Blame shows Bob wrote this mess.', "Check blame: this is Priya's doing.", "According to git blame, you're the culprit.", 'Guess who git blame points at.'],
    passes: ['Use git blame to find the commit.', 'The blame layer is off.', 'git blame shows the commit.', 'We keep a blameless culture.', 'You can run git blame on the file.'],
  },
];
