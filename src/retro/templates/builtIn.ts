/** The templates that come with the extension. Names, prompts and guides are English and the keys for translation. */
import type { RetroTemplate } from '../model.js';
import { planned } from './steps.js';

/** From arriving to closing, with everything between. */
const whole = planned([
  { kind: 'arrive', minutes: 5 },
  { kind: 'promises', minutes: 5 },
  { kind: 'norms', minutes: 4 },
  { kind: 'write', minutes: 7 },
  'reveal',
  'circle',
  { kind: 'group', minutes: 5 },
  { kind: 'vote', minutes: 3 },
  'talk',
  { kind: 'commit', minutes: 8 },
  { kind: 'close', minutes: 6 },
]);

const startStopContinue: RetroTemplate = {
  id: 'start-stop-continue',
  name: 'Start, stop, continue',
  about: 'What to begin, what to leave, what to keep. Good for any sprint.',
  prompts: [
    { id: 'start', title: 'Start', hint: 'What could help us that we do not do yet?' },
    { id: 'stop', title: 'Stop', hint: 'What costs us more than it gives?' },
    { id: 'continue', title: 'Continue', hint: 'What is worth keeping, and worth saying so?' },
  ],
  steps: whole,
};

const madSadGlad: RetroTemplate = {
  id: 'mad-sad-glad',
  name: 'Mad, sad, glad',
  about: 'Begins with how it felt. Good after a hard stretch.',
  prompts: [
    { id: 'mad', title: 'Mad', hint: 'What was frustrating? What did I need?' },
    { id: 'sad', title: 'Sad', hint: 'What did I hope for that did not happen?' },
    { id: 'glad', title: 'Glad', hint: 'What was I grateful for?' },
  ],
  steps: whole,
};

const fourLs: RetroTemplate = {
  id: 'four-ls',
  name: '4Ls',
  about: 'Liked, learned, lacked, longed for. Good at the end of a project.',
  prompts: [
    { id: 'liked', title: 'Liked', hint: 'What went well, and what made it so?' },
    { id: 'learned', title: 'Learned', hint: 'What do I know now that I did not know before?' },
    { id: 'lacked', title: 'Lacked', hint: 'What was missing?' },
    { id: 'longed-for', title: 'Longed for', hint: 'What do I wish we had?' },
  ],
  steps: whole,
};

const sailboat: RetroTemplate = {
  id: 'sailboat',
  name: 'Sailboat',
  about: 'Where we are sailing, what carries us, what holds us, what lies ahead. Good for looking forward.',
  prompts: [
    { id: 'island', title: 'Island', hint: 'Where do we want to arrive?' },
    { id: 'wind', title: 'Wind', hint: 'What carries us?' },
    { id: 'anchor', title: 'Anchor', hint: 'What holds us back?' },
    { id: 'rocks', title: 'Rocks', hint: 'What could we run into?' },
  ],
  steps: whole,
};

const timeline: RetroTemplate = {
  id: 'timeline',
  name: 'Timeline',
  about:
    'What happened, in order, before what we make of it. Good for long stretches that everyone remembers differently.',
  prompts: [
    { id: 'happened', title: 'What happened', hint: 'When was it, and what could anyone have seen?' },
    { id: 'high', title: 'High points', hint: 'When was it going well?' },
    { id: 'low', title: 'Low points', hint: 'When was it hard?' },
    { id: 'learned', title: 'What we take from it', hint: 'What would I tell us at the beginning?' },
  ],
  steps: planned([
    { kind: 'arrive', minutes: 5 },
    { kind: 'promises', minutes: 5 },
    { kind: 'norms', minutes: 4 },
    { kind: 'write', title: 'Write what happened', minutes: 6, prompts: ['happened'] },
    { kind: 'reveal', guide: 'Put the events in order together. Nobody has to agree on what they meant.' },
    { kind: 'write', title: 'Write how it was', minutes: 6, prompts: ['high', 'low', 'learned'] },
    'reveal',
    'circle',
    { kind: 'group', minutes: 5 },
    { kind: 'vote', minutes: 3 },
    'talk',
    { kind: 'commit', minutes: 8 },
    { kind: 'close', minutes: 6 },
  ]),
};

const incident: RetroTemplate = {
  id: 'incident-review',
  name: 'Incident review (blameless)',
  about: 'What happened and what made it possible. Everyone did what made sense with what they knew.',
  incident: true,
  prompts: [
    { id: 'facts', title: 'What happened', hint: 'When, and what did you see? Systems and signals, not people.' },
    { id: 'sense', title: 'Why it made sense', hint: 'What did we know at that moment, and what did we not?' },
    { id: 'helped', title: 'What helped', hint: 'What made it shorter, smaller or easier to see?' },
    { id: 'conditions', title: 'What made it possible', hint: 'Which conditions would let it happen to anyone?' },
    { id: 'safer', title: 'What would make it safer', hint: 'What would have caught it, or made it harmless?' },
  ],
  steps: planned([
    {
      kind: 'arrive',
      minutes: 4,
      guide: 'We look for conditions, not for a person. Everyone did what made sense with what they knew at the time.',
    },
    { kind: 'promises', minutes: 5 },
    { kind: 'norms', minutes: 4 },
    { kind: 'write', title: 'Write what happened', minutes: 8, prompts: ['facts', 'sense', 'helped'] },
    { kind: 'reveal', guide: 'Build the timeline from the facts before anyone explains them.' },
    'circle',
    { kind: 'write', title: 'Write what made it possible', minutes: 6, prompts: ['conditions', 'safer'] },
    'reveal',
    { kind: 'group', minutes: 6 },
    { kind: 'vote', minutes: 3 },
    'talk',
    { kind: 'commit', minutes: 10 },
    { kind: 'close', minutes: 5 },
  ]),
};

const repair: RetroTemplate = {
  id: 'repair',
  name: 'Repair',
  about: 'After something hurt. Facts, impact, need, request, acknowledgement; no verdict.',
  confidentiality: 'room',
  incident: true,
  prompts: [
    { id: 'facts', title: 'What happened', hint: 'What could a camera have seen?' },
    { id: 'impact', title: 'What it did', hint: 'I felt …, when …' },
    { id: 'need', title: 'What I need', hint: 'What matters to me here?' },
    { id: 'request', title: 'What I ask for', hint: 'Something that can be done, and to which no is an answer.' },
    { id: 'acknowledge', title: 'What I see', hint: 'What I understand now about the others, and my part in it.' },
  ],
  steps: planned([
    {
      kind: 'arrive',
      minutes: 5,
      guide: 'We are here to understand and to repair, not to find who was right.',
    },
    { kind: 'promises', minutes: 5 },
    { kind: 'norms', minutes: 6 },
    {
      kind: 'write',
      title: 'Write what happened, what it did, what you need',
      minutes: 10,
      prompts: ['facts', 'impact', 'need'],
    },
    'reveal',
    { kind: 'circle', guide: 'One speaks, the next says what they heard. Nothing is answered yet.' },
    {
      kind: 'write',
      title: 'Write what you see and what you ask for',
      minutes: 8,
      prompts: ['acknowledge', 'request'],
    },
    'reveal',
    { kind: 'circle', title: 'Second circle', guide: 'Read what was asked for. Say what you can give.' },
    'talk',
    { kind: 'commit', minutes: 8 },
    { kind: 'close', minutes: 8 },
  ]),
};

export const builtInTemplates: readonly RetroTemplate[] = [
  startStopContinue,
  madSadGlad,
  fourLs,
  sailboat,
  timeline,
  incident,
  repair,
];
