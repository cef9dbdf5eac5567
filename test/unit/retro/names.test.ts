import assert from 'node:assert/strict';
import * as v from 'valibot';
import { entranceSchema } from '../../../src/protocol/entrance.js';
import { eventSchema } from '../../../src/retro/eventSchema.js';
import type { Participant } from '../../../src/retro/model.js';
import { type NameProblem, nameProblem, usableAlias } from '../../../src/retro/names.js';
import { sameName } from '../../../src/retro/people.js';
import { plainName, plainTitle } from '../../../src/retro/plainName.js';
import { refusalTexts } from '../../../src/retro/refusal.js';
import { setupSchema } from '../../../src/retro/setupSchema.js';
import { loadState, saveState } from '../../../src/retro/snapshot.js';
import { realNames } from './realNames.js';
import { hub, Room, setup } from './room.js';

const problemOf = (text: string): NameProblem | undefined => nameProblem(plainName(text));

describe('A name', () => {
  it('can be a real name in any script', () => {
    for (const name of realNames) {
      assert.equal(problemOf(name), undefined, name);
    }
  });

  it('is kept in its usual form, without what cannot be seen', () => {
    assert.equal(plainName('  Noor\u200b '), 'Noor');
    assert.equal(plainName('\u202eroon\u202c'), 'roon');
    assert.equal(plainName('N\u00ado\u2060o\ufe0fr\u{e0100}\u3164\u115f\uffa0'), 'Noor');
    assert.equal(plainName('Ｎｏｏｒ'), 'Noor');
    assert.equal(plainName('𝓝𝓸𝓸𝓻'), 'Noor');
    assert.equal(plainName('Jose\u0301'), 'José');
    assert.equal(plainName('Anne\u3000Marie\r\nvan\tDam'), 'Anne Marie van Dam');
    assert.equal(plainName('D´Angelo'), 'D’Angelo');
    // Without its joiner this Persian name, and this Sinhala one, would be written wrongly.
    assert.equal(plainName('علی‌رضا\u200f'), 'علی‌رضا');
    assert.equal(plainName('චන්ද්‍රිකා'), 'චන්ද්‍රිකා');
    assert.equal(plainName('No\u200dor\u200c'), 'Noor');
    assert.equal(plainName('علی\u200c\u200c\u200cرضا'), 'علی‌رضا');
  });

  const refused: Readonly<Record<NameProblem, readonly string[]>> = {
    'name/empty': ['', ' ', '\u200b', '\u3164', '\u202e\u202c', '\ufe0f', '---', '…', '🦊', '\u00ad\u2060'],
    'name/unseen': [
      '\u2800',
      'Noor\u0000',
      '\u001b[2JNoor',
      'No\u0085or',
      'Noor\ue000',
      'Noor\u{f0000}',
      'Noor\u0378',
    ].concat(['Noor\ud800', '\udc00Noor', 'Noor\uffff', 'Noor\ufffc', 'Noor\u{1d159}', 'N\u2800oor', 'Noor\u{10ffff}']),
    'name/marks': [
      'N\u0300\u0301\u0302\u0303\u0304oor',
      '\u0301Noor',
      'Noor \u0308x',
      'N\u20ddoor',
      `Noor${'\u0323'.repeat(40)}`,
      'Noor ¨x',
    ],
    'name/brackets': [
      'Noor (facilitator)',
      'Noor [host]',
      'Noor（主持人）',
      'Noor {x}',
      'Noor 【x】',
      '㈱ Noor',
      '<Noor>',
      'Noor ⟨x⟩',
    ],
    'name/mixed': ['Nооr', 'Nοοr', 'Νoor', 'Noоr Ali', 'Ѕam', 'Sаm', 'Ꭺnna', 'ႠNna', 'Noסr'],
    'name/role': [
      'Noor facilitator',
      'Facilitator',
      'Noor – facilitates',
      'FACILITATOR',
      'fac1litator',
      'Noor, FaciIitator',
      'ｆａｃｉｌｉｔａｔｏｒ',
    ],
    'name/team': ['team', 'Team', ' TEAM ', 'the team', 'tearn', 'team.'],
    'name/long': ['N'.repeat(81), 'ﷺ'.repeat(10)],
  };
  for (const [problem, names] of Object.entries(refused)) {
    it(`is refused with words that help: ${problem}`, () => {
      for (const name of names) {
        assert.equal(problemOf(name), problem, JSON.stringify(name));
      }
      assert.match(refusalTexts[problem as NameProblem], /Please|needs/);
    });
  }

  it('reads as another one when its letters look like the other’s', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ...[
        'Nооr',
        'Noоr',
        'NOOR',
        ' noor ',
        'Noor\u200b',
        '\u200bNoor',
        'Noor\u00ad',
        'N\u2060oor',
        'Ｎｏｏｒ',
        '𝐍𝐨𝐨𝐫',
        'N00r',
        'N0or',
        'Nοοr',
      ].map((other) => ['Noor', other] as const),
      ...['Nооr', 'Νoor', 'ꓠoor', 'Noor.', 'Noor -', 'Noor 🦊', '№or', 'ⓃⓄⓄⓇ', 'N\u034foor', 'ℕoor'].map(
        (other) => ['noor', other] as const,
      ),
      ['José', 'Jose\u0301'],
      ['Ian', 'lan'],
      ['Samuel', 'Samue1'],
      ['Noor Ali', 'NOOR ALl'],
      ['Emma', 'Ernrna'],
      ['Owen', 'Ovven'],
      ['Сара', 'Capa'],
      ['Том', 'Tom'],
      ['ΤΟΜ', 'Tom'],
      ['İlker', 'ilker'],
      ['Işıl', 'Işil'],
      ['O’Brien', "O'Brien"],
      ['OʼBrien', 'OBrien'],
      ['Jean‑Luc', 'Jean-Luc'],
      ['Ioniţă', 'Ioniță'],
      ['Strauß', 'STRAUSS'],
      ['Strauβ', 'Strauß'],
      ['So\u0338ren', 'Søren'],
      ['علی‌رضا', 'علیرضا'],
      ['سـارة', 'سارة'],
      ['علي', 'علی'],
      ['ロジャー', '口ジャ一'],
    ];
    for (const [one, other] of pairs) {
      assert.ok(sameName(one, other) && sameName(other, one), `${one} and ${other}`);
    }
  });

  it('is another one when people can tell them apart', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['Noor', 'Nööor'],
      ['Noor', 'Nöör'],
      ['Noor', 'Nora'],
      ['Noor', 'Noor A'],
      ['Noor A', 'Noor B'],
      ['Noor', 'Noor 2'],
      ['Neil', 'Nell'],
      ['Kai', 'Kal'],
      ['Ella', 'Elia'],
      ['Lina', 'Iina'],
      ['Ian', 'Lan'],
      ['Jose', 'José'],
      ['Zoe', 'Zoë'],
      ['Eva N', 'Evan'],
      ['Иван', 'Иво'],
      ['王明', '王朋'],
      ['علي', 'عالي'],
      ['김민준', '김민중'],
    ];
    for (const [one, other] of pairs) {
      assert.ok(!sameName(one, other), `${one} and ${other}`);
    }
    for (const [index, one] of realNames.entries()) {
      const same = realNames.filter((other, at) => at !== index && sameName(one, other));
      assert.deepEqual(same, [], one);
    }
  });
});

describe('Wherever a name comes in', () => {
  const join = (name: string, id = 'x') => ({ type: 'person/join', id, name }) as const;

  it('it is put into its form, and refused by the core with its reason', () => {
    const room = new Room(3).do(join('Ｍｉｏ\u200b'), hub);
    assert.equal(room.state.participants.at(-1)?.name, 'Mio');
    room
      .refused('person/nameTaken', join('Nооr', 'y'), hub)
      .refused('name/brackets', join('Kim (facilitator)', 'y'), hub);
    room.do({ type: 'person/rename', id: 'sam', name: ' Sam\u00ad\u202e ' }, 'sam');
    assert.equal(room.state.participants[1]?.name, 'Sam');
    room.refused('person/nameTaken', { type: 'person/rename', id: 'sam', name: 'lNES' }, 'sam');
    room.refused('name/unseen', { type: 'person/rename', id: 'sam', name: 'Sam\u0007' }, 'sam');
  });

  it('the schemas of events, entrances and setups give the same form', () => {
    const name = ' \u202eＪｏｓｅ\u0301\u200b\n';
    assert.deepEqual(v.parse(eventSchema, join(name)), join('José'));
    const secret = 's'.repeat(43);
    assert.deepEqual(v.parse(entranceSchema, { kind: 'invited', secret, name }), {
      kind: 'invited',
      secret,
      name: 'José',
    });
    const people = [{ id: 'noor', name }];
    assert.equal(v.parse(setupSchema, setup(1, { people })).people[0]?.name, 'José');
    assert.ok(!v.is(setupSchema, setup(1, { people: [{ id: 'noor', name: 'Noor (host)' }] })));
    assert.ok(
      !v.is(
        setupSchema,
        setup(2, { people: ['Noor', 'Nooг', 'Noоr'].map((one, id) => ({ id: `p${id}`, name: one })) }),
      ),
    );
    const twins = ['Ian', 'lan'].map((one, id) => ({ id: `p${id}`, name: one }));
    const parsed = v.safeParse(setupSchema, setup(2, { people: twins, facilitator: 'p0' }));
    assert.equal(parsed.issues?.[0].message, 'Two people have the same name, or names that look alike.');
  });

  it('an alias is cleaned and never costs a card; one that names somebody, or a role, is left out', () => {
    const alias = (text: string) => {
      const room = new Room(4, { anonymity: 'alias' }).goTo('write');
      room.do({ type: 'entry/submit', cards: [{ id: 'c1', prompt: 'start', text: 'x', alias: text }] });
      const [card] = room.goTo('reveal').do({ type: 'reveal/open' }).state.cards;
      assert.equal(card?.text, 'x');
      return card !== undefined && 'by' in card ? card.by : undefined;
    };
    assert.equal(alias('Ｈｅｒｏｎ\u200b'), 'Heron');
    assert.equal(alias('Heron (tired)\u202e'), 'Heron tired');
    assert.equal(alias('🦊'), '🦊');
    assert.equal(alias('Nооr'), undefined);
    assert.equal(alias('facilitator'), undefined);
    assert.equal(alias('\u200b'), undefined);
    assert.equal(usableAlias(`x${'\u0301'.repeat(50)}`, [])?.length, 4);
    assert.ok((usableAlias('ﷺ'.repeat(80), [])?.length ?? 0) <= 80);
  });

  it('a title stays on one line and turns no text around', () => {
    assert.equal(plainTitle(' Sprint\n42\u202e\u0007 \u2066x '), 'Sprint 42 x');
    const room = v.parse(eventSchema, { type: 'group/name', group: 'g1', name: 'The\u2028build\u202e' });
    assert.deepEqual(room, { type: 'group/name', group: 'g1', name: 'The build' });
    assert.ok(!v.is(eventSchema, { type: 'talk/propose', id: 'q', title: '\u202e\n' }));
    assert.equal(plainTitle('Team 👩‍💻'), 'Team 👩‍💻');
  });

  it('a journal from before still opens, whatever its names', () => {
    const { state } = new Room(3);
    const names = ['Noor (facilitator)', 'Noor\u200b', '\u202eroon\u202c'];
    const old = {
      ...state,
      participants: state.participants.map((one, at): Participant => ({ ...one, name: names[at] ?? '' })),
    };
    const loaded = loadState(saveState(old));
    assert.deepEqual(
      loaded?.participants.map(({ name }) => name),
      names,
    );
  });
});
