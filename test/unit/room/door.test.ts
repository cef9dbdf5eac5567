import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeReason, closeReasons } from '../../../src/protocol/closeCodes.js';
import { Doorkeeper } from '../../../src/room/doorkeeper.js';
import { FlagError, hubHelp, readFlags } from '../../../src/room/hubFlags.js';
import { Rate } from '../../../src/room/rate.js';
import { equalSecrets, Seats } from '../../../src/room/seats.js';
import { headersFor, Site } from '../../../src/room/site.js';
import { realWorld } from '../../../src/room/world.js';

describe('The door of a hub', () => {
  it('opens to the names of the hub and to pages of its own', () => {
    const door = new Doorkeeper('127.0.0.1', ['retro.example']);
    for (const host of [
      '127.0.0.1:4711',
      'localhost:4711',
      'LOCALHOST',
      '[::1]:4711',
      'retro.example',
      'retro.example:443',
    ]) {
      assert.ok(door.knowsHost(host), host);
      assert.ok(door.knowsOrigin(`http://${host}`, host) && door.knowsOrigin(`https://${host}`, host));
      assert.ok(door.knowsOrigin(undefined, host));
    }
    for (const host of [
      undefined,
      '',
      'evil.example',
      '127.0.0.1.evil.example',
      'retro.example.evil',
      '*',
      '10.0.0.1:1',
    ]) {
      assert.ok(!door.knowsHost(host), String(host));
    }
    for (const origin of [
      'null',
      'https://evil.example',
      'http://127.0.0.1:1',
      'http://127.0.0.1:4711.evil.example',
      '',
    ]) {
      assert.ok(!door.knowsOrigin(origin, '127.0.0.1:4711'), origin);
    }
  });

  it('knows what the editor’s port forwarding calls it', () => {
    const door = new Doorkeeper('127.0.0.1', []);
    door.allowOrigin('https://abc-4711.tunnels.example');
    assert.ok(door.knowsHost('abc-4711.tunnels.example'));
    assert.ok(door.knowsOrigin('https://abc-4711.tunnels.example', 'localhost:4711'));
    assert.ok(!door.knowsOrigin('https://other-4711.tunnels.example', 'localhost:4711'));
  });

  it('knows all addresses of the machine only when it listens to them', () => {
    assert.ok(new Doorkeeper('127.0.0.1', []).isLocal);
    assert.ok(!new Doorkeeper('0.0.0.0', []).isLocal);
    assert.ok(new Doorkeeper('192.0.2.7', []).knowsHost('192.0.2.7:80'));
  });
});

describe('The seats of a room', () => {
  const seats = () => new Seats({}, realWorld);

  it('open to the newest credential, and to the one before until it is confirmed', () => {
    const one = seats();
    const first = one.issue('sam');
    const second = one.issue('ines');
    assert.deepEqual([one.open(first), one.open(second), one.open('x')], ['sam', 'ines', undefined]);
    const next = one.issue('sam');
    assert.deepEqual([one.open(first), one.open(next)], ['sam', 'sam']);
    assert.equal(one.open(first), undefined);
  });

  it('are void one by one as they are confirmed', () => {
    const one = seats();
    const first = one.issue('sam');
    one.confirm('sam');
    const next = one.issue('sam');
    one.confirm('sam');
    assert.deepEqual([one.open(first), one.open(next)], [undefined, 'sam']);
  });

  it('are kept without what opens them', () => {
    const one = seats();
    one.remember('sam', 'the first time of sam');
    const credential = one.issue('sam');
    const saved = JSON.stringify(one.saved);
    assert.ok(!saved.includes(credential) && !saved.includes('the first time'));
    const again = new Seats(JSON.parse(saved), realWorld);
    assert.deepEqual([again.open('the first time of sam'), again.open(credential)], ['sam', 'sam']);
    again.forget('sam');
    assert.equal(again.open(credential), undefined);
  });

  it('compare secrets of any length', () => {
    assert.ok(equalSecrets('a', 'a'));
    assert.ok(!equalSecrets('a', 'ab') && !equalSecrets('', 'a'));
  });
});

describe('A rate', () => {
  it('allows so much at once, and so much more as time goes on; a clock that is set back changes nothing', () => {
    let now = 1000;
    const rate = new Rate(3, 2, () => now);
    assert.deepEqual(
      [1, 1, 1, 1].map((amount) => rate.take(amount)),
      [true, true, true, false],
    );
    now += 1000;
    assert.deepEqual([rate.take(1), rate.take(1)], [true, false]);
    now -= 100_000;
    assert.ok(!rate.take(1));
    now += 500;
    assert.ok(!rate.take(1));
  });
});

describe('The page of a hub', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await mkdir(join(folder, 'page', 'l10n'), { recursive: true });
    await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'page', 'l10n', 'de.json'), '{}');
    await writeFile(join(folder, 'page', 'main.js.map'), '{}');
    await writeFile(join(folder, 'key'), 'secret');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is what lies in its folder, and nothing beside it', async () => {
    const site = new Site(join(folder, 'page'));
    assert.equal((await site.file('/'))?.type, 'text/html; charset=utf-8');
    assert.equal((await site.file('/l10n/de.json'))?.body.toString(), '{}');
    for (const path of [
      '/../key',
      '/l10n/../../key',
      '//key',
      '/%2e%2e/key',
      '/main.js.map',
      '/l10n',
      '/none.js',
      '/__proto__',
      '',
    ]) {
      assert.equal(await site.file(path), undefined, path);
    }
  });

  it('is not there where there is no folder', async () => {
    assert.equal(await new Site(undefined).file('/'), undefined);
    assert.equal(await new Site(join(folder, 'none')).file('/'), undefined);
  });

  it('may do nothing that it has no need of', () => {
    const policy = headersFor('h:1')['content-security-policy'] ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|https:/);
    assert.match(policy, /connect-src 'self' ws:\/\/h:1 wss:\/\/h:1/);
  });
});

describe('The flags of a hub', () => {
  it('are what the help says', () => {
    const flags = readFlags(['--port', '0', '--name', 'a', '--name', 'b', '--open', 'Sprint', '--keep-hours', '2']);
    assert.deepEqual([flags.port, flags.names, flags.title, flags.keepHours], [0, ['a', 'b'], 'Sprint', 2]);
    assert.equal(readFlags([]).host, '127.0.0.1');
    for (const [flag] of hubHelp.matchAll(/--[a-z-]+/g)) {
      assert.doesNotThrow(() => {
        try {
          readFlags([flag, '1']);
        } catch (error) {
          assert.ok(error instanceof FlagError && !error.message.includes('Unknown option'), String(error));
        }
      });
    }
  });

  it('that make no sense are refused in words', () => {
    for (const args of [
      ['--port', 'x'],
      ['--port', '70000'],
      ['--tls-cert', 'a'],
      ['--data', 'a'],
      ['--proxy', 'proxy.example'],
      ['--x'],
      ['stray'],
    ]) {
      assert.throws(() => readFlags(args), FlagError);
    }
  });
});

describe('The reasons for an end', () => {
  it('have codes of their own, from 4000 to 4099, and a sentence each', () => {
    const all = Object.values(closeReasons);
    assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
    assert.ok(all.every(({ code, text }) => code >= 4000 && code < 4100 && text.endsWith('.')));
    assert.equal(closeReason(1006).again, 'soon');
    assert.equal(closeReason(1009).again, 'never');
  });
});
