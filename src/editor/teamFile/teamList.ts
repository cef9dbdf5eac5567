import * as vscode from 'vscode';
import type { Problem } from '../../yamlList/problem.js';
import { differenceOf, type TextEdit } from '../../yamlList/textEdit.js';
import { UserError } from '../userError.js';
import { openDocument } from './fileContent.js';
import { wordProblem } from './problemWords.js';
import type { TeamFile, WriteOutcome } from './teamFile.js';

/** What commitments and norms files have in common once they are read. */
export interface ListFile {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly refusal?: Problem | undefined;
}

type EditResult<F> =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly text: string; readonly file?: F }
  | { readonly ok: false; readonly problem: Problem };

/** The pure room that reads and edits such a file. It brings the YAML library, so it is loaded on first use. */
export interface ListRoom<F extends ListFile, E> {
  parse(text: string): F;
  parseInSteps(text: string): Generator<void, F>;
  update(previous: F, text: string, change?: TextEdit): F;
  updateInSteps(previous: F, text: string, change?: TextEdit): Generator<void, F>;
  makeEdit(file: F, edit: E): EditResult<F>;
  rebaseEdit(base: F, edit: E, current: F): EditResult<F>;
}

/** What is known of a file. */
export interface Snapshot<F> {
  /** There is no file, and no text of one in an editor. */
  readonly missing: boolean;
  /** What can be shown: as it is now, or the last state that could be read. */
  readonly shown?: F;
  /** As it is now, with its problems. */
  readonly latest?: F;
  /** Why it cannot be written, or what is shown is old; with a place in `latest.text` if it has one. */
  readonly trouble?: { readonly message: string; readonly offset?: number };
  readonly readOnly?: string;
}

const typingPauseInMs = 100;
/** Nobody tells when a file system or a drive comes back: a file that could not be read is tried again. */
const tryAgainInMs = 5000;

/** A list in a team file: read when first asked for, kept up to date from then on. */
export class TeamList<F extends ListFile, E> implements vscode.Disposable {
  private snapshot: Snapshot<F> | undefined;
  private loading: Promise<Snapshot<F>> | undefined;
  private generation = 0;
  private stamp: string | undefined;
  /** The text that our own edit is about to bring, already read. */
  private expected: F | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private room: ListRoom<F, E> | undefined;
  private readonly didChange = new vscode.EventEmitter<void>();
  readonly onDidChange = this.didChange.event;
  private readonly listener: vscode.Disposable;

  constructor(
    readonly file: TeamFile,
    private readonly loadRoom: () => Promise<ListRoom<F, E>>,
  ) {
    this.listener = file.onDidChange(() => this.refreshSoon());
  }

  /** What is known now: nothing before {@link ready} was awaited once. */
  get current(): Snapshot<F> | undefined {
    return this.snapshot;
  }

  /** Reads the file if that has not happened yet. */
  async ready(): Promise<Snapshot<F>> {
    if (this.loading === undefined) {
      this.loading = this.load();
    } else if (this.snapshot !== undefined && (await this.file.stamp()) !== this.stamp) {
      // On network drives and in containers news of a change may be late or lost: whoever asks gets what is there now.
      this.loading = this.load();
    }
    const loaded = await this.loading;
    // Our own edits are known before the next reading ends.
    return this.snapshot ?? loaded;
  }

  /** Reads the file again now: for a text that changed a moment ago. */
  async refreshed(): Promise<Snapshot<F>> {
    await this.ready();
    this.loading = this.load();
    return this.loading;
  }

  /**
   * Makes edits in one step of undo, on the text as it is then.
   * @param base what the person saw when they decided; an item that was changed since is refused.
   * @throws UserError when the file refuses, with nothing changed
   */
  async apply(edits: readonly E[], base?: F): Promise<WriteOutcome> {
    const room = await this.loadedRoom();
    const { missing } = await this.ready();
    if (missing) {
      const made = await this.file.create(this.edited(room, room.parse(''), edits).text);
      if (made !== undefined) {
        await this.refreshed();
        return made;
      }
    }
    const outcome = await this.file.edit((text) => {
      const latest = this.snapshot?.latest;
      const before = latest?.text === text ? latest : room.update(latest ?? room.parse(''), text);
      const after = this.edited(room, before, edits, base);
      this.expected = after;
      const difference = differenceOf(text, after.text);
      return difference === undefined ? [] : [difference];
    });
    if (this.snapshot?.latest?.text !== outcome.after) {
      await this.refreshed();
    }
    return outcome;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.generation += 1;
    this.listener.dispose();
    this.didChange.dispose();
    this.file.dispose();
  }

  private edited(room: ListRoom<F, E>, start: F, edits: readonly E[], base?: F): F {
    let current = start;
    for (const edit of edits) {
      const result = base === undefined ? room.makeEdit(current, edit) : room.rebaseEdit(base, edit, current);
      if (!result.ok) {
        throw new UserError(`team-file/${result.problem.code}`, wordProblem(result.problem));
      }
      current = result.file ?? room.update(current, result.text);
    }
    return current;
  }

  private async loadedRoom(): Promise<ListRoom<F, E>> {
    this.room ??= await this.loadRoom();
    return this.room;
  }

  /** Our own edits are known already and show at once; while a person types, the rest waits for a pause. */
  private refreshSoon(): void {
    if (this.loading === undefined) {
      return;
    }
    // The editor tells of the edit before the file is saved: then it is dirty, and what it holds is what counts.
    const text = openDocument(this.file.uri)?.getText();
    if (this.expected !== undefined && this.expected.text === text) {
      // A reading under way began before this edit: it must not overwrite what the edit brought.
      this.generation += 1;
      this.accept({ ...this.snapshot, missing: false }, this.expected);
      this.expected = undefined;
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.loadAgain(), typingPauseInMs);
  }

  private loadAgain(): void {
    this.loading = this.load();
  }

  private async load(): Promise<Snapshot<F>> {
    this.generation += 1;
    const generation = this.generation;
    const stamp = await this.file.stamp();
    const content = await this.file.read();
    this.stamp = stamp;
    if (content.kind !== 'text') {
      return generation === this.generation ? this.acceptNoText(content) : this.newer();
    }
    const latest = await this.parsed(content.text, generation);
    if (latest === undefined) {
      return this.newer();
    }
    const deleted = vscode.l10n.t(
      'The file was deleted. The editor still has its text: save it to bring the file back.',
    );
    return this.accept(
      {
        missing: false,
        ...(content.readOnly === undefined ? {} : { readOnly: content.readOnly }),
        ...(content.deleted === true ? { trouble: { message: deleted } } : {}),
      },
      latest,
    );
  }

  /** A later load has taken over: its answer is the right one. */
  private newer(): Promise<Snapshot<F>> | Snapshot<F> {
    return this.snapshot ?? this.loading ?? { missing: true };
  }

  private async parsed(text: string, generation: number): Promise<F | undefined> {
    const room = await this.loadedRoom();
    const previous = this.snapshot?.latest;
    const change = previous && differenceOf(previous.text, text);
    if (previous !== undefined && change === undefined) {
      return generation === this.generation ? previous : undefined;
    }
    // A small change is read in the first step, more in several, so that the editor never waits.
    const steps = previous ? room.updateInSteps(previous, text, change) : room.parseInSteps(text);
    while (generation === this.generation) {
      const step = steps.next();
      if (step.done === true) {
        return step.value;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return undefined;
  }

  private accept(base: Pick<Snapshot<F>, 'missing' | 'readOnly' | 'trouble'>, latest: F): Snapshot<F> {
    const { refusal } = latest;
    const shown = refusal === undefined ? latest : (this.snapshot?.shown ?? latest);
    const trouble =
      refusal === undefined ? base.trouble : { message: wordProblem(refusal), offset: refusal.range.start };
    return this.replace({
      missing: false,
      shown,
      latest,
      ...(base.readOnly === undefined ? {} : { readOnly: base.readOnly }),
      ...(trouble === undefined ? {} : { trouble }),
    });
  }

  private acceptNoText(
    content: { readonly kind: 'missing' } | { readonly kind: 'unreadable'; readonly reason: string },
  ) {
    if (content.kind === 'missing') {
      return this.replace({ missing: true });
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.loadAgain(), tryAgainInMs);
    const shown = this.snapshot?.shown;
    return this.replace({ missing: false, ...(shown ? { shown } : {}), trouble: { message: content.reason } });
  }

  private replace(snapshot: Snapshot<F>): Snapshot<F> {
    const before = this.snapshot;
    this.snapshot = snapshot;
    if (before === undefined || !same(before, snapshot)) {
      this.didChange.fire();
    }
    return snapshot;
  }
}

function same<F>(one: Snapshot<F>, other: Snapshot<F>): boolean {
  return (
    one.missing === other.missing &&
    one.latest === other.latest &&
    one.shown === other.shown &&
    one.readOnly === other.readOnly &&
    one.trouble?.message === other.trouble?.message &&
    one.trouble?.offset === other.trouble?.offset
  );
}
