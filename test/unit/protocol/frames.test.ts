import assert from 'node:assert/strict';
import { FrameReader, isShallow } from '../../../src/protocol/frames.js';
import { invitationLink, readInvitation, socketUrl } from '../../../src/protocol/invitation.js';
import { waitBefore } from '../../../src/protocol/reconnect.js';
import { roomLimits } from '../../../src/protocol/roomMessages.js';

const secret = 'q'.repeat(43);

describe('frames', () => {
  it('end the line when they are no frames, too many, or too much', () => {
    assert.equal(new FrameReader(() => 100).take('{}'), 'unreadable');
    assert.equal(new FrameReader(() => 100).take(`.${'x'.repeat(101)}`), 'tooBig');
    const small = new FrameReader(() => 16_000);
    let taken: unknown = 'more';
    for (let count = 0; taken === 'more'; count += 1) {
      taken = small.take('+');
      assert.ok(count < 100);
    }
    assert.equal(taken, 'unreadable');
  });

  it('are looked into for depth before they are parsed', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok(isShallow(nested(roomLimits.nesting)));
    assert.ok(!isShallow(nested(roomLimits.nesting + 1)));
    assert.ok(isShallow(JSON.stringify({ text: '[[[{{{"\\"'.repeat(50) })));
  });
});

describe('an invitation', () => {
  it('is read as it was made, whatever stands around the hub', () => {
    for (const hub of ['http://127.0.0.1:4711/', 'https://retro.example/team/a/', 'https://x-4711.tunnel.example/']) {
      for (const kind of ['invitation', 'credential'] as const) {
        const made = { hub, room: 'r12', key: { kind, secret } };
        assert.deepEqual(readInvitation(` ${invitationLink(made)}\n`), made);
      }
    }
    assert.equal(readInvitation(`http://a:1#r1.${secret}`)?.hub, 'http://a:1/');
    assert.equal(readInvitation(`https://a/b?tkn=1#r1.${secret}`)?.hub, 'https://a/b/');
  });

  it('keeps what opens the room behind the #', () => {
    const link = invitationLink({ hub: 'http://h/', room: 'r1', key: { kind: 'invitation', secret } });
    assert.ok(!link.slice(0, link.indexOf('#')).includes(secret));
  });

  it('is nothing else', () => {
    for (const link of [
      '',
      'http://a/',
      `http://a/#r1.${secret}x`,
      `ftp://a/#r1.${secret}`,
      `http://a/#r 1.${secret}`,
      '#',
    ]) {
      assert.equal(readInvitation(link), undefined, link);
    }
  });

  it('leads to the socket of the hub, encrypted where the page is', () => {
    assert.equal(socketUrl('http://h:1/p'), 'ws://h:1/p/socket');
    assert.equal(socketUrl('https://h/'), 'wss://h/socket');
    assert.equal(socketUrl('https://h/', 'back'), 'wss://h/socket?back');
  });
});

describe('coming back', () => {
  it('is tried soon, then less often, and not at all when there is no sense in it', () => {
    assert.ok((waitBefore(0, 1006, 0) ?? 0) >= 50 && (waitBefore(0, 1006, 1) ?? 999) <= 250);
    assert.ok((waitBefore(30, 1006, 1) ?? 99_999) <= 15_000);
    assert.ok((waitBefore(0, 4022, 0) ?? 0) >= 10_000);
    for (const code of [4000, 4001, 4010, 4011, 4023, 4024, 4030, 1009]) {
      assert.equal(waitBefore(0, code, 0.5), undefined, String(code));
    }
  });
});
