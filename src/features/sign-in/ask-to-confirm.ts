import type { Db } from '#platform/db/database.ts';
import { enqueue } from '#platform/jobs/outbox.ts';

/**
 * Sends a link to an address that somebody gives as theirs. It becomes theirs when the link is used,
 * not before: so nobody can claim another's address, or find out whether it is known here.
 */
export const askToConfirm = (
  tx: Db,
  { personId, organisationId, address }: { personId: string; organisationId: string; address: string },
  now: Date,
): Promise<void> => enqueue(tx, organisationId, 'email.given', { personId, address }, { at: now });
