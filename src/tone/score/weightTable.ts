/** Weights of a linear model, rounded to steps: the weight of a place is its entry times `step`. */
export interface WeightTable {
  readonly entries: Int8Array;
  readonly step: number;
  readonly bias: number;
}

/** A weight table as it is stored: entries that are not 0, each as the gap to the one before (7 bits a byte) and its value. */
export interface PackedTable {
  readonly entries: string;
  readonly step: number;
  readonly bias: number;
}

/** Bytes of a table, for {@link PackedTable.entries} before base64. */
export function packEntries(entries: Int8Array): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  for (let at = 0; at < entries.length; at++) {
    const value = entries[at] ?? 0;
    if (value !== 0) {
      let gap = at - last;
      while (gap > 127) {
        bytes.push((gap & 127) | 128);
        gap >>>= 7;
      }
      bytes.push(gap, value & 255);
      last = at;
    }
  }
  return Uint8Array.from(bytes);
}

/** Reads a stored table; places beyond `size` are left out. */
export function unpackTable({ entries, step, bias }: PackedTable, size: number): WeightTable {
  const bytes = fromBase64(entries);
  const table = new Int8Array(size);
  let place = -1;
  for (let at = 0; at < bytes.length; ) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) {
        break;
      }
    }
    place += gap;
    table[place] = bytes[at++] ?? 0;
  }
  return { entries: table, step, bias };
}

/** A bit for each place whose entry is not 0, eight a byte: small enough to stay near the processor, and most places have none. */
export function presenceOf(entries: Int8Array): Uint8Array {
  const present = new Uint8Array(entries.length >> 3);
  for (let at = 0; at < entries.length; at++) {
    if (entries[at] !== 0) {
      present[at >> 3] = (present[at >> 3] ?? 0) | (1 << (at & 7));
    }
  }
  return present;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes base64. By hand, since no function for it is in both Node 20 and the language. */
function fromBase64(text: string): Uint8Array {
  const digits = new Uint8Array(128);
  for (let at = 0; at < alphabet.length; at++) {
    digits[alphabet.charCodeAt(at)] = at;
  }
  const length = text.indexOf('=') < 0 ? text.length : text.indexOf('=');
  const bytes = new Uint8Array((length * 3) >> 2);
  let bits = 0;
  for (let at = 0, to = 0; at < length; at++) {
    bits = (bits << 6) | (digits[text.charCodeAt(at)] ?? 0);
    if ((at & 3) !== 0) {
      bytes[to++] = bits >> (6 - 2 * (at & 3));
    }
  }
  return bytes;
}
