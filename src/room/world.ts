import { randomBytes } from 'node:crypto';
import type { After } from '../protocol/rpc.js';

/** Time and chance, passed in so that tests can hold them. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  readonly after: After;
  /** Runs once what is ready now has run: what happens in one moment is told once. */
  soon(run: () => void): void;
  /** Bytes of a CSPRNG. */
  random(bytes: number): Uint8Array;
}

export const realWorld: World = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  soon: (run) => void setImmediate(run),
  random: (bytes) => randomBytes(bytes),
};

/** 32 random bytes as a link can carry them. */
export function newSecret(world: World): string {
  return Buffer.from(world.random(32)).toString('base64url');
}

/** A fresh id of a room or a person. */
export function newId(world: World): string {
  return `r${Buffer.from(world.random(8)).toString('hex')}`;
}

/** Runs something again and again. @returns ends it */
export function every(world: Pick<World, 'after'>, milliseconds: number, run: () => void): () => void {
  let cancel = world.after(milliseconds, function tick() {
    cancel = world.after(milliseconds, tick);
    run();
  });
  return () => cancel();
}
