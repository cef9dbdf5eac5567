// A hub for one guest in a page: the real core and the real protocol, and nobody else to wait for.
import { type Line, linePair } from '../../../src/protocol/line.js';
import { diff } from '../../../src/protocol/patch.js';
import { type roomNotices, roomProtocol, roomRequests } from '../../../src/protocol/roomMessages.js';
import { notifier, serve } from '../../../src/protocol/rpc.js';
import { outcome } from '../../../src/retro/minutes.js';
import type { ParticipantId } from '../../../src/retro/model.js';
import { view } from '../../../src/retro/view.js';
import type { Scene } from './scenes.js';

export class SmallHub {
  private version = 1;
  private shown;
  private tell: ReturnType<typeof notifier<typeof roomNotices>> | undefined;

  constructor(
    private readonly scene: Scene,
    private readonly me: ParticipantId,
  ) {
    this.shown = this.view();
  }

  connect(): Line {
    const [here, there] = linePair((run) => void setTimeout(run));
    this.tell = notifier<typeof roomNotices>(here);
    serve(here, roomRequests, {
      hello: () => ({ protocol: roomProtocol, you: this.me, credential: 'c'.repeat(43), ...this.numbered() }),
      resync: () => this.numbered(),
      act: ({ event }) => {
        const { state, refused } = this.scene.tell(event, this.me);
        if (refused) {
          return { ok: false as const, ...refused };
        }
        this.scene.state = state;
        this.changed();
        return { ok: true as const };
      },
      preview: () => {
        const { repo } = outcome(this.scene.state);
        const path = '.common-ground/retros/2026-11-20-sprint-42.md';
        return { files: repo === undefined ? [] : [{ path, text: repo, kind: 'repo' as const }] };
      },
      kept: () => null,
      leave: () => null,
      open: () => {
        throw new Error('There is one room here.');
      },
    });
    return there;
  }

  changed(): void {
    const after = this.view();
    const patch = diff(this.shown, after) ?? ['=', after];
    this.shown = after;
    this.version += 1;
    this.tell?.('change', { version: this.version, base: this.version - 1, patch, sentAt: Date.now() });
  }

  private view() {
    return view(this.scene.state, { kind: 'participant', id: this.me });
  }

  private numbered() {
    return { version: this.version, view: this.view(), sentAt: Date.now() };
  }
}
