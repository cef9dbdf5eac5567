import * as v from 'valibot';
import { hostNotices, type PanelSettings, panelRequests } from '../protocol/panelMessages.js';
import { type Caller, caller, listen, type Port } from '../protocol/rpc.js';
import { keepDrafts, takeDrafts } from './drafts.js';
import { preferences } from './preferences.js';
import { connectRoom, room, showRoom } from './room.js';
import { t, useTranslation } from './text.js';
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

export type HostCaller = Caller<typeof panelRequests>;

/** Brings the panel up inside the editor. */
export function connectHost(): HostCaller {
  const api = acquireVsCodeApi();
  const port = portOf(api);
  const host = caller(port, panelRequests, { after });
  preferences(readSaved(api).singleKeys, (chosen) => api.setState({ singleKeys: chosen } satisfies Saved));
  let version = 0;
  const refresh = async () => {
    const ready = await host.call('ready', {});
    version = ready.version;
    configure(ready.settings);
    showRoom(ready.view, ready.sentAt);
    return ready.drafts;
  };
  connectRoom(async (event, person) => {
    const result = await host.call('act', person === undefined ? { event } : { event, for: person });
    return result.ok ? {} : { refused: t(result.message) };
  });
  listen(port, hostNotices, {
    view: (news) => {
      if (news.version === version + 1) {
        version = news.version;
        showRoom(news.view, news.sentAt);
      } else if (news.version > version) {
        void refresh();
      }
    },
    settings: configure,
    show: () => undefined,
    closed: () => {
      takeDrafts({ cards: {}, votes: {}, boxes: {} });
    },
  });
  void refresh().then((drafts) => {
    takeDrafts(drafts);
    keepDrafts((kept) => {
      if (room.peek()?.finishedAt === undefined) {
        void host.call('drafts/save', kept);
      }
    });
  });
  return host;
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
