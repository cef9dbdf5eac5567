import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

const ownerAlone = 0o600;

/**
 * Writes a file of this machine's disk that its owner alone can read, also where one that others could read was there before. A
 * folder that is made for it is the owner's alone. On Windows, access is what the folder hands down.
 */
export async function writePrivate(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'w', ownerAlone);
  try {
    // Before there is anything to be read in it.
    await file.chmod(ownerAlone);
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

/** Takes from others what they could read. Does nothing where there is no such file. */
export async function makePrivate(path: string): Promise<void> {
  await chmod(path, ownerAlone).catch(() => undefined);
}
