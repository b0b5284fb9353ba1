import type { Updateable } from 'kysely';
import type { Tables } from '#platform/db/schema.generated.ts';
import type { Change } from '#platform/http/context.ts';
import type { Programme } from './programme.queries.ts';

/** Writes where a programme is in its life. Its text and version stay. */
export async function setProgramme(
  change: Pick<Change, 'tx' | 'now'>,
  programme: Pick<Programme, 'owner_id' | 'id'>,
  to: Pick<Updateable<Tables['programme']>, 'published_at' | 'closed_at'>,
): Promise<void> {
  await change.tx
    .updateTable('programme')
    .set({ ...to, updated_at: change.now })
    .where('owner_id', '=', programme.owner_id)
    .where('id', '=', programme.id)
    .execute();
}
