import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommonGroundApi, RetroApi } from '../../../src/editor/commonGroundApi.js';
import { invitationLink, readInvitation, socketUrl } from '../../../src/protocol/invitation.js';
import { connectSocket } from '../../../src/room/client.js';
import { Hub } from '../../../src/room/hub.js';
import { MemoryJournal } from '../../../src/room/journal.js';
import { HubServer } from '../../../src/room/server.js';
import { guest, type Person, roomSetup } from '../../unit/room/people.js';

function run<T>(name: string, argument?: unknown): Thenable<T> {
  return vscode.commands.executeCommand<T>(`commonGround.${name}`, argument);
}

/** Someone who comes in by a link, from outside of the editor. */
function byLink(link: string, name: string): Person {
  const read = readInvitation(link);
  assert.ok(read, link);
  const { hub, room, key } = read;
  return guest({ id: room, invitation: key.secret }, name, () => connectSocket(socketUrl(hub)));
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail(`Waited in vain for: ${what}`);
}

async function refusal(command: Thenable<unknown>): Promise<string> {
  const error: { readonly code?: string; readonly message?: string } | undefined = await command.then(
    () => undefined,
    (reason: Error) => reason,
  );
  assert.ok(error, 'it was refused');
  return error.message ?? '';
}

describe('a room that this window holds', () => {
  let retro: RetroApi;
  const guests: Person[] = [];
  before(async () => {
    const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
    assert.ok(extension);
    retro = (await extension.activate()).retro;
  });
  afterEach(async () => {
    for (const person of guests.splice(0)) {
      person.client.dispose();
    }
    await run('retro.discard', { sure: true }).then(undefined, () => undefined);
  });

  async function opened(): Promise<string> {
    await run('retro.start', { template: 'start-stop-continue', title: 'Sprint 44', people: ['Noor', 'Sam'] });
    return run<string>('room.invite', { reach: 'machine' });
  }

  async function joined(link: string, name: string): Promise<Person> {
    const person = byLink(link, name);
    guests.push(person);
    await person.here();
    return person;
  }

  it('is what a retro on one screen turns into: whoever was named comes in by the link', async () => {
    const link = await opened();
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/#[\w-]+\.[\w-]{43}$/);
    assert.equal(await vscode.env.clipboard.readText(), link);
    assert.equal(retro.current()?.participants, 1);
    const sam = await joined(link, 'Sam');
    assert.equal(sam.view?.title, 'Sprint 44');
    assert.equal(sam.view?.mode, 'room');
    await until('two people', () => retro.current()?.participants === 2);
  });

  it('goes on by the commands of the palette, for everyone', async () => {
    const sam = await joined(await opened(), 'Sam');
    await run('retro.next');
    await sam.until('the next step', ({ view }) => view?.kind === 'promises');
    await run('retro.silence');
    await sam.until('silence', ({ view }) => view?.requests.silence !== undefined);
  });

  it('has its facilitator in it, at the panel of this window', async () => {
    const sam = await joined(await opened(), 'Sam');
    await sam.until(
      'Noor',
      ({ view }) => view?.participants.some((one) => one.name === 'Noor' && one.presence === 'here') ?? false,
    );
  });

  it('lets a guest make their own moves alone', async () => {
    const sam = await joined(await opened(), 'Sam');
    assert.deepEqual(await sam.act({ type: 'arrive/word', word: 'curious' }), { ok: true });
    const refused = await sam.act({ type: 'step/next' });
    assert.equal(refused.ok, false);
    assert.equal('code' in refused && refused.code, 'actor/facilitator');
    assert.equal(retro.current()?.step, 'arrive');
  });

  it('does not open for a link that is cut short or wrong', async () => {
    const link = await opened();
    const stranger = byLink(`${link.slice(0, -43)}${'x'.repeat(43)}`, 'Mallory');
    guests.push(stranger);
    await stranger.until('the end', ({ state }) => state.kind === 'ended');
    assert.equal(retro.current()?.participants, 1);
  });

  it('does not wait for who left', async () => {
    const sam = await joined(await opened(), 'Sam');
    await until('two people', () => retro.current()?.participants === 2);
    await sam.client.call('leave', {});
    await until('one person', () => retro.current()?.participants === 1);
  });

  it('says why where it can’t be walked out of', async () => {
    await opened();
    assert.match(await refusal(run('room.leave')), /The room is on this machine/);
  });

  it('tells everyone when it is discarded', async () => {
    const sam = await joined(await opened(), 'Sam');
    await run('retro.discard', { sure: true });
    await sam.until('the end', ({ state }) => state.kind === 'ended');
    assert.equal(sam.state.kind === 'ended' && sam.state.code, 4001);
  });

  it('moves its doors and keeps its people: the same room, another address', async () => {
    const sam = await joined(await opened(), 'Sam');
    const link = await run<string>('room.invite', { reach: 'network' });
    assert.doesNotMatch(link, /127\.0\.0\.1/);
    await sam.until('back', ({ state }) => state.kind === 'here');
    const ines = await joined(link, 'Ines');
    assert.equal(ines.view?.people, 3);
  });

  it('is not made while something is handed in at the one screen', async () => {
    await run('retro.start', { template: 'start-stop-continue', people: ['Noor', 'Sam'] });
    const extension = vscode.extensions.getExtension<CommonGroundApi>('common-ground.common-ground');
    assert.ok(extension);
    await run('retro.goTo', { step: 'vote' });
    assert.equal(
      await run<string | undefined>('room.invite', { reach: 'machine' }).then((link) => typeof link),
      'string',
    );
  });
});

/** VS Code shows no dialogs in tests. This stands for the person who reads one and answers. */
class Reader {
  readonly read: string[] = [];
  /** The answer; nothing for someone who leaves. */
  answer: string | undefined = 'Go In';
  private readonly former = vscode.window.showWarningMessage;

  constructor() {
    const show = async (message: string, { modal, detail }: vscode.MessageOptions = {}) => {
      if (modal === true) {
        this.read.push(`${message} ${detail}`);
      }
      return this.answer;
    };
    assert.ok(Reflect.set(vscode.window, 'showWarningMessage', show));
  }

  gone(): void {
    Reflect.set(vscode.window, 'showWarningMessage', this.former);
  }
}

describe('a room elsewhere', () => {
  let hub: Hub;
  let server: HubServer;
  let link: string;
  let room: Awaited<ReturnType<Hub['create']>>['room'];
  let credential: string;
  let reader: Reader;

  beforeEach(async () => {
    reader = new Reader();
    hub = new Hub();
    server = await HubServer.start(hub, { host: '127.0.0.1', port: 0 });
    ({ room, credential } = await hub.create(roomSetup(), new MemoryJournal()));
    link = invitationLink({
      hub: server.url,
      room: room.id,
      key: { kind: 'invitation', secret: room.invitation },
    });
  });
  afterEach(async () => {
    await run('room.leave').then(undefined, () => undefined);
    await hub.stop();
    await server.close();
    reader.gone();
  });

  const sam = () => room.state.participants.find((person) => person.name === 'Sam');

  it('is joined with a link and a name, at a panel of this window', async () => {
    assert.equal(await run<boolean>('room.join', { link, name: 'Sam' }), true);
    await until('Sam', () => sam()?.presence === 'here');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(
      tabs.some(
        (tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('commonGround.room'),
      ),
    );
  });

  it('is joined by a link that opens the editor, too', async () => {
    const opens = `vscode://common-ground.common-ground/join#${encodeURIComponent(link)}`;
    await run('room.join', { link: opens, name: 'Sam' });
    await until('Sam', () => sam()?.presence === 'here');
  });

  it('is not entered, and no socket is opened to it, before its host was read and confirmed', async () => {
    reader.answer = undefined;
    const back = invitationLink({ hub: server.url, room: room.id, key: { kind: 'credential', secret: credential } });
    const opening = (inside: string) => `vscode://common-ground.common-ground/join#${encodeURIComponent(inside)}`;
    for (const [count, one] of [link, back, opening(link), opening(back)].entries()) {
      assert.equal(await run<boolean>('room.join', { link: one, name: 'Sam' }), false);
      assert.equal(reader.read.length, count + 1);
      assert.ok(reader.read[count]?.includes(`You will write into a room of 127.0.0.1:${server.port}.`));
    }
    assert.equal(server.connections, 0);
    assert.ok(room.state.participants.every(({ presence }) => presence === 'away'));
    reader.answer = 'Go In';
    assert.equal(await run<boolean>('room.join', { link: back }), true);
    await until('Noor', () => room.state.participants.some(({ presence }) => presence === 'here'));
  });

  it('is not entered by a link with a user name in front of the host', async () => {
    const odd = link.replace('http://', 'http://good.example@');
    assert.match(await refusal(run('room.join', { link: odd, name: 'Sam' })), /user name in its address/);
    assert.deepEqual(reader.read, []);
  });

  it('hears a guest’s “silence, please” from the palette', async () => {
    await run('room.join', { link, name: 'Sam' });
    await until('Sam', () => sam()?.presence === 'here');
    await run('retro.silence');
    await until('silence', () => room.state.requests.silence !== undefined);
  });

  it('is left for good', async () => {
    await run('room.join', { link, name: 'Sam' });
    await until('Sam', () => sam()?.presence === 'here');
    await run('room.leave');
    await until('gone', () => sam()?.presence === 'left');
    assert.match(await refusal(run('room.leave')), /in no room/);
  });

  it('is one at a time, and none beside a retro of one’s own', async () => {
    await run('room.join', { link, name: 'Sam' });
    assert.match(await refusal(run('room.join', { link, name: 'Sam' })), /You are in a room/);
    assert.match(
      await refusal(run('retro.start', { template: 'start-stop-continue', people: ['Sam'] })),
      /You are in a room/,
    );
    assert.match(await refusal(run('room.invite', { reach: 'machine' })), /You are in a room/);
  });

  it('is not guessed from half a link', async () => {
    assert.match(await refusal(run('room.join', { link: link.slice(0, -5), name: 'Sam' })), /cut short/);
    assert.match(await refusal(run('room.join', { link: 'https://example.org/', name: 'Sam' })), /cut short/);
  });

  it('is found again after a reload of the panel, by the same person', async () => {
    await run('room.join', { link, name: 'Sam' });
    await until('Sam', () => sam()?.presence === 'here');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await run('room.join');
    await until('Sam, still', () => sam()?.presence === 'here');
    assert.equal(room.state.participants.filter((person) => person.name === 'Sam').length, 1);
  });
});
