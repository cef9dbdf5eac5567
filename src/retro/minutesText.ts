/** The minutes, section by section. What may not be written was taken out of the state before. */
import { boxSpec, canBeShown, confidenceIn } from './ballots.js';
import { wasWalked } from './confidentiality.js';
import { countHands } from './hands.js';
import { fewestAnswers } from './limits.js';
import { inline, item } from './markdown.js';
import { englishMinutes, fill, type MinutesWording } from './minutesWording.js';
import type { BoxName, Card, CommitmentDraft, PromiseWalk, RetroState } from './model.js';
import { isAdopted } from './norms.js';
import { inRoom, nameOf } from './people.js';
import { titlesOf } from './talkView.js';
import type { TopicId, TopicTalk } from './topics.js';
import { rankedTopics, totalsCanBeShown } from './votes.js';
import { sentence } from './wording.js';

/** The whole file, or nothing when no section has anything in it. */
export function minutesText(state: RetroState, words: MinutesWording = englishMinutes): string | undefined {
  const sections = [
    section(
      words.agreed,
      state.commitments.map((draft) => commitment(state, words, draft)),
    ),
    section(
      words.promises,
      state.promises.filter(wasWalked).map((walked) => promise(words, walked)),
    ),
    section(
      words.norms,
      newNorms(state).map((norm) => item(norm.text)),
    ),
    talked(state, words),
    section(
      words.heard,
      state.heard.map((line) => item(line.text)),
    ),
    written(state, words),
    section(
      words.thanks,
      state.appreciations.map((one) => item(thanks(state, words, one.to, one.text))),
    ),
    section(words.pictures, pictures(state, words)),
  ].filter((text) => text !== '');
  if (sections.length === 0) {
    return undefined;
  }
  const people = inRoom(state).length;
  const template = state.template.name === state.title ? [] : [inline(state.template.name)];
  const about = [state.date, ...template, people === 1 ? words.onePerson : fill(words.people, people)];
  return `${[`# ${inline(state.title)}`, about.join(' · '), ...sections].join('\n\n')}\n`;
}

function section(title: string, blocks: readonly string[], between = '\n'): string {
  return blocks.length === 0 ? '' : `## ${title}\n\n${blocks.join(between)}`;
}

function commitment(state: RetroState, words: MinutesWording, draft: CommitmentDraft): string {
  const owner = (draft.team ? undefined : nameOf(state, draft.owner)) ?? words.theTeam;
  const look = draft.revisit === undefined ? '' : `, ${fill(words.lookAgain, draft.revisit)}`;
  const confidence = confidenceIn(state, draft.id);
  return [
    item(`${sentence(draft, words)} (${owner}${look})`),
    ...(draft.how === undefined ? [] : [item(fill(words.howWeWillKnow, draft.how), '  ')]),
    ...(confidence === undefined ? [] : [item(fill(words.confidence, confidence), '  ')]),
  ].join('\n');
}

function promise(words: MinutesWording, walked: PromiseWalk): string {
  const { answer, helped, hindered } = walked;
  return [
    item(`${walked.promise} (${walked.owner === 'team' ? words.theTeam : walked.owner})`),
    item(answered(words, answer), '  '),
    ...(helped === undefined ? [] : [item(fill(words.helped, helped), '  ')]),
    ...(hindered === undefined ? [] : [item(fill(words.hindered, hindered), '  ')]),
  ].join('\n');
}

function answered(words: MinutesWording, answer: PromiseWalk['answer']): string {
  switch (answer?.kind) {
    case 'kept':
      return words.kept;
    case 'letGo':
      return fill(words.letGo, answer.because);
    case 'changed':
      return answer.because === undefined
        ? fill(words.changed, answer.agreedWith, answer.promise)
        : fill(words.changedBecause, answer.agreedWith, answer.because, answer.promise);
    default:
      return words.still;
  }
}

function newNorms(state: RetroState): RetroState['norms'] {
  return state.norms.filter((norm) => norm.adoptedOn === undefined && isAdopted(state, norm));
}

/** Topics that were taken up, in the order of the votes, then notes whose topic is not written. */
function talked(state: RetroState, words: MinutesWording): string {
  const titles = titlesOf(state);
  const board = boardOf(state);
  const ranked = rankedTopics(state).filter((id) => Object.hasOwn(state.talk.topics, id));
  const others = Object.keys(state.talk.topics).filter((id) => !ranked.includes(id));
  const blocks = ranked.map((id) => topic(state, words, board, id, titles.get(id) ?? ''));
  const loose = others.flatMap((id) => (state.talk.topics[id]?.notes ?? []).map((note) => item(note.text)));
  return section(
    words.talked,
    loose.length === 0 ? blocks : [...blocks, `### ${words.otherNotes}\n\n${loose.join('\n')}`],
    '\n\n',
  );
}

const purposes = { heard: 'toBeHeard', understand: 'toUnderstand', try: 'toTry' } as const;

/** The cards by what they are looked up by; a full board has too many to go through them for each topic. */
interface Board {
  readonly cards: ReadonlyMap<string, Card>;
  /** The cards of each group, in the order of the board. */
  readonly inGroups: ReadonlyMap<string, readonly Card[]>;
}

function boardOf({ cards, groups }: RetroState): Board {
  const groupOf = new Map(groups.flatMap((group) => group.cards.map((card) => [card, group.id] as const)));
  const inGroups = new Map<string, Card[]>(groups.map((group) => [group.id, []]));
  for (const card of cards) {
    inGroups.get(groupOf.get(card.id) ?? '')?.push(card);
  }
  return { cards: new Map(cards.map((card) => [card.id, card])), inGroups };
}

function topic(state: RetroState, words: MinutesWording, board: Board, id: TopicId, title: string): string {
  const talk = state.talk.topics[id];
  const cards = (board.inGroups.get(id) ?? []).map((card) => cardItem(words, card));
  const notes = (talk?.notes ?? []).map((note) => item(note.text));
  const single = board.cards.get(id);
  return [
    `### ${inline(title)}`,
    facts(state, words, id, talk).join(' · '),
    single === undefined ? '' : askedItems(words, single, '').join('\n'),
    cards.join('\n'),
    notes.length === 0 ? '' : `${words.notes}\n\n${notes.join('\n')}`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function facts(state: RetroState, words: MinutesWording, id: TopicId, talk: TopicTalk | undefined): readonly string[] {
  const votes = state.vote.totals[id] ?? 0;
  const hands = countHands(state, talk?.wellEnough ?? {}, ['yes', 'notYet']);
  const answers = hands.totals.yes + hands.totals.notYet;
  return [
    ...(totalsCanBeShown(state) ? [votes === 1 ? words.oneVote : fill(words.votes, votes)] : []),
    ...(talk === undefined ? [] : [words[purposes[talk.purpose]]]),
    ...(answers >= fewestAnswers ? [fill(words.wellEnough, hands.totals.yes, answers)] : []),
  ];
}

/** Cards that no topic above has, in their groups and under their prompts. */
function written(state: RetroState, words: MinutesWording): string {
  const above = new Set(Object.keys(state.talk.topics));
  const groups = state.groups.filter((group) => !above.has(group.id));
  const grouped = new Set(state.groups.flatMap((group) => group.cards));
  const single = state.cards.filter((card) => !grouped.has(card.id) && !above.has(card.id));
  const { inGroups } = boardOf(state);
  const blocks = [
    ...groups.map((group) => [group.name, inGroups.get(group.id) ?? []] as const),
    ...state.template.prompts.map(
      (prompt) => [prompt.title, single.filter((card) => card.prompt === prompt.id)] as const,
    ),
    [
      words.otherCards,
      single.filter((card) => !state.template.prompts.some((prompt) => prompt.id === card.prompt)),
    ] as const,
  ].filter(([, cards]) => cards.length > 0);
  const texts = blocks.map(
    ([title, cards]) => `### ${inline(title)}\n\n${cards.map((card) => cardItem(words, card)).join('\n')}`,
  );
  return section(words.written, texts, '\n\n');
}

function cardItem(words: MinutesWording, card: Card): string {
  const by = 'by' in card ? ` (${card.by})` : '';
  return [item(`${card.text}${by}`), ...askedItems(words, card, '  ')].join('\n');
}

/** What was asked of the writer, and the answer. */
function askedItems(words: MinutesWording, { asked }: Card, indent: string): readonly string[] {
  return [
    ...(asked === undefined ? [] : [item(fill(words.asked, asked.question), indent)]),
    ...(asked?.answer === undefined ? [] : [item(fill(words.answered, asked.answer), indent)]),
  ];
}

function thanks(state: RetroState, words: MinutesWording, to: string | undefined, text: string): string {
  const name = nameOf(state, to);
  return name === undefined ? text : fill(words.thanksTo, name, text);
}

function pictures(state: RetroState, words: MinutesWording): readonly string[] {
  return [
    ...picture(state, words, 'dials', 0, words.roomToSpeak),
    ...picture(state, words, 'dials', 1, words.roomForOthers),
    ...picture(state, words, 'worth', 0, words.worthTheTime),
  ];
}

function picture(
  state: RetroState,
  words: MinutesWording,
  name: BoxName,
  question: number,
  title: string,
): readonly string[] {
  const box = state.boxes[name];
  if (!canBeShown(box)) {
    return [];
  }
  const { scale } = boxSpec(name);
  const counts = (box.counts[question] ?? []).map((count, index) => `${scale[index] ?? index}: ${count}`);
  return [item(fill(words.peopleByAnswer, title, scale[0] ?? '', scale.at(-1) ?? '', counts.join(', ')))];
}
