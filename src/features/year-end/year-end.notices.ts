import { sql } from 'kysely';
import { z } from 'zod';
import { t } from '#platform/i18n/i18n.ts';
import { told } from '#platform/jobs/handler.ts';

/** For those who lead a programme: its draft for the next year is there. */
export const carriedOnNotice = 'year-end.programme';

export const yearEndNotices = {
  [carriedOnNotice]: () => t('A programme that you lead has a draft for the next school year'),
} satisfies Record<string, () => string>;

/** Whoever published one has looked at it, so it waits for nobody any more. */
export const yearEndHandlers = [
  told('programme.published', z.object({ itemId: z.uuid() }), async ({ ownerId, body }, { db, now }) => {
    await sql`update notice set done_at = ${now()}
      where owner_id in (select m.person_id from member m where m.owner_id = ${ownerId}) and from_owner = ${ownerId}
        and kind = ${carriedOnNotice} and item_id = ${body.itemId} and done_at is null`.execute(db);
  }),
];
