// A hub for one guest in a page: the real core and the real protocol; the others in sealed rounds are played.
import { type Line, linePair } from '../../../src/protocol/line.js';
import { diff } from '../../../src/protocol/patch.js';
import { type roomNotices, roomProtocol, roomRequests } from '../../../src/protocol/roomMessages.js';
import { listen, notifier, serve } from '../../../src/protocol/rpc.js';
import { sealNotices } from '../../../src/protocol/sealMessages.js';
import { outcome } from '../../../src/retro/minutes.js';
import type { ParticipantId } from '../../../src/retro/model.js';
import { HubSealing } from '../../../src/retro/sealing/hub/hubSealing.js';
import type { SealKeys, SealMember, SealOrder } from '../../../src/retro/sealing/messages.js';
import { nobleCrypto } from '../../../src/retro/sealing/nobleCrypto.js';
import { questionOf } from '../../../src/retro/sealing/question.js';
import { view } from '../../../src/retro/view.js';
import { type Ghost, ghostOf } from '../../unit/retro/sealing/ghost.js';
import type { Scene } from './scenes.js';

export class SmallHub {
  private version = 1;
  private shown;
  private sealing: HubSealing | undefined;
  private ghosts: readonly Ghost[] | undefined;
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
    const order = notifier<typeof sealNotices.toPanel>(here);
    listen(here, sealNotices.toHub, {
      seal: (reply) => {
        if (reply.type === 'keys') {
          void this.gather((one) => order('seal', one), reply);
        } else {
          this.sealing?.receive(this.me, reply);
        }
      },
    });
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

  /** Everyone agrees on who is there, so that the panel has words to show; then comes what the scene wants to be noticed. */
  private async gather(tell: (order: SealOrder) => void, keys: SealKeys): Promise<void> {
    const others = this.scene.state.participants.filter((one) => one.presence === 'here' && one.id !== this.me);
    const name = this.scene.state.participants.find((one) => one.id === this.me)?.name ?? '';
    await this.gatherWith(others, { id: this.me, name, sign: keys.sign, mix: keys.mix }, tell);
    if (this.scene.notices === 'keys') {
      await this.gatherWith(others, { id: this.me, name, sign: keys.sign, mix: keys.mix }, tell);
    }
    const [first, second] = others;
    if (this.scene.notices === 'stopped' && first && second) {
      tell({ type: 'askWithout', people: [first.id, second.id], objection: 'tampered' });
    }
  }

  private async gatherWith(
    others: readonly { readonly id: string; readonly name: string }[],
    me: SealMember,
    tell: (order: SealOrder) => void,
  ): Promise<void> {
    const crypto = nobleCrypto((length) => globalThis.crypto.getRandomValues(new Uint8Array(length)));
    const shown = () => view(this.scene.state, { kind: 'screen' });
    const [changing, ...same] = others;
    const ghosts =
      this.ghosts ?? (await Promise.all(same.map((one) => ghostOf(crypto, this.scene.state.id, one, shown))));
    this.ghosts = ghosts;
    const all =
      changing === undefined ? ghosts : [await ghostOf(crypto, this.scene.state.id, changing, shown), ...ghosts];
    const sealing = new HubSealing({
      crypto,
      room: this.scene.state.id,
      send: (id, order) => {
        const ghost = all.find((one) => one.member.id === id);
        return ghost === undefined ? tell(order) : ghost.obey(order);
      },
      after: () => () => undefined,
      patience: 0,
      grace: 0,
      attempts: 1,
      show: () => Promise.resolve(),
      question: (purpose) => questionOf(shown(), purpose),
      leaveOut: () => Promise.resolve(),
      askWithout: () => undefined,
    });
    this.sealing = sealing;
    for (const ghost of all) {
      sealing.join(ghost.member);
      ghost.onReply((reply) => sealing.receive(ghost.member.id, reply));
    }
    sealing.join(me);
    await sealing.gather();
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
