import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { commandIds, contextKeys, settingIds, viewIds } from '../../src/editor/contributions.js';

interface MenuEntry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}
interface Manifest {
  readonly version: string;
  readonly l10n: string;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly submenus?: readonly { readonly id: string }[];
    readonly keybindings?: readonly { readonly command: string; readonly when?: string }[];
    readonly configuration?: { readonly properties: Readonly<Record<string, object>> };
    readonly views?: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly viewsWelcome?: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const nls = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const menuEntries = Object.values(contributes.menus).flat();
const sources = globSync('src/editor/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

/** Every `when` and `enablement` clause of the manifest. */
const clauses = [...text.matchAll(/"(?:when|enablement)":\s*"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');

describe('package.json', () => {
  it('declares the commands that the code knows, and no others', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(commandIds));
  });

  it('declares each command, setting and view once', () => {
    for (const ids of [
      contributes.commands.map(({ command }) => command),
      commandIds,
      settingIds,
      viewIds,
      contextKeys,
    ]) {
      assert.equal(new Set<string>(ids).size, ids.length);
    }
  });

  it('declares the settings that the code knows, and no others', () => {
    assert.deepEqual(sorted(Object.keys(contributes.configuration?.properties ?? {})), sorted(settingIds));
  });

  it('declares the views that the code knows, and no others', () => {
    assert.deepEqual(
      sorted(Object.values(contributes.views ?? {}).flatMap((views) => views.map(({ id }) => id))),
      sorted(viewIds),
    );
  });

  it('registers every command in the code', () => {
    const code = sources.map((source) => source.text).join('\n') + readFileSync('src/extension.ts', 'utf8');
    for (const id of commandIds) {
      assert.match(code, new RegExp(`['"\`]${id.replaceAll('.', '\\.')}['"\`]`), `${id} is registered nowhere`);
    }
  });

  it('names only commands and submenus that exist in its menus and keybindings', () => {
    const known = new Set<string>(commandIds);
    const submenus = new Set((contributes.submenus ?? []).map(({ id }) => id));
    for (const entry of [...menuEntries, ...(contributes.keybindings ?? [])] as MenuEntry[]) {
      if (entry.command !== undefined && !known.has(entry.command)) {
        assert.fail(`${entry.command} is not a command of ours`);
      }
      if (entry.submenu !== undefined) {
        assert.ok(submenus.has(entry.submenu), `${entry.submenu} is not a submenu of ours`);
      }
    }
  });

  it('uses only context keys that the code sets, and the code sets only those it declares', () => {
    const used = new Set(clauses.flatMap((clause) => clause.match(/commonGround:\w+(?:\.\w+)*/g) ?? []));
    const known = new Set<string>(contextKeys);
    for (const key of used) {
      assert.ok(known.has(key), `${key} is set nowhere`);
    }
    for (const key of known) {
      assert.ok(used.has(key), `${key} is used nowhere`);
      assert.ok(
        sources.some((source) => !source.file.endsWith('contributions.ts') && source.text.includes(`'${key}'`)),
        `${key} is set nowhere`,
      );
    }
  });

  it('says once, at most, when a command is offered in the palette', () => {
    const palette = (contributes.menus.commandPalette ?? []).map(({ command }) => command);
    assert.equal(new Set(palette).size, palette.length);
  });

  it('gives every command of the palette the category Common Ground', () => {
    for (const { command, category, title } of contributes.commands) {
      assert.equal(category, 'Common Ground', command);
      assert.match(title, /^%[\w.]+%$/, `${command} has a title that cannot be translated`);
    }
  });

  it('uses every text of package.nls.json, and has a text for every key', () => {
    const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(sorted(used), sorted(Object.keys(nls)));
  });

  it('has the version that the CHANGELOG tells of', () => {
    const version = /^## \[(\d+\.\d+\.\d+)\]/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1];
    assert.equal(version, manifest.version);
  });
});
