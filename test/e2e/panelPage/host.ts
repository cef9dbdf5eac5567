// The editor's part for a panel in a plain browser: the real core behind the webview's own interface.
import { type Drafts, panelCommands, panelRequests } from '../../../src/protocol/panelMessages.js';
import { servePipes } from '../../../src/protocol/pipe.js';
import { notifier, type Port, serve } from '../../../src/protocol/rpc.js';
import type { RetroEvent } from '../../../src/retro/event.js';
import { outcome } from '../../../src/retro/minutes.js';
import type { ParticipantId } from '../../../src/retro/model.js';
import { view } from '../../../src/retro/view.js';
import { roomScenes } from './roomScenes.js';
import { scenes } from './scenes.js';
import { SmallHub } from './smallHub.js';

declare global {
  interface Window {
    acquireVsCodeApi(): unknown;
    /** For tests: something happens in the room that the panel did not ask for. */
    play(event: RetroEvent, person?: ParticipantId): void;
    /** Since when the panel's own script could have begun, by `performance.now()`. */
    readyAt: number;
  }
}

const asked = new URLSearchParams(location.search);
const name = asked.get('scene') ?? '';
const make = { ...scenes, ...roomScenes }[name];
if (make === undefined) {
  throw new Error(`There is no scene ${name}.`);
}
const scene = make();
const me = asked.get('as') ?? 'noor';
const hub = scene.state.mode === 'room' ? new SmallHub(scene, me) : undefined;
const tone = {
  enabled: true,
  levels: ['default' as const, 'gentle' as const],
  rules: {},
  allowed: [],
  people: [],
  tools: [],
  phrases: [{ phrase: 'low-hanging fruit', suggestions: ['small first step'], level: 'gentle' as const }],
};
const invitation = { link: `http://127.0.0.1:4000/#scene.${'s'.repeat(43)}`, reach: 'machine' as const };
const listeners = new Set<(message: unknown) => void>();
let version = 1;
let drafts: Drafts = { cards: {}, votes: {}, boxes: {} };
let kept: unknown;

const port: Port = {
  send: (message) => void setTimeout(() => postMessage(message, '*')),
  onMessage(run) {
    listeners.add(run);
    return () => listeners.delete(run);
  },
};
const tell = notifier(port);
const numbered = () => ({ version, view: view(scene.state, { kind: 'screen' }), sentAt: Date.now() });
const changed = () => {
  if (hub) {
    hub.changed();
    return;
  }
  version += 1;
  tell('view', numbered());
};

serve(port, panelRequests, {
  ready: () => ({
    settings: { language: 'en', l10n: {}, tone },
    drafts,
    offers: hub && me !== 'noor' ? ['leave' as const] : [...panelCommands],
    in: hub
      ? { kind: 'room' as const, room: 'scene', ...(me === 'noor' && { invitation }) }
      : { kind: 'screen' as const, ...numbered() },
  }),
  'room/entrance': () => ({ kind: 'back' as const, credential: 'c'.repeat(43) }),
  'room/keep': () => null,
  act({ event, for: person }) {
    const { state, refused } = scene.tell(event, person);
    if (refused) {
      return { ok: false as const, ...refused };
    }
    scene.state = state;
    changed();
    return { ok: true as const };
  },
  'drafts/save'(saved) {
    drafts = saved;
    return null;
  },
  preview() {
    const { repo } = outcome(scene.state);
    const path = '.common-ground/retros/2026-11-20-sprint-42.md';
    return { files: repo === undefined ? [] : [{ path, text: repo, kind: 'repo' as const }] };
  },
  command: () => null,
  report({ message }) {
    throw new Error(message);
  },
});

if (hub) {
  servePipes(port, () => Promise.resolve(hub.connect()));
}
window.play = (event, person) => {
  scene.play(event, person);
  changed();
};
window.acquireVsCodeApi = () => ({
  postMessage(message: unknown) {
    const copy = structuredClone(message);
    setTimeout(() => {
      for (const run of listeners) {
        run(copy);
      }
    });
  },
  getState: () => kept,
  setState(state: unknown) {
    kept = state;
  },
});
window.readyAt = performance.now();
