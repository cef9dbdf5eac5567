/** Chance that nobody can foresee, for what the bytes of a CSPRNG are used for. */
import type { SealingCrypto } from './crypto.js';

/** Fisher and Yates, each place drawn without bias. */
export function shuffledSecretly<T>(items: readonly T[], random: SealingCrypto['random']): T[] {
  const result = [...items];
  const below = drawer(random, items.length);
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const kept = result[last] as T;
    result[last] = result[other] as T;
    result[other] = kept;
  }
  return result;
}

/** Numbers from 0 to below `limit`; what would make some of them likelier is drawn again. */
function drawer(random: SealingCrypto['random'], most: number): (limit: number) => number {
  let bytes = random(4 * Math.max(most, 1));
  let at = 0;
  const next = (): number => {
    if (at >= bytes.length) {
      bytes = random(64);
      at = 0;
    }
    const value = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    at += 4;
    return value;
  };
  return (limit) => {
    const fair = 0x1_0000_0000 - (0x1_0000_0000 % limit);
    let value = next();
    while (value >= fair) {
      value = next();
    }
    return value % limit;
  };
}
