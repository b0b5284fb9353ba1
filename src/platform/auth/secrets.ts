import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a link: 32 random bytes, safe in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. A copy of the database opens no door. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
