import type { Db } from '#platform/db/database.ts';
import type { Protocol } from '#features/evidence/index.ts';
import { protocolOf } from '#features/protocols/index.ts';
import type { Programme } from './programme.queries.ts';

/** The protocol that a programme was started from, in its version; undefined when the catalogue has it no more. */
export const templateOf = (
  db: Db,
  programme: Pick<Programme, 'owner_id' | 'template_id' | 'template_version'>,
): Promise<Protocol | undefined> =>
  protocolOf(db, {
    ownerId: programme.owner_id,
    protocol: programme.template_id,
    version: programme.template_version,
  });
