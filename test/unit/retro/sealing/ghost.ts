import { toBase64 } from '../../../../src/retro/sealing/bytes.js';
import { RoomMemory, type ShownView } from '../../../../src/retro/sealing/client/roomMemory.js';
import { SealClient } from '../../../../src/retro/sealing/client/sealClient.js';
import type { SealingCrypto } from '../../../../src/retro/sealing/crypto.js';
import type { SealMember, SealOrder, SealReply } from '../../../../src/retro/sealing/messages.js';

/** Someone whom a test plays: takes part in everything, hands in blanks, and agrees to whatever is asked. */
export interface Ghost {
  readonly member: SealMember;
  obey(order: SealOrder): void;
  onReply(listen: (reply: SealReply) => void): void;
}

export async function ghostOf(
  crypto: SealingCrypto,
  room: string,
  { id, name }: { readonly id: string; readonly name: string },
  view: () => ShownView,
): Promise<Ghost> {
  const memory = await RoomMemory.of(crypto, room, undefined);
  const { sign, mix } = memory.keys;
  const shown = () => ({ ...view(), me: id });
  let answer: (reply: SealReply) => void = () => undefined;
  const client = new SealClient({
    crypto,
    memory,
    shown: { view: shown, until: async (holds) => holds(shown()) || true },
    insists: () => false,
    answers: () => false,
    send: (reply) => answer(reply),
    contents: async () => [],
    news: (news) => news.type === 'gathered' && client.agreeToFew(),
    pause: () => Promise.resolve(),
    now: () => 0,
  });
  return {
    member: { id, name, sign: toBase64(sign.publicKey), mix: toBase64(mix.publicKey) },
    obey: (order) => void client.receive(order),
    onReply: (listen) => {
      answer = listen;
    },
  };
}
