import type { Rule } from './rule.js';
import { sources } from './sources.js';

const message = 'May read as blame: "always" and "never" turn one event into a verdict on a person.';
const why =
  'A person who hears "you always" looks for the one time it was not so, instead of for the cause. One named event can be looked at together.';

const stillOpen = {
  label: 'Say what is still open',
  text: '<Which point> of {open} is still open. Could we <what would help>?',
};

/** One event told as the way a person is: you always, you never, you keep. */
export const absoluteRules: readonly Rule[] = [
  {
    id: 'absolute/you-always-harm',
    level: 'default',
    match: [
      'you %adv* %absolute %adv* %harm up? =obj',
      'you are %adv* %absolute %adv* %harm:ing up? =obj',
      'you have %adv* %absolute %adv* %harm:past up? =obj',
    ],
    unless: [
      'you always drop',
      'you always remove',
      'you always overwrite',
      'you always delete',
      'never break',
      'never delete',
      'never drop',
      'never remove',
    ],
    message,
    why,
    source: sources.gottman,
    evidence: 'an absolute about what "you" damage',
    rewrite: [
      { label: 'Say what happened', text: '{Obj} broke in <which change>. Could we <what would help>?' },
      { label: 'Say what happened', text: 'In <which change>, <what happened>. Could we <what would help>?' },
    ],
    flags: [
      'You always break the nightly job.',
      'you constantly mess up the changelog',
      'You are always breaking my tests.',
      "You've always botched the release notes.",
      'You just always ruin the merge queue.',
    ],
    passes: [
      'You can always break the line here.',
      'If you always break early, the loop is shorter.',
      'The proxy always breaks long polling.',
      'You never break anything, thanks!',
      'It always overwrites the file.',
    ],
  },
  {
    id: 'absolute/you-always',
    level: 'default',
    match: [
      'you %adv* %absolute %adv* ignore =open {my|our} _',
      'you %adv* %absolute %adv* %neglect/%nuisance/%abuse/&act/&behave/&blame/&treat/&interrupt/&argue',
      'you are %adv* %absolute %adv* %neglect:ing/%nuisance:ing/%abuse:ing/%stoppable:ing/late/wrong/negative/%verdictTrait',
      'you %adv* always &have/&need/&want/&get to &have/&be/&win/&argue/&complain/&make/&get',
      'you %adv* constantly/continually/endlessly/incessantly/perpetually #Verb',
      '{they|he|she|%crowd|%org|the team|management} %adv* always/constantly/continually %neglect/%nuisance/%abuse',
    ],
    unless: ['you always skip', 'you never skip', 'never fail', 'always fail to', 'you always ignore the #Noun'],
    message,
    why,
    source: sources.gottman,
    evidence: 'an absolute about how a person behaves',
    rewrite: [
      stillOpen,
      { label: 'Say what happened', text: 'In <which thread or change>, <what happened>. Could we <what would help>?' },
      { label: 'Say what you need', text: "I'm stuck on <what>, and I need <what would help>." },
    ],
    flags: [
      'You constantly ignore my questions.',
      'You are always complaining about the tests.',
      'you always blame the network',
      'You are always late with reviews.',
      'They always dismiss bug reports from outside.',
    ],
    passes: [
      'You can always ignore the warning.',
      'This flag is always ignored.',
      'When you always cache, memory grows.',
      'You always get the latest value.',
      'The linter constantly complains about it.',
    ],
  },
  {
    id: 'absolute/you-never',
    level: 'default',
    match: [
      'you %adv* never %adv* =do &write/&run/&add/&update/&provide {tests|docs|documentation|comments|anything|any|a test|the tests|the docs}',
      'you %adv* never %adv* =silent =do answer/respond/reply/communicate',
      'you %adv* never %adv* =do explain/contribute/document',
      'you %adv* never %adv* =heard listen/learn/care/help/think/apologize/apologise/acknowledge/appreciate',
      'you have %adv* never =did bothered/listened/answered/responded/replied/cared/helped/contributed/explained/acknowledged',
      'you %adv* never =do test/read/check/review/document/fix/finish {anything|your|my|our|the docs|the thread|before|it|things|what}',
      '{they|he|she|%crowd|%org|the team|management} never %adv* =silent =do answer/respond/reply',
      '{they|he|she|%crowd|%org|the team|management} never %adv* =do document/explain',
      '{they|he|she|%crowd|%org|the team|management} never %adv* =heard listen/learn/care/help/apologize',
      '{they|he|she|%crowd|%org|the team|management} never %adv* test/read',
    ],
    unless: ['never respond to', 'never answer the', 'never reply to the'],
    message,
    why,
    source: sources.gottman,
    evidence: '"never" about what a person does',
    rewrite: [
      {
        label: 'Say what you asked',
        text: 'I asked about <what> on <which day> and have no answer yet. Could {who} <what would help>?',
        when: 'silent',
      },
      {
        label: 'Say what you brought up',
        text: 'I brought up <what> in <where>, and <what happened>. Could we <what would help>?',
        when: 'heard',
      },
      { label: 'Ask for it', text: 'In <which change>, <what you saw>. Could {who} {do} <where or when>?' },
      {
        label: 'Say what happened',
        text: 'I could not find <what you looked for> in <which change>. Could we <what would help>?',
      },
    ],
    flags: [
      'You never write tests.',
      'you never listen',
      'You have never bothered with the style guide.',
      'You never test anything before you push.',
      'They never answer questions on the forum.',
    ],
    passes: [
      'You never need to write tests for generated code.',
      'You should never read this field directly.',
      "You'll never test this branch on Windows.",
      'This handler never responds to pings.',
      'If you never listen on the port, it times out.',
    ],
  },
  {
    id: 'absolute/you-keep',
    level: 'default',
    match: [
      'you/they/he/she %adv* &keep on? %adv* giving/promising/bringing/saying/asking/repeating/ignoring/insisting/pushing/making/breaking/posting/talking/complaining/moving/telling/calling/acting/closing/arguing/claiming/refusing/forgetting/missing/%nuisance:ing/%abuse:ing/%neglect:ing/%hardHarm:ing/doing =doing',
      'you %adv* &keep on? %adv* ignoring =open {my|our} _',
      'you/they/he/she %adv* &keep on? %adv* breaking =obj {the|my|our} _',
      'you %adv* insist/insisted/insisting on %adv* #Gerund',
      '{you people|you guys|these people|those people} %adv* &keep #Gerund',
      'you %adv* &keep %adv* #Gerund {the same|my|me|us|no|nothing|everything|everyone|our}',
    ],
    unless: ['you want to keep', 'thanks', 'please keep'],
    message: 'May read as blame: "you keep …" counts someone\'s failings.',
    why,
    source: sources.gottman,
    evidence: '"keep" about what a person does',
    rewrite: [
      stillOpen,
      { label: 'Say what happened', text: '{Obj} broke in <which changes>. Could we <what would help>?' },
      {
        label: 'Say what happened',
        text: 'In <which comment or change>, <what happened>. Could we <what would help>?',
      },
      { label: 'Say what you need', text: 'To go on, I need <what would help>.' },
    ],
    flags: [
      'You keep ignoring the question.',
      'you keep making the same mistake',
      'You keep insisting on tabs.',
      'They keep breaking my setup with every release.',
      'You people keep closing my reports.',
    ],
    passes: [
      'You can keep passing the context along.',
      'Keep asking questions, they help!',
      'If you keep getting errors, restart the server.',
      'The daemon keeps complaining about the lock.',
      'Do you want to keep ignoring this warning?',
    ],
  },
  {
    id: 'absolute/every-time-you',
    level: 'default',
    match: [
      '{every time|each time|everytime} you %adv* &touch/&commit/&merge/&deploy/&edit/&refactor/&review/&change/&push/&release/&open ,... &break/&fail/&regress/&crash/&ruin/&lose/worse/&complain/&stop',
    ],
    ungated: ['hypothetical'],
    unless: ['button', 'every time you open the', 'the file is', 'page', 'window', 'dialog'],
    message: 'May read as blame: "every time you …" turns a few events into a verdict on a person.',
    why,
    source: sources.gottman,
    evidence: '"every time you" with damage as the outcome',
    rewrite: [
      {
        label: 'Say what happened',
        text: 'After <which changes>, <what broke>. Could we add <a test or a check> for it?',
      },
      { label: 'Look for the cause', text: 'This part has broken <how often> since <when>. What makes it so fragile?' },
    ],
    flags: [
      'Every time you touch this module it regresses.',
      'Each time you deploy, the search crashes.',
      'every time you refactor something the build fails',
      'Every time you merge on a Friday something breaks.',
      'Every time you review my code, we lose a day.',
    ],
    passes: [
      'Every time you click the button, a request is sent.',
      'Each time you open the dialog, the list is loaded.',
      'Every time the job runs it fails.',
      'It breaks every time.',
      'You get a new id every time you call it.',
    ],
  },
];
