import assert from 'node:assert/strict';
import { exportJson, importJson } from '../../../src/retro/archive.js';
import { remains, saveItems } from '../../../src/retro/confidentiality.js';
import { inline, item } from '../../../src/retro/markdown.js';
import { outcome } from '../../../src/retro/minutes.js';
import { englishMinutes, fill } from '../../../src/retro/minutesWording.js';
import { loadState, saveState } from '../../../src/retro/snapshot.js';
import { Room, template, withCards } from './room.js';

function atTheEnd(confidentiality: 'ashes' | 'room' | 'team' | 'repo'): Room {
  const room = withCards(4, { confidentiality, norms: [{ id: 'n0', text: 'Old norm.', adoptedOn: '2026-01-09' }] });
  room.goTo('norms').do({ type: 'norm/add', id: 'n1', text: 'New norm.' }).do({ type: 'norm/hand', hand: 'yes' });
  room.goTo('group').do({ type: 'group/make', id: 'g1', name: 'Group name', cards: ['c0', 'c1'] });
  room.goTo('talk').do({ type: 'talk/start', topic: 'g1' }).do({ type: 'talk/note', id: 't1', text: 'A note.' });
  room.goTo('commit');
  room.do({ type: 'commitment/add', id: 'k1', when: 'it rains', will: 'cycle', team: false, how: 'wet socks' });
  room.do({ type: 'commitment/add', id: 'k2', when: 'nobody', will: 'take this', team: false });
  room.do({ type: 'commitment/take', id: 'k1' }, 'sam').goTo('close');
  return room.do({ type: 'thanks/add', id: 'a1', text: 'Thank you all.' });
}

describe('What is written', () => {
  it('is nothing at all from a retro that is ashes', () => {
    assert.deepEqual(outcome(atTheEnd('ashes').state), {
      commitments: [],
      endings: [],
      norms: [{ id: 'n0', text: 'Old norm.', adoptedOn: '2026-01-09' }],
    });
  });

  it('is what was promised, and nothing that was said, from a retro that stays in the room', () => {
    const { repo, team, commitments, norms } = outcome(atTheEnd('room').state);
    assert.equal(team, undefined);
    assert.deepEqual(commitments, [
      { id: 'k1', promise: 'When it rains, I will cycle.', owner: 'Sam', made: '2026-11-20', how: 'wet socks' },
    ]);
    assert.deepEqual(
      norms.map((norm) => norm.adoptedOn),
      ['2026-01-09', '2026-11-20'],
    );
    assert.match(repo ?? '', /When it rains, I will cycle\. \(Sam\)/);
    assert.doesNotMatch(repo ?? '', /Card|Group|note|Thank/);
  });

  it('leaves a group with the cards that are left, and no group without one', () => {
    const room = atTheEnd('team').do({ type: 'save/lower', item: 'card/c0', level: 'room' });
    assert.deepEqual(
      remains(room.state).groups.map(({ cards }) => cards),
      [['c1']],
    );
    room.do({ type: 'save/lower', item: 'card/c1', level: 'room' });
    assert.deepEqual(remains(room.state).groups, []);
  });

  it('is split in what is committed and what stays with the team', () => {
    const room = atTheEnd('repo').do({ type: 'save/lower', item: 'card/c0', level: 'team' }, 'sam');
    room
      .do({ type: 'save/lower', item: 'group/g1', level: 'room' })
      .do({ type: 'save/lower', item: 'commitment/k1', level: 'team' });
    room.refused('level/raise', { type: 'save/lower', item: 'card/c0', level: 'repo' }, 'ines');
    room.refused('save/unknown', { type: 'save/lower', item: 'card/c9', level: 'ashes' });
    const { repo, team, commitments } = outcome(room.state);
    assert.doesNotMatch(repo ?? '', /Card number 0|Group name|it rains/);
    assert.match(team ?? '', /Card number 0/);
    assert.doesNotMatch(team ?? '', /Group name/);
    assert.match(repo ?? '', /### Start\n\n(- Card number [123]\n?){3}/);
    assert.deepEqual(commitments, []);
  });

  it('names every thing once, with the level it has', () => {
    const room = atTheEnd('team').do({ type: 'save/lower', item: 'note/t1', level: 'ashes' });
    const levels = Object.fromEntries(saveItems(room.seenBy()).map((one) => [one.id, one.level]));
    assert.deepEqual(saveItems(room.seenBy()), saveItems(room.state));
    assert.deepEqual(levels, {
      'commitment/k1': 'repo',
      'commitment/k2': 'repo',
      'norm/n1': 'repo',
      'group/g1': 'team',
      'card/c0': 'team',
      'card/c1': 'team',
      'card/c2': 'team',
      'card/c3': 'team',
      'note/t1': 'ashes',
      'thanks/a1': 'team',
    });
  });

  it('stays what people wrote and cannot become anything else', () => {
    assert.equal(item('two\nlines'), '- two\n  lines');
    assert.equal(item('# not a heading'), '- \\# not a heading');
    assert.equal(item('1. not a list'), '- 1\\. not a list');
    assert.equal(item('- - x'), '- \\- - x');
    assert.equal(item('a\n---'), '- a\n  \\---');
    assert.equal(item('<script> and 1 < 2 and `code`'), '- &lt;script> and 1 < 2 and `code`');
    assert.equal(item('\\<img src="https://e.x/p.png">'), '- \\\\&lt;img src="https://e.x/p.png">');
    assert.equal(
      item('https://e.x/<img src=x> https://e.x/`<b>`'),
      '- https://e.x/&lt;img src=x> https://e.x/\\`&lt;b>\\`',
    );
    assert.equal(item('http://e.x/`a`b`<i>`'), '- http://e.x/\\`a\\`b\\`&lt;i>\\`');
    assert.equal(item('http://e.x/\u00a0`<i>`'), '- http://e.x/\u00a0\\`&lt;i>\\`');
    assert.equal(item('[a](javascript:b)\n\n[a]: https://e.x'), '- \\[a](javascript:b)\n  \\[a]: https://e.x');
    assert.equal(item('&lt;b> \u001b[1m a\u202eb'), '- &amp;lt;b> \\[1m ab');
    assert.equal(item('a | b\n--- | :-:\n>c\n** *'), '- a | b\n  \\--- | :-:\n  \\>c\n  \\** *');
    assert.equal(inline('Learn C #'), 'Learn C \\#');
    assert.equal(item('![](https://elsewhere/x.png)'), '- !\\[](https://elsewhere/x.png)');
    assert.equal(inline('a\n# b'), 'a # b');
  });

  it('has the question to a writer, and the answer, under a topic that is one card', () => {
    const room = withCards(4, { confidentiality: 'repo' }).goTo('reveal');
    room.do({ type: 'card/ask', id: 'c0', question: 'Which one?' });
    room
      .do({ type: 'card/answer', id: 'c0', answer: 'The last.' })
      .goTo('talk')
      .do({ type: 'talk/start', topic: 'c0' });
    assert.match(
      outcome(room.state).repo ?? '',
      /### Card number 0\n[^#]*- Asked: Which one\?\n- The writer: The last\./,
    );
  });

  it('names the template once, also where the retro has its name', () => {
    const { repo = '' } = outcome({ ...atTheEnd('repo').state, title: template().name });
    assert.equal(repo.split(template().name).length, 2);
  });

  it('speaks the language of whoever writes it, and what people wrote is left as it is', () => {
    const marked = Object.fromEntries(
      Object.entries(englishMinutes).map(([key, text]) => [key, `«${key}${text.match(/\{\d\}/g)?.join(' ') ?? ''}»`]),
    ) as Record<keyof typeof englishMinutes, string>;
    const { team = '', commitments } = outcome(atTheEnd('team').state, marked);
    assert.match(team, /^# .*\n\n2026-11-20 · .*«people4»\n\n## «agreed»\n\n- «iWillit rains cycle» \(Sam\)/);
    assert.match(team, /## «written»\n\n/);
    assert.match(commitments[0]?.promise ?? '', /^«iWillit rains cycle»$/);
    const lines = team.split('\n').map((line) => line.replace(/^[#\- ]+/, ''));
    const english = Object.values(englishMinutes).filter((text) => lines.includes(text));
    assert.deepEqual(english, []);
    assert.equal(fill('{1}, {0} and {7}', '{1}', '{0}'), '{0}, {1} and {7}');
  });

  it('ends a second finish with a reason, and everything else too', () => {
    const room = atTheEnd('team').do({ type: 'retro/finish' });
    room.refused('retro/finished', { type: 'retro/finish' }).refused('retro/finished', { type: 'request/longer' });
    assert.deepEqual(room.seenBy().may, []);
  });
});

describe('A snapshot', () => {
  it('has nothing in it that was lowered to ashes, and is one that a retro could be in', () => {
    const room = atTheEnd('repo').goTo('circle').do({ type: 'circle/read' });
    for (const { id, text, kind } of saveItems(room.state)) {
      const state = { ...room.state, lowered: { [id]: 'ashes' as const } };
      const saved = saveState(state);
      const loaded = loadState(saved);
      assert.ok(loaded, id);
      assert.ok(!saveItems(loaded).some((one) => one.id === id), id);
      assert.ok(kind === 'commitment' || !saved.includes(text), text);
    }
  });

  it('is taken only whole and only when a retro could be like that', () => {
    const { state } = atTheEnd('team');
    const text = saveState(state);
    assert.deepEqual(loadState(text), state);
    assert.equal(loadState(text.slice(0, -2)), undefined);
    assert.equal(loadState('{}'), undefined);
    assert.equal(loadState(saveState({ ...state, facilitator: 'zoe' })), undefined);
    assert.equal(loadState(text.replace('"retroSnapshot":1', '"retroSnapshot":2')), undefined);
  });
});

describe('JSON', () => {
  it('goes out without what may not leave, and comes back as the board of another retro', () => {
    const room = atTheEnd('repo').do({ type: 'save/lower', item: 'card/c2', level: 'room' });
    const text = exportJson(room.state, 'repo');
    assert.doesNotMatch(text, /Card number 2/);
    const back = importJson(text);
    assert.ok('board' in back);
    assert.equal(back.template, template());
    const again = new Room(4, { board: back.board, template: back.template });
    assert.deepEqual(again.state.cards.map((card) => card.text).sort(), [
      'Card number 0',
      'Card number 1',
      'Card number 3',
    ]);
    assert.deepEqual(again.state.groups, [{ id: 'g1', name: 'Group name', cards: ['c0', 'c1'] }]);
  });

  it('is refused with a reason when it is something else', () => {
    const text = exportJson(atTheEnd('repo').state, 'repo');
    assert.deepEqual(importJson('{'), { problem: 'This is not JSON.' });
    assert.deepEqual(importJson('[]'), { problem: 'This is not a retro of Common Ground.' });
    assert.deepEqual(importJson(text.replace('"version": 1', '"version": 2')), {
      problem: 'This retro was written by a newer version.',
    });
    assert.deepEqual(importJson(text.replace('"prompt": "start"', '"prompt": "__proto__"')), {
      problem: 'The cards of this retro could not be read.',
    });
  });
});
