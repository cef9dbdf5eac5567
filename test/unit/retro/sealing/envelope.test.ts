import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { x25519 } from '@noble/curves/ed25519.js';
import { listed, toBase64 } from '../../../../src/retro/sealing/bytes.js';
import { shuffledSecretly } from '../../../../src/retro/sealing/chance.js';
import type { SealingCrypto } from '../../../../src/retro/sealing/crypto.js';
import { envelopesOf, locked, opened, peeled, sizeWith, wrapped } from '../../../../src/retro/sealing/envelope.js';
import { nobleCrypto } from '../../../../src/retro/sealing/nobleCrypto.js';
import { Stash } from '../../../../src/retro/sealing/stash.js';
import { type Subtle, subtleCrypto, supported } from '../../../../src/retro/sealing/subtleCrypto.js';
import { nodeCrypto } from '../../../../src/room/nodeCrypto.js';
import { fastCrypto } from './fastCrypto.js';

const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const noble = nobleCrypto(random);
const native = async (): Promise<SealingCrypto> => {
  const subtle = webcrypto.subtle as unknown as Subtle;
  return subtleCrypto(subtle, random, await supported(subtle, random));
};

describe('Bytes', () => {
  it('never mean two lists at once', () => {
    assert.notDeepEqual(listed('x', 'ab', 'c'), listed('x', 'a', 'bc'));
    assert.notDeepEqual(listed('x', 'a'), listed('x', 'a', ''));
  });
});

describe('An envelope', () => {
  const transcript = random(32);

  it('opens layer by layer, each for one mixer, and its lock with all keys; all that make them understand each other', async () => {
    const all = [noble, await native(), await nodeCrypto()];
    const inARing = all.map((one, index) => [one, all[(index + 1) % all.length] ?? one, true] as const);
    for (const [sealing, opening, first] of [
      ...inARing,
      ...inARing.map(([one, other]) => [other, one, false] as const),
    ]) {
      const [one, two] = [await opening.newBoxKeys(), await opening.newBoxKeys()];
      const keys = [one, two];
      const publicKeys = keys.map((pair) => pair.publicKey);
      const content = random(64);
      const stash = new Stash(sealing);
      const closed = await locked(sealing, stash, transcript, publicKeys, content);
      const sealed = await wrapped(sealing, stash, transcript, publicKeys, closed);
      assert.deepEqual([closed.length, sealed.length], [sizeWith(0, 64), sizeWith(2, 64)]);
      assert.deepEqual(await peeled(opening, transcript, 1, two, [sealed]), [undefined]);
      const [half] = await peeled(opening, transcript, 0, one, [sealed]);
      assert.ok(half);
      assert.deepEqual(await peeled(opening, transcript, 0, one, [half]), [undefined]);
      assert.deepEqual(await peeled(opening, random(32), 1, two, [half]), [undefined]);
      assert.deepEqual(await peeled(opening, transcript, 1, two, [half]), [closed]);
      assert.deepEqual(await opened(opening, transcript, keys, [closed]), [content]);
      assert.deepEqual(await opened(opening, random(32), keys, [closed]), [undefined]);
      // Once for each that opens.
      for (const others of first ? [[two, one], [one], [one, await opening.newBoxKeys()]] : []) {
        assert.deepEqual(await opened(opening, transcript, others, [closed]), [undefined]);
      }
    }
    assert.deepEqual(
      all.map((one) => one.name),
      ['noble', 'WebCrypto X25519 Ed25519', 'OpenSSL'],
    );
  });

  it('does not open when a bit of it was changed', async () => {
    const crypto = await native();
    const keys = await crypto.newBoxKeys();
    const sealed = await wrapped(crypto, new Stash(crypto), transcript, [keys.publicKey], random(16));
    const changed = Array.from(sealed, (byte, at) => sealed.with(at, byte ^ (1 << (at % 8)))).filter(
      (_, at) => at % 3 === 0,
    );
    const results = await peeled(crypto, transcript, 0, keys, changed);
    assert.ok(results.every((result) => result === undefined));
  });

  it('does not open with another writing of its ephemeral key, though the secret is the same', async () => {
    const keys = await noble.newBoxKeys();
    const sealed = await wrapped(noble, new Stash(noble), transcript, [keys.publicKey], random(16));
    const twin = sealed.with(31, (sealed[31] ?? 0) ^ 0x80);
    assert.deepEqual(
      x25519.getSharedSecret(keys.privateKey, sealed.slice(0, 32)),
      x25519.getSharedSecret(keys.privateKey, twin.slice(0, 32)),
    );
    for (const crypto of [noble, await native(), await nodeCrypto()]) {
      assert.deepEqual(await peeled(crypto, transcript, 0, keys, [twin]), [undefined]);
      assert.deepEqual(await peeled(crypto, transcript, 0, keys, [new Uint8Array(64)]), [undefined]);
    }
  });

  it('is signed for in the same way on both sides, and by nobody else', async () => {
    const both = [noble, await native(), await nodeCrypto()];
    const [message, other] = [random(40), await noble.newSigningKeys()];
    for (const crypto of both) {
      const keys = await crypto.newSigningKeys();
      const signature = await crypto.sign(keys, message);
      assert.equal(await crypto.verify(other.publicKey, message, signature), false);
      assert.equal(await crypto.verify(keys.publicKey, message.with(0, (message[0] ?? 0) ^ 1), signature), false);
      for (const reader of both) {
        assert.equal(await reader.verify(keys.publicKey, message, signature), true);
      }
    }
  });

  it('is counted, and seen when it is there twice', () => {
    const [one, two] = [random(100), random(100)];
    const batch = (...all: Uint8Array[]) => toBase64(new Uint8Array(Buffer.concat(all)));
    assert.ok('envelopes' in envelopesOf(batch(one, two), 2, 100));
    assert.deepEqual(envelopesOf(batch(one, one), 2, 100), { wrong: 'duplicate' });
    assert.deepEqual(envelopesOf(batch(one), 2, 100), { wrong: 'count' });
  });
});

describe('A cipher', () => {
  it('is the same everywhere, and opens nothing that was changed', async () => {
    for (const one of [noble, await nodeCrypto()]) {
      for (const other of [noble, await nodeCrypto()]) {
        const [secret, plain] = [random(32), random(70)];
        const key = one.derive(secret, random(3));
        const encrypted = one.encrypt(key, plain);
        assert.deepEqual([encrypted.length, other.decrypt(key, encrypted)], [86, plain]);
        for (const at of [0, 69, 70, 85]) {
          assert.equal(other.decrypt(key, encrypted.with(at, (encrypted[at] ?? 0) ^ 1)), undefined);
        }
        for (const cut of [0, 15, 16, 85]) {
          assert.equal(other.decrypt(key, encrypted.subarray(0, cut)), undefined);
        }
      }
    }
  });
});

describe('What is made before it is needed', () => {
  const asked = async (stash: Stash, key: Uint8Array, times: number): Promise<readonly string[]> => {
    const secrets = await Promise.all(Array.from({ length: times }, () => stash.secretWith(key)));
    return secrets.map(({ ephemeral }) => toBase64(ephemeral));
  };

  it('is there when it is, made when it is not, and goes out once', async () => {
    const { crypto, made } = counting(fastCrypto(5));
    const [one, two] = [(await crypto.newBoxKeys()).publicKey, (await crypto.newBoxKeys()).publicKey];
    const stash = new Stash(crypto);
    await stash.fill([one, two], 3);
    assert.equal(made(), 9);
    const all = [...(await asked(stash, one, 3)), ...(await asked(stash, two, 3))];
    const spare = await Promise.all([0, 1, 2].map(() => stash.ephemeral()));
    assert.equal(made(), 9);
    all.push(...(await asked(stash, one, 2)), ...spare.map((pair) => toBase64(pair.publicKey)));
    all.push(toBase64((await stash.ephemeral()).publicKey));
    assert.deepEqual([made(), new Set(all).size], [12, 12]);
  });

  it('is filled up, forgets keys that are not there any more, and stops when it is asked for something else', async () => {
    const { crypto, made } = counting(fastCrypto(6));
    const [one, two] = [(await crypto.newBoxKeys()).publicKey, (await crypto.newBoxKeys()).publicKey];
    const stash = new Stash(crypto);
    await stash.fill([one], 2);
    await stash.fill([one], 3);
    assert.equal(made(), 6);
    await Promise.all([stash.fill([one, two], 100), stash.fill([two], 4)]);
    assert.ok(made() < 20, `${made()}`);
    const before = made();
    await asked(stash, two, 4);
    assert.equal(made(), before);
    await asked(stash, one, 1);
    assert.equal(made(), before + 1);
  });

  it('gives the secrets that opening finds', async () => {
    for (const crypto of [noble, await native(), await nodeCrypto()]) {
      const keys = await crypto.newBoxKeys();
      const stash = new Stash(crypto);
      await stash.fill([keys.publicKey], 1);
      const { ephemeral, secret } = await stash.secretWith(keys.publicKey);
      assert.deepEqual(await crypto.secrets([keys], ephemeral), [secret]);
    }
  });
});

/** Counts the ephemeral keys that are made. */
function counting(crypto: SealingCrypto): { readonly crypto: SealingCrypto; readonly made: () => number } {
  let made = 0;
  const newEphemeral = () => {
    made += 1;
    return crypto.newEphemeral();
  };
  return { crypto: { ...crypto, newEphemeral }, made: () => made };
}

describe('A secret shuffle', () => {
  it('puts each into each place equally often', () => {
    const counts = Array.from({ length: 5 }, () => Array(5).fill(0) as number[]);
    for (let run = 0; run < 500; run += 1) {
      shuffledSecretly([0, 1, 2, 3, 4], random).forEach((item, place) => {
        const row = counts[item] ?? [];
        row[place] = (row[place] ?? 0) + 1;
      });
    }
    // Each of the 25 counts is 100 on average; six standard deviations are 54.
    assert.ok(
      counts.flat().every((count) => Math.abs(count - 100) < 54),
      JSON.stringify(counts),
    );
  });
});
