import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeyMissing } from './errors.ts';
import { readInstanceKey } from './instance-key.ts';

/** Keys of 32 bytes, one for each recording, kept in the database wrapped by the key of this installation. */
export interface Keys {
  /** A new key for the recording `about`, and how it is kept. */
  newKey(about: string): { key: Buffer; wrapped: Buffer };
  /** Wraps a key for the recording `about` (its id): nonce, sealed key, tag; 60 bytes. */
  wrap(key: Buffer, about: string): Buffer;
  /** The key again. Throws KeyMissing when it was wrapped by another installation's key or for another recording. */
  unwrap(wrapped: Buffer, about: string): Buffer;
}

const NONCE = 12;
const TAG = 16;
const KEY = 32;

/**
 * The keys of this installation, whose own key lies in `folder` and is made when there is none.
 * Throws StartProblem when it cannot be read or made, or when it would lie within `dataDir`, where it would be
 * copied beside what it locks.
 */
export async function openKeys(folder: string, dataDir?: string): Promise<Keys> {
  return keysOf(await readInstanceKey(folder, dataDir));
}

/** Keys wrapped by this one of 32 bytes. */
export function keysOf(instanceKey: Buffer): Keys {
  const keys: Keys = {
    newKey(about) {
      const key = randomBytes(KEY);
      return { key, wrapped: keys.wrap(key, about) };
    },
    wrap(key, about) {
      if (key.length !== KEY) throw new RangeError(`A key has ${KEY} bytes.`);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', instanceKey, nonce).setAAD(aad(about));
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap(wrapped, about) {
      if (wrapped.length !== NONCE + KEY + TAG) throw new KeyMissing();
      const decipher = createDecipheriv('aes-256-gcm', instanceKey, wrapped.subarray(0, NONCE), {
        authTagLength: TAG,
      })
        .setAAD(aad(about))
        .setAuthTag(wrapped.subarray(NONCE + KEY));
      try {
        return Buffer.concat([decipher.update(wrapped.subarray(NONCE, NONCE + KEY)), decipher.final()]);
      } catch {
        throw new KeyMissing();
      }
    },
  };
  return keys;
}

/** A wrapped key put into another recording's row opens nothing there. */
const aad = (about: string): Buffer => Buffer.from(`staffroom key 1 ${about}`);
