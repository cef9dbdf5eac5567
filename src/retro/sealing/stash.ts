import { toBase64 } from './bytes.js';
import { type Ephemeral, inLanes, type SealingCrypto } from './crypto.js';

/** A secret that only the holder of a key can find out too, who is told `ephemeral` for it. */
export interface Secret {
  /** The public half of a key pair that was made for this alone; 32 bytes. */
  readonly ephemeral: Uint8Array;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/**
 * The larger part of the work of sealing, done while people write: it needs to know the mixers, and not the contents. Each key and each
 * secret goes out once. What is not there is made when it is asked for.
 */
export class Stash {
  private readonly spare: Ephemeral[] = [];
  private readonly secrets = new Map<string, Secret[]>();
  private latest = 0;

  constructor(private readonly crypto: SealingCrypto) {}

  /**
   * Makes what so many envelopes take, and throws away what is there for other keys. A later call takes the place of one under way.
   * @param mixers their outer keys
   */
  async fill(mixers: readonly Uint8Array[], envelopes: number): Promise<void> {
    this.latest += 1;
    const turn = this.latest;
    const wanted = new Map(mixers.map((key) => [toBase64(key), key]));
    for (const other of [...this.secrets.keys()].filter((name) => !wanted.has(name))) {
      this.secrets.delete(other);
    }
    const missing = [...wanted.values()].flatMap((key) => missingOf(key, envelopes - this.kept(key).length));
    const { lanes } = this.crypto;
    await inLanes(lanes, missing, async (key) => {
      if (turn === this.latest) {
        this.kept(key).push(await this.newSecret(key));
      }
    });
    await inLanes(lanes, missingOf(undefined, envelopes - this.spare.length), async () => {
      if (turn === this.latest) {
        this.spare.push(await this.crypto.newEphemeral());
      }
    });
  }

  ephemeral(): Promise<Ephemeral> {
    const ready = this.spare.pop();
    return ready === undefined ? this.crypto.newEphemeral() : Promise.resolve(ready);
  }

  secretWith(publicKey: Uint8Array): Promise<Secret> {
    const ready = this.secrets.get(toBase64(publicKey))?.pop();
    return ready === undefined ? this.newSecret(publicKey) : Promise.resolve(ready);
  }

  private kept(publicKey: Uint8Array): Secret[] {
    const name = toBase64(publicKey);
    const kept = this.secrets.get(name) ?? [];
    this.secrets.set(name, kept);
    return kept;
  }

  private async newSecret(publicKey: Uint8Array): Promise<Secret> {
    const own = await this.crypto.newEphemeral();
    return { ephemeral: own.publicKey, secret: await own.secretWith(publicKey) };
  }
}

function missingOf<T>(item: T, count: number): readonly T[] {
  return Array.from({ length: Math.max(0, count) }, () => item);
}
