import type { SealingCrypto } from '../../retro/sealing/crypto.js';
import { type Subtle, subtleCrypto, supported } from '../../retro/sealing/subtleCrypto.js';

/**
 * The page's own cryptography where it has it: not in a page over plain http from another machine (no secure context), and not in an
 * older browser or editor (X25519 came with Chromium 133, Firefox 130 and Safari 17). JavaScript does the rest.
 */
export async function browserCrypto(): Promise<SealingCrypto> {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  // Absent without a secure context, whatever the types say.
  const subtle = crypto.subtle as unknown as Subtle | undefined;
  const has = await supported(subtle, random);
  return subtleCrypto(subtle ?? nothing, random, has, breather());
}

/** Is never asked: what is not there is not supported. */
const nothing: Subtle = {
  importKey: () => Promise.reject(new Error('There is no WebCrypto here.')),
  exportKey: () => Promise.reject(new Error('There is no WebCrypto here.')),
  generateKey: () => Promise.reject(new Error('There is no WebCrypto here.')),
  deriveBits: () => Promise.reject(new Error('There is no WebCrypto here.')),
  sign: () => Promise.reject(new Error('There is no WebCrypto here.')),
  verify: () => Promise.reject(new Error('There is no WebCrypto here.')),
};

/**
 * JavaScript that seals for longer than a frame lets the page draw and hear keys in between. By a message to itself: timers fire
 * once a second in a tab that is not looked at, and whoever sits in a call looks at another one.
 */
function breather(): () => Promise<void> | undefined {
  const slice = 12;
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) {
      return undefined;
    }
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        since = performance.now();
        resolve();
      };
      port2.postMessage(undefined);
    });
  };
}
