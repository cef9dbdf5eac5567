// `npm start`: Common Ground on the sample team, in desktop VS Code if `code` is on the PATH, else in the browser.
// `--web` prefers the browser, `--no-open` opens none and prints the address alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inProject, isBuilt } from './paths.mts';
import { Problem, runMain } from './problem.mts';
import { copySampleTeam } from './sampleTeam.mts';
import { quietSettings, startServer } from './server.mts';
import { closeSession, endWithParent, session, startOwned } from './session.mts';
import { workbenchUrl } from './workbench.mts';

const reviewBox = inProject('test', 'fixtures', 'reviewBox');
const flags = process.argv.slice(2);

endWithParent();
await runMain(async () => {
  try {
    if (!isBuilt()) {
      await build();
    }
    const desktop = flags.includes('--web') || flags.includes('--no-open') ? undefined : findCode();
    return await (desktop === undefined ? serve() : openDesktop(desktop));
  } finally {
    await closeSession();
  }
});
process.exit();

async function build(): Promise<void> {
  const { process: child } = startOwned(process.execPath, ['esbuild.js'], { cwd: inProject(), stdio: 'inherit' });
  if ((await new Promise((done) => child.on('close', done))) !== 0) {
    throw new Problem('The build failed; what is in its way is above.');
  }
}

function findCode(): string | undefined {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** With a profile of its own, so that nobody's settings are touched and Ctrl+C can end it. Resolves when it is closed. */
async function openDesktop(code: string): Promise<number> {
  const profile = session().newFolder('profile');
  mkdirSync(join(profile, 'User'));
  writeFileSync(join(profile, 'User', 'settings.json'), JSON.stringify(quietSettings, null, 2));
  const folder = copySampleTeam();
  console.log('Opening VS Code on the sample team. Close its window or press Ctrl+C to end.');
  tellWhatToTry();
  const args = [
    ...[folder, '--wait', '--new-window', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    ...[`--user-data-dir=${profile}`, `--extensions-dir=${session().newFolder('extensions')}`],
    ...[`--extensionDevelopmentPath=${inProject()}`, `--extensionDevelopmentPath=${reviewBox}`],
    ...['--goto', join(folder, 'docs', 'review-notes.md')],
  ];
  const { process: child } = startOwned(code, args, { stdio: 'inherit', shell: code.endsWith('.cmd') });
  return new Promise((done) => child.on('close', (exit) => done(exit ?? 1)));
}

/** Resolves to nothing: a signal ends it. */
async function serve(): Promise<number> {
  const server = await startServer({ forPerson: true, installed: [reviewBox] });
  const folder = copySampleTeam();
  const url = workbenchUrl(server, { folder, openFile: join(folder, 'docs', 'review-notes.md') });
  console.log(`\nCommon Ground on the sample team, in VS Code:\n\n  ${url}\n`);
  tellWhatToTry();
  console.log('Press Ctrl+C to end.');
  if (!flags.includes('--no-open')) {
    openInBrowser(url);
  }
  return new Promise(() => setInterval(() => undefined, 60_000));
}

function tellWhatToTry(): void {
  console.log(
    [
      'To try: put the cursor on a squiggle and press Ctrl+. for other words; run "Review Box: Open a Comment Box" (F1) and',
      'type into a review; run "Common Ground: Start Retro"; look at the commitments in the sidebar.',
    ].join('\n'),
  );
}

function openInBrowser(url: string): void {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) {
    return;
  }
  const openers = { darwin: ['open', url], win32: ['explorer.exe', url] } as const;
  const [program, ...args] =
    process.platform === 'darwin' || process.platform === 'win32' ? openers[process.platform] : ['xdg-open', url];
  // Where nothing opens, the address is printed already.
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
