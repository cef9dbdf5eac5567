import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

const message = 'May read as blame: it judges someone who is not named.';
const why =
  'Whoever did it is often reading along, or was in a hurry, or had a reason. The code, and the reason it came in, can be looked at.';

/** Rules of the family `third-party`. */
export const thirdPartyRules: readonly Rule[] = [
  {
    id: 'third-party/whoever',
    level: 'default',
    match: [
      'whoever %adv* *ed/%harm:past/%deploying:past/thought/came/is/keeps/wrote/built/designed/let/set ,... {should|must|clearly|obviously|deserves|needs|did not|does not|has no|had no|was|is|has never|knows nothing|ought}',
      'who {on earth|in their right mind|the hell|the fuck|in the world} _',
      '{the} %adv* {genius|idiot|clown|moron|wizard|rocket scientist|expert|fool} {who|that}',
      '{people|person|guy|guys|developer|developers|genius|team|dev|devs|folks|idiots|engineers} who %adv* {wrote|built|designed|made|approved|merged|reviewed|did|came up with} ... {no clue|no idea|clueless|ashamed|incompetent|fired|drunk|crazy|insane|asleep|amateurs|idiots|stupid}',
    ],
    unless: [
      'who the {hell|fuck|heck} cares',
      'whoever {merges|uses|reads|wants|needs|picks|owns|reviews|maintains} this',
      'please',
    ],
    message: message,
    why: why,
    source: sources.thoughtbot,
    evidence: 'a verdict on whoever did it',
    rewrite: [
      {
        label: 'Speak of the code',
        text: 'This code [what it does?]; it came in with [which change?] for [which reason?].',
      },
      { label: 'Say what would help', text: 'Could we [what would help?]? At the moment [what happens?].' },
    ],
  },
  {
    id: 'third-party/somebody-did-not',
    level: 'default',
    match: [
      '{somebody|someone|some people|some folks|some devs|some developers|certain people} %adv* {did not|does not|do not|can not|could not|never|failed to|forgot to|refuses to|refuse to|clearly|obviously|apparently|thought it was funny|thinks it is funny|should learn|should not|needs to learn|need to learn|got lazy|was lazy|was too lazy|screwed|messed|fucked|botched} %adv* {read|bother|bothered|test|think|care|understand|learn|listen|check|know|up|did|do|never|fucked|messed|wants|want|need|needs|get|got|realize|forgot|act|it|to|know|have|behave}',
      '{nobody|no one|no-one|noone} %adv* {even}? bothered/bothers/cared/gave/gives/thought',
      '{nobody|no one|no-one} {on this team|on the team|in this project|here|there|on your team} %adv* _',
      '{people|developers|devs|programmers|maintainers|reviewers|engineers|he|she|they} {%clearly|still|simply|just} %adv* {do not|does not|did not|can not|refuse to|never} %adv* {understand|get|grasp|read|care|listen|learn|think|bother|know how|test|realize|realise}',
      '{clearly|obviously|apparently|evidently|looks like|seems|seems like} that? {nobody|no one|no-one|noone} %adv* {reviewed|tested|read|checked|ran|looked|thought|cared|bothered|understood|listened|asked}',
      '{we|everyone|everybody} all? know/knows {who|whose} %adv* {broke|fault|did this|did that|did it|is to blame|is responsible|caused|merged|forgot|approved|pushed|messed}',
    ],
    unless: [
      'some people do not have',
      'what you do not understand',
      'people do not know',
      'users that do not',
      'users who do not',
      'users who can not',
      'if',
      'they do not know about',
      'so that',
      'what you do not get',
      'people that do not use',
      'people who do not use',
      'people who do not have',
      'people who never',
      'people who do not want',
      'people that do not',
      'people who do not',
      'developers who do not',
      'which you do not',
      'they do not know',
      'they do not have',
      'they just do not',
      'users that',
      'do not know how to',
    ],
    message: message,
    why: why,
    source: sources.thoughtbot,
    evidence: 'a verdict on people who are not named',
    rewrite: [
      { label: 'Say what you need', text: 'I need [what?] by [when?]. Whom could I ask?' },
      { label: 'Say what would help', text: 'Could we [what would help?]? At the moment [what happens?].' },
    ],
  },
];
