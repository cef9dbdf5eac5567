import assert from 'node:assert/strict';
import sinon from 'sinon';
import { takeDrafts, votes, writtenCards } from '../../../src/panel/drafts.js';
import { act, connectRoom, room, showRoom } from '../../../src/panel/room.js';
import { browserCrypto } from '../../../src/panel/sealing/browserCrypto.js';
import { HandIn } from '../../../src/panel/sealing/handIn.js';
import { PanelSealing } from '../../../src/panel/sealing/sealer.js';
import { areCountedRight, areOnTheBoard } from '../../../src/panel/sealing/shownRight.js';
import { ballotDraft } from '../../../src/panel/together/ballotDrafts.js';
import {
  amendCard,
  amending,
  forgetSecrets,
  mixes,
  mixingProblem,
  ownCards,
  readiness,
  setReady,
  wordsOfRoom,
} from '../../../src/panel/together/secrets.js';
import type { Content } from '../../../src/retro/sealing/content.js';
import type { RetroView } from '../../../src/retro/viewModel.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import type { Room } from '../../../src/room/room.js';
import { sealDesks } from '../../../src/room/sealDesk.js';
import { fastCrypto } from '../retro/sealing/fastCrypto.js';
import { guest, Person, roomSetup } from '../room/people.js';
import { gatheredWith, quick, SealedPerson } from '../room/sealedPeople.js';

/** The panel hears a moment after the room that a round is over. */
async function soon(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2000 && !holds(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  assert.ok(holds());
}

describe('A panel that seals', () => {
  let hub: Hub;
  let made: Room;
  let panel: Person;
  let sealing: PanelSealing;
  let others: readonly SealedPerson[] = [];

  before(async () => {
    hub = new Hub({ makeSeals: sealDesks(Promise.resolve(fastCrypto(1)), { ...quick, amend: 15 }) });
    const { room: newRoom, credential } = await hub.create(roomSetup(), new MemoryJournal());
    made = newRoom;
    const connect = () => Promise.resolve(hub.connect());
    sealing = await PanelSealing.start(made.id, fastCrypto(2));
    panel = new Person(made.id, { kind: 'back', credential }, connect, {
      onView: (view, sentAt) => {
        showRoom(view, sentAt);
        panel.look();
      },
      onLine: (line) => sealing.on(line),
    });
    connectRoom(async (event) => {
      const result = await panel.act(event);
      return result.ok ? {} : { refused: result.message };
    });
    others = await Promise.all(
      ['Sam', 'Ines', 'Tariq'].map((name, index) =>
        SealedPerson.enter(name, fastCrypto(index + 3), made.id, (onLine) => guest(made, name, connect, { onLine })),
      ),
    );
    await Promise.all(others.map((one) => gatheredWith(one, 4)));
  });

  after(async () => {
    sealing.dispose();
    panel.client.dispose();
    for (const { person } of others) {
      person.client.dispose();
    }
    await hub.stop();
    takeDrafts({ cards: {}, votes: {}, boxes: {} });
    forgetSecrets();
    room.value = undefined;
  });

  it('shows the same words as the others', () => {
    const news = others[0]?.news.findLast((one) => one.type === 'gathered');
    assert.deepEqual(wordsOfRoom.value?.words, news?.type === 'gathered' ? news.gathering.words : []);
    assert.equal(wordsOfRoom.value?.people, 4);
    assert.equal(mixes.value, 'all');
  });

  it('hands in what is written when cards are revealed, and knows its own', async () => {
    await act({ type: 'step/goTo', step: 'write' });
    takeDrafts({
      cards: {
        start: [
          { id: 'd1', text: ' Pair more. ' },
          { id: 'd2', text: '  ' },
        ],
      },
      votes: {},
      boxes: {},
    });
    await act({ type: 'step/goTo', step: 'reveal' });
    assert.equal(await act({ type: 'reveal/open' }), true);
    const [card] = made.state.cards;
    assert.equal(card?.text, 'Pair more.');
    await soon(() => ownCards.value.has(card?.id ?? ''));
    assert.deepEqual(writtenCards(), []);
    assert.equal(mixingProblem.value, undefined);
  });

  it('changes its own card in a round of changes', async () => {
    const id = made.state.cards[0]?.id ?? '';
    amendCard({ type: 'card/edit', id, text: 'Pair twice a week.' });
    assert.deepEqual([...amending.value], [id]);
    await panel.until('the change', () => made.state.cards[0]?.text === 'Pair twice a week.');
    await soon(() => amending.value.size === 0);
  });

  it('hands in votes and answers only when their person said so', async () => {
    await act({ type: 'step/goTo', step: 'vote' });
    await act({ type: 'vote/open' });
    const id = made.state.cards[0]?.id ?? '';
    votes.value = { [id]: 2 };
    await act({ type: 'vote/close' });
    assert.equal(made.state.vote.ballots, 0);
    await act({ type: 'vote/reset' });
    await act({ type: 'vote/open' });
    setReady('vote', true);
    for (const one of others) {
      one.votes = { [id]: 1 };
      one.ready('vote');
    }
    await panel.until('the count', () => room.value?.vote.status === 'counted');
    assert.deepEqual(made.state.vote.totals, { [id]: 5 });
    await soon(() => readiness.value.vote === undefined);
    assert.deepEqual(votes.value, {});
    await act({ type: 'step/goTo', step: 'close' });
    ballotDraft('dials').value = '3 4';
    setReady('ballot/dials', true);
    for (const one of others) {
      one.answers = { dials: [2, 2] };
    }
    await act({ type: 'ballot/close', box: 'dials' });
    assert.deepEqual(made.state.boxes.dials?.counts[1], [0, 0, 3, 0, 1]);
    await soon(() => ballotDraft('dials').value === '');
  });
});

describe('A page’s cryptography', () => {
  afterEach(() => sinon.restore());

  it('is its own where there is one, and JavaScript in a page over plain http; both open what the other sealed', async () => {
    const own = await browserCrypto();
    sinon.stub(globalThis.crypto, 'subtle').value(undefined);
    const plain = await browserCrypto();
    assert.deepEqual([own.name, plain.name], ['WebCrypto X25519 Ed25519', 'noble']);
    const text = new Uint8Array([1, 2, 3]);
    for (const [one, other] of [
      [own, plain],
      [plain, own],
    ] as const) {
      const keys = await other.newBoxKeys();
      const { publicKey, secretWith } = await one.newEphemeral();
      const secret = await secretWith(keys.publicKey);
      assert.deepEqual(await other.secrets([keys], publicKey), [secret]);
      assert.deepEqual(other.decrypt(other.derive(secret, text), one.encrypt(one.derive(secret, text), text)), text);
    }
  });
});

describe('A page’s cryptography in JavaScript', () => {
  afterEach(() => sinon.restore());

  it('lets the page breathe, and does not wait for timers, which stand still in a tab that is not looked at', async () => {
    sinon.stub(globalThis.crypto, 'subtle').value(undefined);
    const crypto = await browserCrypto();
    sinon.stub(globalThis, 'setTimeout').returns(undefined as never);
    let others = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      others += 1;
      port2.postMessage(0);
    };
    port2.postMessage(0);
    for (let made = 0; made < 100 && others === 0; made += 1) {
      await crypto.newEphemeral();
    }
    port1.close();
    assert.ok(others > 0);
  });
});

describe('What a panel hands in', () => {
  const gathering = { id: 'g', members: [], digest: new Uint8Array(), order: [], words: [] };

  /** Operations on curves, which are what takes time. */
  async function operations(purpose: 'cards' | 'amend', prepare: (handIn: HandIn) => void): Promise<number> {
    const crypto = fastCrypto(8);
    let count = 0;
    const counted = (run: () => Promise<unknown>) => {
      count += 1;
      return run();
    };
    const handIn = new HandIn(
      {
        ...crypto,
        newSigningKeys: () => counted(() => crypto.newSigningKeys()) as ReturnType<typeof crypto.newSigningKeys>,
        sign: (keys, message) => counted(() => crypto.sign(keys, message)) as ReturnType<typeof crypto.sign>,
      },
      () => true,
    );
    prepare(handIn);
    const prompts = [{ id: 'start', text: 'Start' }];
    const question = { purpose, anonymity: 'anonymous', items: prompts, context: [], budget: 0, cap: 0 } as const;
    await handIn.contents({ id: 'r', question, asked: '', slots: 10, gathering });
    return count;
  }

  it('takes as much work whatever there is to say, so that the time it takes says nothing', async () => {
    room.value = { kind: 'reveal', anonymity: 'anonymous', cards: [] } as unknown as RetroView;
    const nothing = await operations('cards', () => takeDrafts({ cards: {}, votes: {}, boxes: {} }));
    const much = await operations('cards', () => {
      takeDrafts({ cards: { start: [1, 2, 3].map((id) => ({ id: `d${id}`, text: 'x' })) }, votes: {}, boxes: {} });
    });
    assert.deepEqual([nothing, much], [10, 10]);
    const change = { type: 'card/edit', id: 'c', text: 'x' } as const;
    const [idle, busy] = [
      await operations('amend', () => undefined),
      await operations('amend', (one) => one.amend(change)),
    ];
    assert.equal(idle, busy);
    takeDrafts({ cards: {}, votes: {}, boxes: {} });
    room.value = undefined;
  });
});

describe('What a panel sees of a hub that shows something else', () => {
  const card = { draft: 'd1', id: 'c1', prompt: 'start', text: 'x' };
  const board = (...cards: readonly object[]) => ({ cards }) as unknown as RetroView;

  it('is a card that is missing, changed or moved', () => {
    assert.equal(areOnTheBoard(board(card, { ...card, id: 'c2' }), [card]), true);
    assert.equal(areOnTheBoard(board({ ...card, id: 'c2' }), [card]), false);
    assert.equal(areOnTheBoard(board({ ...card, text: 'y' }), [card]), false);
    assert.equal(areOnTheBoard(board({ ...card, prompt: 'stop' }), [card]), false);
  });

  it('is a count that is not that of the ballots', () => {
    const question = { items: ['a', 'b'].map((id) => ({ id, text: id })) };
    const vote = { status: 'counted', budget: 3, cap: 2, ballots: 4, of: 4 } as const;
    const ballots: readonly Content[] = [
      {
        kind: 'votes',
        votes: [
          [0, 2],
          [1, 1],
        ],
      },
      { kind: 'votes', votes: [[0, 1]] },
      { kind: 'votes', votes: [[0, 9]] },
      { kind: 'votes', votes: [[7, 1]] },
      { kind: 'blank' },
    ];
    assert.equal(areCountedRight({ ...vote, totals: { a: 3, b: 1 } }, question, ballots), true);
    assert.equal(areCountedRight({ ...vote, totals: { a: 3, b: 2 } }, question, ballots), false);
    assert.equal(areCountedRight({ ...vote, totals: { a: 3 } }, question, ballots), false);
    assert.equal(areCountedRight(vote, question, ballots), true);
  });
});
