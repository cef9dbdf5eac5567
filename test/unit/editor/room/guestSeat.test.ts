import assert from 'node:assert/strict';
import { entranceOf, seatFrom, seatText } from '../../../../src/editor/room/guestSeat.js';
import { readInvitation } from '../../../../src/protocol/invitation.js';

const secret = 's'.repeat(43);
const credential = 'c'.repeat(43);
const drafts = { cards: {}, votes: {}, boxes: { note: 'half a thought' } };

function seat(link: string) {
  const invitation = readInvitation(link);
  assert.ok(invitation);
  return { invitation, name: 'Sam', drafts };
}

describe('a seat in a room elsewhere', () => {
  it('is taken with the link at first, and with its own credential from then on', () => {
    const first = seat(`http://192.168.1.5:4711/#r1.${secret}`);
    assert.deepEqual(entranceOf(first), { kind: 'invited', secret, name: 'Sam' });
    assert.deepEqual(entranceOf({ ...first, credential }), { kind: 'back', credential });
  });

  it('is taken by a link that brings one person back without a name', () => {
    assert.deepEqual(entranceOf(seat(`https://hub.example/x/#r1.me.${secret}`)), { kind: 'back', credential: secret });
  });

  it('outlives a reload, with what was typed', () => {
    const kept = { ...seat(`http://127.0.0.1:4711/#r1.${secret}`), credential };
    assert.deepEqual(seatFrom(seatText(kept)), kept);
  });

  it('is none when what was kept is not one', () => {
    for (const text of ['', '{', 'null', '{"link":"https://example.org/","name":"Sam","drafts":{}}']) {
      assert.equal(seatFrom(text), undefined, text);
    }
  });
});
