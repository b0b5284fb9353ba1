import { randomBytes } from 'node:crypto';
import type { Db } from '#platform/db/database.ts';
import type { Services } from '#platform/http/context.ts';
import { keysOf } from '#platform/vault/keys.ts';
import { makeServices } from '#src/services.ts';

/** The services of a site that keeps no files and sends no letters, for tests of what runs by itself. */
export const bareServices = (db: Db, given: Partial<Services> = {}): Services =>
  makeServices({
    mail: { from: 'Staffroom <staffroom@school.example>', folder: '/nowhere' },
    files: '/nowhere',
    sealed: '/nowhere',
    keys: keysOf(randomBytes(32)),
    address: () => 'http://school.example',
    report: (error) => {
      throw error;
    },
    ...given,
    db,
  });
