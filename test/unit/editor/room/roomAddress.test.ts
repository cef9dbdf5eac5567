import assert from 'node:assert/strict';
import { readAddress } from '../../../../src/editor/room/roomAddress.js';

/** What a person is shown, or why there is nothing to show. */
function shown(hub: string): string {
  const address = readAddress(hub);
  return typeof address === 'string' ? address : address.host;
}

describe('the address of a room elsewhere', () => {
  it('is named with its port, also the usual one', () => {
    assert.equal(shown('http://evil.example:4711/'), 'evil.example:4711');
    assert.equal(shown('http://evil.example/'), 'evil.example:80');
    assert.equal(shown('https://Evil.Example/hub/'), 'evil.example:443');
    assert.equal(shown('http://[2001:DB8::1]:4711/'), '[2001:db8::1]:4711');
  });

  it('is named as machines read it, however it is written', () => {
    for (const written of ['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://１２７.0.0.1/']) {
      assert.equal(shown(written), '127.0.0.1:80', written);
    }
    assert.equal(shown('http://%65vil.example/'), 'evil.example:80');
    assert.equal(shown('http://good.example。evil.example/'), 'good.example.evil.example:80');
  });

  it('shows letters of other alphabets as code, and says that there are some', () => {
    const odd = readAddress('https://gооd.example/');
    assert.ok(typeof odd === 'object' && odd.isOdd);
    assert.match(odd.host, /^xn--[\w-]+\.example:443$/);
    const plain = readAddress('https://good.example/');
    assert.ok(typeof plain === 'object' && !plain.isOdd);
  });

  it('is none with a user name or a password in front, which can pass for the host', () => {
    for (const hub of [
      'https://good.example@evil.example/',
      'https://good.example:443@evil.example/',
      'https://@evil.example/',
      'https://:@evil.example/',
      'https://good.example%2F@evil.example/',
    ]) {
      assert.equal(shown(hub), 'person', hub);
    }
  });

  it('is none where programs could read another one', () => {
    for (const hub of [
      '',
      'http://',
      'http:///x/',
      'http://good.example\\.evil.example/',
      'http://good.example/\\evil/',
      'http://good.example%40evil.example/',
      'http://exa mple/',
      'http://[::1/',
      'http://a:99999/',
      'ftp://good.example/',
    ]) {
      assert.equal(shown(hub), 'unreadable', hub);
    }
  });

  it('is what is connected to: one form for all ways to write it', () => {
    const hub = (written: string) => {
      const address = readAddress(written);
      return typeof address === 'string' ? address : address.hub;
    };
    assert.equal(hub('HTTPS://Hub.Example:443/a'), 'https://hub.example/a/');
    assert.equal(hub('http://0x7f.1:4711'), 'http://127.0.0.1:4711/');
    assert.equal(hub('http://hub.example/a/../b/'), 'http://hub.example/b/');
  });

  it('is private with TLS, and on this machine', () => {
    const isPrivate = (written: string) => {
      const address = readAddress(written);
      return typeof address === 'object' && address.isPrivate;
    };
    for (const written of ['https://a/', 'http://localhost:1/', 'http://127.0.0.1:4711/', 'http://[::1]:4711/']) {
      assert.ok(isPrivate(written), written);
    }
    for (const written of ['http://a/', 'http://192.168.1.5:4711/', 'http://127.0.0.1.evil.example/']) {
      assert.ok(!isPrivate(written), written);
    }
  });
});
