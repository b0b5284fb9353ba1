import { createHash } from 'node:crypto';
import { BeingWritten, NotAtTheEnd, TooLarge } from '#platform/vault/errors.ts';
import type { Source, Vault } from '#platform/vault/vault.ts';

/** What the sender says a chunk comes to (tus, extension "checksum"). */
export interface Checksum {
  algorithm: 'sha256' | 'sha1';
  /** Base64. */
  digest: string;
}

/** A chunk that is not what its sender sent: nothing of it is kept. */
export class ChecksumMismatch extends Error {
  constructor() {
    super('What arrived is not what was sent, so it is sent again.');
  }
}

export const checksumAlgorithms = ['sha256', 'sha1'] as const;

/** Reads an `Upload-Checksum`; null where there is none, undefined where it cannot be read. */
export function readChecksum(header: string | null): Checksum | null | undefined {
  if (header === null) return null;
  const [name, digest, ...more] = header.trim().split(' ');
  const algorithm = checksumAlgorithms.find((known) => known === name);
  if (!algorithm || !digest || more.length > 0) return undefined;
  const bytes = Buffer.from(digest, 'base64');
  return bytes.length === createHash(algorithm).digest().length
    ? { algorithm, digest: bytes.toString('base64') }
    : undefined;
}

interface Into {
  vault: Vault;
  id: string;
  key: Buffer;
  /** Where the chunk begins. */
  offset: number;
  /** The most that the whole may come to, in bytes. */
  whole: number;
}

/**
 * Adds a chunk and answers how long the whole is then. With a checksum it is there as it was sent or not at all: of one
 * that is cut off in the middle, or differs (`ChecksumMismatch`), nothing stays. Without one, what arrived stays. Of a
 * chunk that brings more than was said (`TooLarge`) nothing stays either way.
 */
export async function writeChunk(
  { vault, id, key, offset, whole }: Into,
  source: Source,
  checksum: Checksum | null,
): Promise<number> {
  const hash = checksum && createHash(checksum.algorithm);
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      hash?.update(piece);
      yield piece;
    }
  }
  try {
    const { bytes } = await vault.append(id, key, offset, hashed(), { maxBytes: whole });
    if (hash && hash.digest('base64') !== checksum.digest) throw new ChecksumMismatch();
    return bytes;
  } catch (error) {
    const nothingWritten = error instanceof NotAtTheEnd || error instanceof BeingWritten;
    // Where even that fails, as on a full disk, the sender asks how far it came before it goes on.
    if (!nothingWritten && (checksum || isTooMuch(error)))
      await vault.truncate(id, key, offset).catch(() => {});
    throw error;
  }
}

/** More than was said: seen by the vault, or by the server's limit of the stream before it. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof TooLarge || (error as { status_code?: number }).status_code === 413;
