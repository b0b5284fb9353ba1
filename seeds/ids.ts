import { createHash } from 'node:crypto';

/**
 * An id that is the same at every seeding: the moment it stands for, as in any UUIDv7, and a
 * fingerprint of its name where others have chance.
 */
export function seedId(name: string, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const print = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(print.slice(15, 16), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${print.slice(0, 3)}-${variant}${print.slice(3, 6)}-${print.slice(16, 28)}`;
}
