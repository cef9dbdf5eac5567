/** The minutes, section by section. What may not be written was taken out of the state before. */
import { boxSpec, canBeShown, confidenceIn } from './ballots.js';
import { wasWalked } from './confidentiality.js';
import { countHands } from './hands.js';
import { fewestAnswers } from './limits.js';
import { inline, item } from './markdown.js';
import type { BoxName, Card, CommitmentDraft, PromiseWalk, RetroState } from './model.js';
import { isAdopted } from './norms.js';
import { inRoom, nameOf } from './people.js';
import { titlesOf } from './talkView.js';
import type { TopicId, TopicTalk } from './topics.js';
import { rankedTopics, totalsCanBeShown } from './votes.js';
import { sentence } from './wording.js';

/** The whole file, or nothing when no section has anything in it. */
export function minutesText(state: RetroState): string | undefined {
  const sections = [
    section(
      'We agreed to try',
      state.commitments.map((draft) => commitment(state, draft)),
    ),
    section('What became of our promises', state.promises.filter(wasWalked).map(promise)),
    section(
      'How we want to be with each other',
      newNorms(state).map((norm) => item(norm.text)),
    ),
    talked(state),
    section(
      'What we heard',
      state.heard.map((line) => item(line.text)),
    ),
    written(state),
    section(
      'Thank you',
      state.appreciations.map((one) => item(thanks(state, one.to, one.text))),
    ),
    section('How it was', pictures(state)),
  ].filter((text) => text !== '');
  if (sections.length === 0) {
    return undefined;
  }
  const people = inRoom(state).length;
  const template = state.template.name === state.title ? [] : [inline(state.template.name)];
  const about = [state.date, ...template, people === 1 ? '1 person' : `${people} people`];
  return `${[`# ${inline(state.title)}`, about.join(' · '), ...sections].join('\n\n')}\n`;
}

function section(title: string, blocks: readonly string[], between = '\n'): string {
  return blocks.length === 0 ? '' : `## ${title}\n\n${blocks.join(between)}`;
}

function commitment(state: RetroState, draft: CommitmentDraft): string {
  const owner = draft.team ? 'the team' : (nameOf(state, draft.owner) ?? 'the team');
  const look = draft.revisit === undefined ? '' : `, we look again on ${draft.revisit}`;
  const confidence = confidenceIn(state, draft.id);
  return [
    item(`${sentence(draft)} (${owner}${look})`),
    ...(draft.how === undefined ? [] : [item(`How we will know: ${draft.how}`, '  ')]),
    ...(confidence === undefined ? [] : [item(`Confidence of the room, in the middle: ${confidence} of 100`, '  ')]),
  ].join('\n');
}

function promise(walked: PromiseWalk): string {
  const { answer, helped, hindered } = walked;
  return [
    item(`${walked.promise} (${walked.owner})`),
    item(answered(answer), '  '),
    ...(helped === undefined ? [] : [item(`What helped: ${helped}`, '  ')]),
    ...(hindered === undefined ? [] : [item(`What got in the way: ${hindered}`, '  ')]),
  ].join('\n');
}

function answered(answer: PromiseWalk['answer']): string {
  switch (answer?.kind) {
    case 'kept':
      return 'Kept.';
    case 'letGo':
      return `Let go, because ${answer.because}`;
    case 'changed': {
      const because = answer.because === undefined ? '' : `, because ${answer.because}`;
      return `Changed, agreed with ${answer.agreedWith}${because}: ${answer.promise}`;
    }
    default:
      return 'Still on it.';
  }
}

function newNorms(state: RetroState): RetroState['norms'] {
  return state.norms.filter((norm) => norm.adoptedOn === undefined && isAdopted(state, norm));
}

/** Topics that were taken up, in the order of the votes, then notes whose topic is not written. */
function talked(state: RetroState): string {
  const titles = titlesOf(state);
  const ranked = rankedTopics(state).filter((id) => Object.hasOwn(state.talk.topics, id));
  const others = Object.keys(state.talk.topics).filter((id) => !ranked.includes(id));
  const blocks = ranked.map((id) => topic(state, id, titles.get(id) ?? ''));
  const loose = others.flatMap((id) => (state.talk.topics[id]?.notes ?? []).map((note) => item(note.text)));
  return section(
    'What we talked about',
    loose.length === 0 ? blocks : [...blocks, `### Other notes\n\n${loose.join('\n')}`],
    '\n\n',
  );
}

const purposes: Readonly<Record<TopicTalk['purpose'], string>> = {
  heard: 'to be heard',
  understand: 'to understand',
  try: 'to try something',
};

function topic(state: RetroState, id: TopicId, title: string): string {
  const talk = state.talk.topics[id];
  const group = state.groups.find((one) => one.id === id);
  const cards = state.cards.filter((card) => group?.cards.includes(card.id) === true).map(cardItem);
  const notes = (talk?.notes ?? []).map((note) => item(note.text));
  const single = state.cards.find((card) => card.id === id);
  return [
    `### ${inline(title)}`,
    facts(state, id, talk).join(' · '),
    single === undefined ? '' : askedItems(single, '').join('\n'),
    cards.join('\n'),
    notes.length === 0 ? '' : `Notes:\n\n${notes.join('\n')}`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function facts(state: RetroState, id: TopicId, talk: TopicTalk | undefined): readonly string[] {
  const votes = state.vote.totals[id] ?? 0;
  const hands = countHands(state, talk?.wellEnough ?? {}, ['yes', 'notYet']);
  const answers = hands.totals.yes + hands.totals.notYet;
  return [
    ...(totalsCanBeShown(state) ? [votes === 1 ? '1 vote' : `${votes} votes`] : []),
    ...(talk === undefined ? [] : [purposes[talk.purpose]]),
    ...(answers >= fewestAnswers ? [`understood well enough for today by ${hands.totals.yes} of ${answers}`] : []),
  ];
}

/** Cards that no topic above has, in their groups and under their prompts. */
function written(state: RetroState): string {
  const above = new Set(Object.keys(state.talk.topics));
  const groups = state.groups.filter((group) => !above.has(group.id));
  const grouped = new Set(state.groups.flatMap((group) => group.cards));
  const single = state.cards.filter((card) => !grouped.has(card.id) && !above.has(card.id));
  const blocks = [
    ...groups.map((group) => [group.name, state.cards.filter((card) => group.cards.includes(card.id))] as const),
    ...state.template.prompts.map(
      (prompt) => [prompt.title, single.filter((card) => card.prompt === prompt.id)] as const,
    ),
    ['Other', single.filter((card) => !state.template.prompts.some((prompt) => prompt.id === card.prompt))] as const,
  ].filter(([, cards]) => cards.length > 0);
  const texts = blocks.map(([title, cards]) => `### ${inline(title)}\n\n${cards.map(cardItem).join('\n')}`);
  return section('What was written', texts, '\n\n');
}

function cardItem(card: Card): string {
  const by = 'by' in card ? ` (${card.by})` : '';
  return [item(`${card.text}${by}`), ...askedItems(card, '  ')].join('\n');
}

/** What was asked of the writer, and the answer. */
function askedItems({ asked }: Card, indent: string): readonly string[] {
  return [
    ...(asked === undefined ? [] : [item(`Asked: ${asked.question}`, indent)]),
    ...(asked?.answer === undefined ? [] : [item(`The writer: ${asked.answer}`, indent)]),
  ];
}

function thanks(state: RetroState, to: string | undefined, text: string): string {
  const name = nameOf(state, to);
  return name === undefined ? text : `To ${name}: ${text}`;
}

function pictures(state: RetroState): readonly string[] {
  return [
    ...picture(state, 'dials', 0, 'I had room to speak'),
    ...picture(state, 'dials', 1, 'I left room for others'),
    ...picture(state, 'worth', 0, 'It was worth the time'),
  ];
}

function picture(state: RetroState, name: BoxName, question: number, title: string): readonly string[] {
  const box = state.boxes[name];
  if (!canBeShown(box)) {
    return [];
  }
  const { scale } = boxSpec(name);
  const counts = (box.counts[question] ?? []).map((count, index) => `${scale[index] ?? index}: ${count}`);
  return [item(`${title} (people by answer, ${scale[0]} low to ${scale.at(-1)} high): ${counts.join(', ')}`)];
}
