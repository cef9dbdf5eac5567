/**
 * The bytes of a journal file: a header with a salt, then records. Each file has a key of its own (HKDF of the journal's key and
 * the salt), each record its own nonce and, as associated data, its number, so that records cannot be changed, moved or taken
 * out from between others.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const magic = Buffer.from('CGJ1');
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const lengthBytes = 4;
export const headerBytes = magic.length + saltBytes;
/** No record is longer; a length beyond it is no length. */
const longest = 64 * 1024 * 1024;

export class RecordSealer {
  private number = 0;
  readonly header: Buffer;
  private readonly key: Buffer;

  constructor(key: Uint8Array) {
    const salt = randomBytes(saltBytes);
    this.header = Buffer.concat([magic, salt]);
    this.key = fileKey(key, salt);
  }

  seal(text: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(numbered(this.number));
    this.number += 1;
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  }
}

/** The records of a file up to the first that is not whole; none when the key is another or the file is none. */
export function openRecords(file: Buffer, key: Uint8Array): readonly string[] {
  if (file.length < headerBytes || !file.subarray(0, magic.length).equals(magic)) {
    return [];
  }
  const secret = fileKey(key, file.subarray(magic.length, headerBytes));
  const records: string[] = [];
  let at = headerBytes;
  while (at + lengthBytes <= file.length) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + lengthBytes, at + lengthBytes + length);
    const text = length > longest || body.length < length ? undefined : openRecord(body, secret, records.length);
    if (text === undefined) {
      break;
    }
    records.push(text);
    at += lengthBytes + length;
  }
  return records;
}

function openRecord(body: Buffer, key: Buffer, number: number): string | undefined {
  if (body.length < nonceBytes + tagBytes) {
    return undefined;
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(numbered(number));
    decipher.setAuthTag(body.subarray(-tagBytes));
    return decipher.update(body.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

function fileKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'common-ground journal 1', 32));
}

function numbered(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(number));
  return bytes;
}
