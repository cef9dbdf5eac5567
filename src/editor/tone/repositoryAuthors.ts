import * as v from 'valibot';
import type { Disposable, Uri } from 'vscode';
import { authorNames } from '../../tone/team/authorNames.js';

/** The parts of the Git extension's interface that are used here. Objects are checked, never copied: methods need their own. */
const gitInterface = v.object({ getRepository: v.function(), onDidOpenRepository: v.function() });
const gitRepository = v.object({ rootUri: v.unknown(), log: v.function() });
type Git = v.InferOutput<typeof gitInterface>;
type Repository = v.InferOutput<typeof gitRepository>;
const commits = v.array(
  v.pipe(
    v.object({ authorName: v.optional(v.string(), ''), authorEmail: v.optional(v.string(), '') }),
    v.transform(({ authorName, authorEmail }) => ({ name: authorName, email: authorEmail })),
  ),
);
const disposable = v.object({ dispose: v.function() });

/** So many commits tell who works here now. */
const maxEntries = 500;
const nobody: readonly string[] = [];

/**
 * The names of those who work in the repository of a document. Git is asked when a document is first asked for, through the
 * editor's own extension, and once for each repository. A name leaves this machine nowhere.
 */
export class RepositoryAuthors implements Disposable {
  /** Documents that were asked for, with what is known for them. */
  private readonly known = new Map<string, readonly string[]>();
  /** Documents whose repository is not open yet. */
  private readonly waiting = new Map<string, Uri>();
  private readonly repositories = new Map<string, Promise<readonly string[]>>();
  private git: Promise<Git | undefined> | undefined;
  private listener: unknown;
  private disposed = false;

  /**
   * @param connect gives the interface of the Git extension, if there is one.
   * @param arrived is told that there are names for a document that had none.
   */
  constructor(
    private readonly connect: () => Promise<unknown>,
    private readonly arrived: (uri: Uri) => void,
  ) {}

  /** The names for a document, as far as they are known. */
  of(uri: Uri): readonly string[] {
    const known = this.known.get(uri.toString());
    if (known === undefined) {
      this.known.set(uri.toString(), nobody);
      void this.ask(uri);
    }
    return known ?? nobody;
  }

  /** Nobody asks for this document any more. */
  forget(uri: Uri): void {
    this.known.delete(uri.toString());
    this.waiting.delete(uri.toString());
  }

  dispose(): void {
    this.disposed = true;
    this.known.clear();
    this.waiting.clear();
    if (v.is(disposable, this.listener)) {
      this.listener.dispose();
    }
  }

  private async ask(uri: Uri): Promise<void> {
    this.git ??= this.open();
    const git = await this.git;
    const repository = git && repositoryOf(git, uri);
    const key = uri.toString();
    if (git === undefined || !this.known.has(key)) {
      return;
    }
    if (repository === undefined) {
      this.waiting.set(key, uri);
      return;
    }
    const names = await this.namesIn(repository);
    if (names.length > 0 && this.known.has(key)) {
      this.known.set(key, names);
      this.arrived(uri);
    }
  }

  private async open(): Promise<Git | undefined> {
    const git = await this.connect();
    if (this.disposed || !v.is(gitInterface, git)) {
      return undefined;
    }
    // The editor looks for repositories while it starts: a document may be there first.
    this.listener = git.onDidOpenRepository(() => {
      const again = [...this.waiting.values()];
      this.waiting.clear();
      for (const uri of again) {
        void this.ask(uri);
      }
    });
    return git;
  }

  private namesIn(repository: Repository): Promise<readonly string[]> {
    const root = String(repository.rootUri);
    const names = this.repositories.get(root) ?? readNames(repository);
    this.repositories.set(root, names);
    return names;
  }
}

function repositoryOf(git: Git, uri: Uri): Repository | undefined {
  try {
    const repository: unknown = git.getRepository(uri);
    return v.is(gitRepository, repository) ? repository : undefined;
  } catch {
    return undefined;
  }
}

/** A repository without a commit, or whose history cannot be read, has nobody. */
async function readNames(repository: Repository): Promise<readonly string[]> {
  try {
    const log = v.safeParse(commits, await repository.log({ maxEntries }));
    return log.success ? authorNames(log.output) : nobody;
  } catch {
    return nobody;
  }
}
