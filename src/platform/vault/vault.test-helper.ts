import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after } from 'node:test';
import { SEGMENT } from './segments.ts';
import { createVault } from './vault.ts';

/** Around the ends of segments, where mistakes would be. */
export const lengths = [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 3 * SEGMENT + 77];

export const plenty = { maxBytes: 100_000_000 };

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A source whose line is cut once it has given this. */
export async function* cutAfter(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
  throw new Error('the line was cut');
}

/** A vault in a folder of its own, gone when the tests of the file are over, and what is looked at in it. */
export async function vaultHere() {
  const folder = await mkdtemp(path.join(tmpdir(), 'staffroom-vault-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const vault = createVault({ folder, waits: 50 });
  const key = randomBytes(32);
  const homeOf = (id: string): string => path.join(folder, id.slice(-2), id);
  return {
    vault,
    key,
    homeOf,
    readAll: async (id: string): Promise<Buffer> => buffer(await vault.open(id, key)),
    /** Seals this under a new id. */
    async sealed(content: Uint8Array): Promise<string> {
      const id = randomUUID();
      await vault.seal(id, key, [content]);
      return id;
    },
    /** Changes the bytes on the disk from a place on. */
    async overwrite(id: string, at: number, bytes: Uint8Array): Promise<void> {
      const handle = await open(homeOf(id), 'r+');
      await handle.write(bytes, 0, bytes.length, at).finally(() => handle.close());
    },
  };
}
