import assert from 'node:assert/strict';
import { Addresses } from '../../../src/room/addresses.js';
import { Places } from '../../../src/room/places.js';

describe('Places', () => {
  it('that are all taken are given to the newest; the oldest makes way', () => {
    const places = new Places<string>({ inAll: 2, perAddress: 2 });
    assert.deepEqual([places.take('a'), places.take('b')], [undefined, undefined]);
    assert.deepEqual(places.take('c'), { holder: 'a', why: 'full' });
    places.leave('b');
    assert.equal(places.take('d'), undefined);
    assert.deepEqual([places.size, places.has('c'), places.has('a')], [2, true, false]);
  });

  it('of one address are few, and those without an address are not counted as one', () => {
    const places = new Places<string>({ inAll: 10, perAddress: 2 });
    for (const holder of ['a', 'b', 'c']) {
      places.take(`none ${holder}`);
    }
    places.take('a', { address: '1' });
    places.take('b', { address: '1' });
    assert.equal(places.take('x', { address: '2' }), undefined);
    assert.deepEqual(places.take('c', { address: '1' }), { holder: 'a', why: 'address' });
    assert.equal(places.size, 6);
  });

  it('are kept in part for those who return, and lent to others while nobody does', () => {
    const places = new Places<string>({ inAll: 4, perAddress: 9, forReturning: 1 });
    for (const holder of ['a', 'b', 'c', 'd']) {
      places.take(holder);
    }
    assert.equal(places.take('back 1', { returning: true })?.holder, 'a');
    assert.equal(places.take('e')?.holder, 'b');
    assert.equal(places.take('back 2', { returning: true })?.holder, 'back 1');
  });

  it('that those who return have beyond their share go back to newcomers', () => {
    const places = new Places<string>({ inAll: 3, perAddress: 9, forReturning: 1 });
    for (const holder of ['back 1', 'back 2', 'back 3']) {
      places.take(holder, { returning: true });
    }
    assert.equal(places.take('a')?.holder, 'back 1');
    assert.equal(places.take('b')?.holder, 'back 2');
    assert.equal(places.take('c')?.holder, 'a');
  });

  it('are kept for longer by a sign of life, once', () => {
    const places = new Places<string>({ inAll: 2, perAddress: 2 });
    places.take('a');
    places.take('b');
    places.renew('a');
    places.renew('nobody');
    assert.equal(places.take('c')?.holder, 'b');
    places.renew('a');
    assert.equal(places.take('d')?.holder, 'a');
  });

  it('are overdue only while more than half of them are taken', () => {
    let now = 0;
    const places = new Places<string>({ inAll: 4, perAddress: 4 }, () => now);
    places.take('a');
    places.take('b');
    now = 1000;
    assert.deepEqual(places.overdue(500), []);
    places.take('c');
    assert.deepEqual(places.overdue(500), ['a', 'b']);
  });
});

describe('The address of a connection', () => {
  const addresses = new Addresses(['10.0.0.7', '::ffff:10.0.0.8']);
  const of = (remoteAddress: string | undefined, forwardedFor?: string | readonly string[]) =>
    addresses.of({ remoteAddress, forwardedFor });

  it('is nobody’s in particular where many people have the same one', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined]) {
      assert.equal(of(address), undefined, address);
    }
    assert.equal(of('127.0.0.2'), '127.0.0.2');
  });

  it('is the network, with IPv6: a machine has as many addresses of it as it likes', () => {
    assert.equal(of('2001:db8:1:2::5'), of('2001:db8:1:2:aaaa:bbbb:cccc:dddd'));
    assert.equal(of('2001:db8::5'), of('2001:0DB8:0:0:1::'));
    assert.equal(of('fe80::1%eth0'), of('fe80::2'));
    assert.notEqual(of('2001:db8:1:2::5'), of('2001:db8:1:3::5'));
    assert.equal(of('::ffff:192.0.2.1'), of('192.0.2.1'));
    assert.equal(of('64:ff9b::192.0.2.1'), of('64:ff9b::192.0.2.2'));
  });

  it('is what a known proxy names last, and of others no word is believed', () => {
    assert.equal(of('10.0.0.7', '1.2.3.4, 192.0.2.1'), '192.0.2.1');
    assert.equal(of('::ffff:10.0.0.8', ['1.2.3.4', '::ffff:192.0.2.1']), '192.0.2.1');
    for (const nothing of [undefined, '', 'unknown', '192.0.2.1, evil.example']) {
      assert.equal(of('10.0.0.7', nothing), undefined, nothing);
    }
    assert.equal(of('10.0.0.9', '192.0.2.1'), '10.0.0.9');
    assert.equal(of('127.0.0.1', '192.0.2.1'), undefined);
  });
});
