import type { Rule } from '../rule.js';
import { sources } from '../sources.js';

/** Rules of the family `minimiser`. */
export const minimiserRules: readonly Rule[] = [
  {
    id: 'minimiser/just',
    level: 'opt-in',
    match: [
      '^ {just|simply} =rest %social:base/%duty:base/%mend:base/%deploying:base/use/set/call/pass/return/import/install/replace/get/wrap/inline/define/declare/keep/let/try/switch/convert/cast/create/generate/extend/configure/build/open/click/type/select/insert/append/increase/restart/download/go/move/turn/split/merge/store/load/edit/apply/look/wait/stop/start/have/be/do =/rest',
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
  },
];
