// Stands for any command that has VS Code open: says what it started, then waits to be ended. `crash` ends it by itself.
import { launchBrowser } from '../browser.mts';
import { processesMarked } from '../processes.mts';
import { startServer } from '../server.mts';
import { endWithParent, session } from '../session.mts';

const [what, how] = process.argv.slice(2);

endWithParent();
const server = await startServer();
if (what === 'browser') {
  const page = await (await launchBrowser()).newPage();
  await page.goto(server.url, { waitUntil: 'commit' });
}
const { folder } = session();
console.log(JSON.stringify({ port: server.port, folder, processes: processesMarked(folder).length }));
if (how === 'crash') {
  throw new Error('A crash, on purpose.');
}
setInterval(() => undefined, 1000);
