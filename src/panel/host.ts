import * as v from 'valibot';
import { hostNotices, type PanelRequests, type PanelSettings, panelRequests } from '../protocol/panelMessages.js';
import { pipedLines } from '../protocol/pipe.js';
import type { RoomClient } from '../protocol/roomClient.js';
import { type Caller, caller, listen, type Port, type Result } from '../protocol/rpc.js';
import { keepDrafts, takeDrafts } from './drafts.js';
import { invitation, provideSurroundings } from './hostCommands.js';
import { preferences } from './preferences.js';
import { act, connectRoom, room, showRoom } from './room.js';
import { openSheet } from './sheets.js';
import { t, useTranslation } from './text.js';
import { provideWayBack } from './together/ended.js';
import { enterRoom } from './together/enterRoom.js';
import { configureTone } from './toneClient.js';

/** The webview's line to the editor; the one place that knows of `acquireVsCodeApi`. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/**
 * What the editor keeps for this panel over a reload, in a database of its own that may hold on to what was taken out of it:
 * never a word that someone wrote. Drafts are with the host.
 */
const savedSchema = v.object({
  singleKeys: v.exactOptional(v.boolean()),
});
type Saved = v.InferOutput<typeof savedSchema>;
type Host = Caller<PanelRequests>;
type Ready = Result<PanelRequests, 'ready'>;
type In<K extends Ready['in']['kind']> = Extract<Ready['in'], { readonly kind: K }>;

/** Brings the panel up inside the editor. */
export async function connectHost(): Promise<void> {
  const api = acquireVsCodeApi();
  const port = portOf(api);
  const host = caller(port, panelRequests, { after });
  preferences(readSaved(api).singleKeys, (chosen) => api.setState({ singleKeys: chosen } satisfies Saved));
  addEventListener('error', (event) => void host.call('report', { message: event.message.slice(0, 2000) }));
  const screen = new ScreenView(host);
  listenToHost(port, screen);
  const ready = await host.call('ready', {});
  configure(ready.settings);
  if (ready.in.kind === 'screen') {
    surround(host, ready);
    screen.begin(ready.in);
  } else {
    surround(host, ready, goIn(host, port, ready.in));
  }
  takeDrafts(ready.drafts);
  keepDrafts((kept) => {
    if (room.peek()?.finishedAt === undefined) {
      void host.call('drafts/save', kept);
    }
  });
}

function listenToHost(port: Port, screen: ScreenView): void {
  listen(port, hostNotices, {
    view: (news) => screen.take(news),
    settings: configure,
    show: ({ what }) => what === 'people' && openSheet('people'),
    move: ({ event }) => void act(event),
    invitation: (news) => {
      invitation.value = news;
    },
    closed: () => {
      takeDrafts({ cards: {}, votes: {}, boxes: {} });
    },
  });
}

/** One screen: the host holds the retro, and each change comes as a whole view with a number. */
class ScreenView {
  private version = Number.MAX_SAFE_INTEGER;

  constructor(private readonly host: Host) {}

  begin(first: In<'screen'>): void {
    connectRoom(async (event, person) => {
      try {
        const result = await this.host.call('act', person === undefined ? { event } : { event, for: person });
        return result.ok ? {} : { refused: t(result.message) };
      } catch {
        // It may have ended without this page, or failed; its log says more.
        return { refused: t('The editor did not take that. Your retro is kept: it opens again from the status bar.') };
      }
    });
    this.show(first);
  }

  take(news: Omit<In<'screen'>, 'kind'>): void {
    if (news.version === this.version + 1) {
      this.show(news);
    } else if (news.version > this.version) {
      void this.refresh();
    }
  }

  private async refresh(): Promise<void> {
    const ready = await this.host.call('ready', {});
    configure(ready.settings);
    if (ready.in.kind === 'screen') {
      this.show(ready.in);
    }
  }

  private show({ version, view, sentAt }: Omit<In<'screen'>, 'kind'>): void {
    this.version = version;
    showRoom(view, sentAt);
  }
}

/** A room: this panel is a participant like all others, and the editor passes on what it says to the hub. */
function goIn(host: Host, port: Port, entry: In<'room'>): () => RoomClient {
  invitation.value = entry.invitation;
  const enter = () =>
    enterRoom({
      room: entry.room,
      connect: pipedLines(port),
      entrance: () => host.call('room/entrance', {}),
      keep: async (credential, you) => {
        await host.call('room/keep', { credential, you });
      },
    });
  let client = enter();
  provideWayBack(() => {
    client = enter();
  });
  return () => client;
}

function surround(host: Host, { offers }: Ready, client?: () => RoomClient): void {
  provideSurroundings({
    offers,
    command: (command) => void host.call('command', { command }),
    preview: async () => (await (client?.().call('preview', {}) ?? host.call('preview', {}))).files,
  });
}

function portOf(api: VsCodeApi): Port {
  return {
    send: (message) => api.postMessage(message),
    onMessage(run) {
      const onMessage = (event: MessageEvent<unknown>) => run(event.data);
      addEventListener('message', onMessage);
      return () => removeEventListener('message', onMessage);
    },
  };
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

function configure(settings: PanelSettings): void {
  document.documentElement.lang = settings.language;
  useTranslation(settings.l10n);
  configureTone(settings.tone);
}

function readSaved(api: VsCodeApi): Saved {
  const parsed = v.safeParse(savedSchema, api.getState() ?? {});
  return parsed.success ? parsed.output : {};
}
