import assert from 'node:assert/strict';
import sinon from 'sinon';
import { RepositoryAuthors } from '../../../../src/editor/tone/repositoryAuthors.js';

/** A git extension that knows repositories by their folder. */
class FakeGit {
  readonly repositories = new Map<string, { rootUri: string; log: sinon.SinonStub }>();
  private readonly listeners = new Set<() => void>();
  connections = 0;

  connect = async (): Promise<unknown> => {
    this.connections += 1;
    return {
      getRepository: (uri: string) =>
        [...this.repositories.values()].find(({ rootUri }) => uri.startsWith(rootUri)) ?? null,
      onDidOpenRepository: (listener: () => void) => {
        this.listeners.add(listener);
        return { dispose: () => this.listeners.delete(listener) };
      },
    };
  };

  open(rootUri: string, ...names: string[]): sinon.SinonStub {
    const log = sinon.stub().resolves(names.map((authorName) => ({ hash: 'a', message: 'b', authorName })));
    this.repositories.set(rootUri, { rootUri, log });
    for (const tell of this.listeners) {
      tell();
    }
    return log;
  }

  get listening(): number {
    return this.listeners.size;
  }
}

class Desk {
  readonly git = new FakeGit();
  readonly arrived: unknown[] = [];
  readonly authors: RepositoryAuthors;

  constructor(connect?: () => Promise<unknown>) {
    this.authors = new RepositoryAuthors(connect ?? this.git.connect, (uri) => this.arrived.push(uri));
  }

  /** What is known now; then whatever was begun has its turn. */
  async of(uri: string): Promise<readonly string[]> {
    const names = this.authors.of(uri as never);
    await this.rest();
    return names;
  }

  rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
}

describe('RepositoryAuthors', () => {
  it('asks git with the first document, and tells when the names are there', async () => {
    const desk = new Desk();
    const log = desk.git.open('file:/repo/', 'Sanne Visser', 'dependabot[bot]');
    assert.equal(desk.git.connections, 0);
    assert.deepEqual(await desk.of('file:/repo/retro.md'), []);
    assert.deepEqual(desk.arrived, ['file:/repo/retro.md']);
    assert.deepEqual(await desk.of('file:/repo/retro.md'), ['sanne', 'visser']);
    assert.deepEqual(log.args, [[{ maxEntries: 500 }]]);
  });

  it('reads a repository once', async () => {
    const desk = new Desk();
    const log = desk.git.open('file:/repo/', 'Sanne');
    const other = desk.git.open('file:/other/', 'Marek');
    await Promise.all(['file:/repo/a.md', 'file:/repo/b.md', 'file:/repo/a.md'].map((uri) => desk.of(uri)));
    assert.deepEqual(await desk.of('file:/repo/b.md'), ['sanne']);
    await desk.of('file:/other/a.md');
    assert.deepEqual(await desk.of('file:/other/a.md'), ['marek']);
    assert.equal(log.callCount + other.callCount, 2);
    assert.equal(desk.git.connections, 1);
  });

  it('waits for a repository that opens later', async () => {
    const desk = new Desk();
    await desk.of('file:/repo/a.md');
    desk.git.open('file:/other/', 'Marek');
    desk.git.open('file:/repo/', 'Sanne');
    await desk.of('file:/elsewhere.md');
    assert.deepEqual(desk.arrived, ['file:/repo/a.md']);
  });

  it('has nobody without the Git extension, and with one of another shape', async () => {
    for (const api of [undefined, null, {}, { getRepository: () => null }]) {
      const desk = new Desk(async () => api);
      await desk.of('file:/repo/a.md');
      assert.deepEqual(await desk.of('file:/repo/a.md'), []);
    }
  });

  it('has nobody where git fails or answers in another shape', async () => {
    const desk = new Desk();
    desk.git.open('file:/empty/').rejects(new Error('does not have any commits yet'));
    desk.git.open('file:/odd/').resolves([{ authorName: 3 }]);
    desk.git.repositories.set('file:/old/', { rootUri: 'file:/old/' } as never);
    for (const uri of ['file:/empty/a.md', 'file:/odd/a.md', 'file:/old/a.md']) {
      await desk.of(uri);
      assert.deepEqual(await desk.of(uri), []);
    }
    assert.deepEqual(desk.arrived, []);
  });

  it('tells nothing of a document that is gone', async () => {
    const desk = new Desk();
    const log = desk.git.open('file:/repo/');
    const { promise, resolve } = Promise.withResolvers();
    log.returns(promise);
    await desk.of('file:/repo/a.md');
    await desk.of('file:/later/a.md');
    desk.authors.forget('file:/repo/a.md' as never);
    desk.authors.forget('file:/later/a.md' as never);
    resolve([{ authorName: 'Sanne' }]);
    desk.git.open('file:/later/', 'Marek');
    await desk.of('file:/elsewhere.md');
    assert.deepEqual(desk.arrived, []);
  });

  it('listens to nobody after it was disposed of', async () => {
    const desk = new Desk();
    await desk.of('file:/repo/a.md');
    assert.equal(desk.git.listening, 1);
    desk.authors.dispose();
    assert.equal(desk.git.listening, 0);
    desk.git.open('file:/repo/', 'Sanne');
    await desk.rest();
    assert.deepEqual(desk.arrived, []);
  });
});
